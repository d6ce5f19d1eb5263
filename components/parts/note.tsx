import './note.css';
import type { ComponentChildren } from 'preact';
import { mainOf, useHeir } from './focus.ts';
import { Glyph, Icon, type IconName } from './icon.tsx';

const NOTE_ICONS = { info: 'key', warning: 'offline', error: 'error' } as const satisfies Record<
  string,
  IconName
>;

interface NoteProps {
  readonly kind: keyof typeof NOTE_ICONS;
  readonly title: string;
  readonly sentence: string;
  /** In place of the usual one of its kind. */
  readonly icon?: IconName;
  /** One or two buttons. */
  readonly children: ComponentChildren;
}

/** What a reader should know while the list stays usable, as a band above it. Read out when it appears. */
export function Note({ kind, title, sentence, icon = NOTE_ICONS[kind], children }: NoteProps) {
  const own = useHeir<HTMLDivElement>(mainOf);
  return (
    <div ref={own} class={`note ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name={icon} />
      <div>
        <h2>{title}</h2>
        <p>{sentence}</p>
        <div class="buttons">{children}</div>
      </div>
    </div>
  );
}

interface EmptyStateProps {
  readonly kind: 'empty' | 'error';
  readonly title: string;
  readonly sentence: string;
  readonly children: ComponentChildren;
}

/** What stands in place of a list that has nothing to show: why, and what to do about it. */
export function EmptyState({ kind, title, sentence, children }: EmptyStateProps) {
  const own = useHeir<HTMLDivElement>(mainOf);
  return (
    <div ref={own} class={`empty-state ${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      {kind === 'error' ? <Icon name="error" size={32} /> : <Glyph size={40} />}
      <h2>{title}</h2>
      <p>{sentence}</p>
      <div class="buttons">{children}</div>
    </div>
  );
}
