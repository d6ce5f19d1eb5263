/** The places of notes, and whether there is one to show; what it says is loaded then. */
import { useEffect, useState } from 'preact/hooks';
import { useLede } from '../app/context.ts';
import { useCode } from '../app/use-code.ts';
import type { Hop, NotesProps } from './all-notes.tsx';
import { failureOf } from './situation.ts';

const notes = () => import('./all-notes.tsx');

/** What came of the reader's last step, and how it is taken back. It stands where it is seen however far a list is scrolled. */
export function StepNotes({ latest }: Pick<NotesProps, 'latest'>) {
  const { refused, askedNobody, joining, muting, undoable } = latest.state;
  const isWanted = [refused, askedNobody, joining, muting, undoable].some((one) => one !== null);
  const code = useCode(isWanted, notes);
  return isWanted && code ? <code.StepNotes latest={latest} /> : null;
}

/** What the reader should know above the rows: one note at most, of which the one about the tab in front comes first. */
export function LatestNotes(props: NotesProps) {
  const hop = useHop();
  const code = useCode(hop !== null || isTold(props), notes);
  if (code === null) return null;
  return hop === null ? <code.StandingNote {...props} /> : <code.HopNote {...hop} />;
}

/** Whether anything stands that the reader should know. */
function isTold({ latest: { state }, online }: NotesProps): boolean {
  const { recovered = null, waitingHosts = [], longFailing = [] } = state.status ?? {};
  return (
    !online ||
    recovered !== null ||
    waitingHosts.length > 0 ||
    longFailing.length > 0 ||
    failureOf(state, online) !== null
  );
}

function useHop(): Hop | null {
  const { surface } = useLede();
  const [hop, setHop] = useState<Hop | null>(null);
  useEffect(() => {
    const look = async () => {
      const led = await surface.hopInFront();
      const sources = led ? await surface.sources() : null;
      const source = sources?.ok ? sources.value.find(({ id }) => id === led?.feedId) : undefined;
      setHop(led && source ? { host: led.host, name: source.title || source.host } : null);
    };
    void look();
    return surface.onChange(() => void look());
  }, [surface]);
  return hop;
}
