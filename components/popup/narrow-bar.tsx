/** What the lists are narrowed to: languages in one click, the rest behind one control. */
import './narrow-bar.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLede } from '../app/context.ts';
import type { Latest } from '../latest/use-latest.ts';
import { IconButton } from '../parts/buttons.tsx';

interface NarrowBarProps {
  readonly latest: Latest;
  /** Whether the list can be filtered: only Latest can. */
  readonly canFilter: boolean;
  /** Further controls at the end of the bar. */
  readonly children: ComponentChildren;
}

/** One line under the tabs; the filter opens below it. */
export function NarrowBar({ latest, canFilter, children }: NarrowBarProps) {
  const { text } = useLede();
  const { narrowing } = latest.state;
  const isNarrowed = narrowing.only !== undefined || narrowing.folder !== undefined;
  // A popup that opens with a filter shows that it has one.
  const [open, setOpen] = useState(isNarrowed);
  return (
    <div class="narrow">
      <div class="narrow-bar">
        <Languages latest={latest} />
        <span class="space" />
        {canFilter && (
          <IconButton
            icon="filter"
            label={text('filter.open')}
            expanded={open}
            onPress={() => setOpen(!open)}
          />
        )}
        {children}
      </div>
      {canFilter && open && <Filter latest={latest} />}
    </div>
  );
}

/** The languages of the reader's sources, where there are several. */
function Languages({ latest: { state, actions } }: Pick<NarrowBarProps, 'latest'>) {
  const { text } = useLede();
  const { languages = [], newsLanguage = 'all' } = state.status ?? {};
  const offered =
    newsLanguage === 'all' || languages.includes(newsLanguage) ? languages : [...languages, newsLanguage];
  if (offered.length < 2 && newsLanguage === 'all') return null;
  const names = new Intl.DisplayNames([text.language], { type: 'language' });
  return (
    <fieldset class="chips">
      <legend class="hidden-text">{text('tabs.language')}</legend>
      {offered.slice(0, MOST_LANGUAGES).map((tag) => (
        <Chip
          key={tag}
          name={SHORT[tag] ?? tag.toUpperCase()}
          title={names.of(tag) ?? tag}
          isOn={newsLanguage === tag}
          onPress={() => actions.chooseLanguage(newsLanguage === tag ? 'all' : tag)}
        />
      ))}
      <Chip
        name={text('tabs.allLanguages')}
        title={text('tabs.allLanguagesHelp')}
        isOn={newsLanguage === 'all'}
        onPress={() => actions.chooseLanguage('all')}
      />
    </fieldset>
  );
}

/** As many as have room. */
const MOST_LANGUAGES = 5;
/** What readers call a language where its tag is another. */
const SHORT: Readonly<Record<string, string>> = { uk: 'UA' };

interface ChipProps {
  readonly name: string;
  readonly title: string;
  readonly isOn: boolean;
  readonly onPress: () => void;
}

function Chip({ name, title, isOn, onPress }: ChipProps) {
  return (
    <button type="button" class="chip" aria-pressed={isOn} title={title} onClick={onPress}>
      {name}
    </button>
  );
}

function Filter({ latest: { state, actions } }: Pick<NarrowBarProps, 'latest'>) {
  const { text } = useLede();
  const { narrowing, status } = state;
  const folders = status?.folders ?? [];
  const chosen = narrowing.folder?.join(SEPARATOR) ?? '';
  return (
    <fieldset class="filter">
      <legend class="hidden-text">{text('filter.title')}</legend>
      <div class="chips">
        {([undefined, 'unread', 'saved'] as const).map((only) => (
          <Chip
            key={only ?? 'all'}
            name={text(`filter.${only ?? 'all'}`)}
            title={text(`filter.${only ?? 'all'}`)}
            isOn={narrowing.only === only}
            onPress={() => actions.narrow({ ...narrowing, only })}
          />
        ))}
      </div>
      {folders.length > 0 && (
        <select
          aria-label={text('filter.folder')}
          value={chosen}
          onChange={({ currentTarget: { value } }) =>
            actions.narrow({ ...narrowing, folder: value === '' ? undefined : value.split(SEPARATOR) })
          }
        >
          <option value="">{text('filter.allFolders')}</option>
          {folders.map((path) => (
            <option key={path.join(SEPARATOR)} value={path.join(SEPARATOR)}>
              {path.join(' / ')}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}

/** Between the names of a path; no name holds it. */
const SEPARATOR = '\u0000';
