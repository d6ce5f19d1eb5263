import { useLede } from '../app/context.ts';
import { type Facets, PERIODS } from './facets.ts';
import type { Search } from './use-search.ts';

/** Chips that narrow the search: one of the times, and at most one of the languages that were found. */
export function FacetChips({ search }: { readonly search: Search }) {
  const { text } = useLede();
  const { state, actions } = search;
  const { period, language } = state.facets;
  return (
    <fieldset class="facets">
      <legend class="hidden-text">{text('search.narrow')}</legend>
      {PERIODS.map((one) => (
        <Chip key={one} isPressed={one === period} onPress={() => actions.narrow({ period: one })}>
          {text(`search.${one}`)}
        </Chip>
      ))}
      {languagesToChoose(state.languages, state.facets).map((one) => (
        <Chip
          key={one}
          isPressed={one === language}
          onPress={() => actions.narrow({ language: one === language ? null : one })}
        >
          {languageName(one, text.language)}
        </Chip>
      ))}
    </fieldset>
  );
}

interface ChipProps {
  readonly isPressed: boolean;
  readonly onPress: () => void;
  readonly children: string;
}

function Chip({ isPressed, onPress, children }: ChipProps) {
  return (
    <button type="button" class="facet" aria-pressed={isPressed} onClick={onPress}>
      {children}
    </button>
  );
}

/** Nothing is to choose where all is in one language; the chosen one stays, to be let go. */
function languagesToChoose(found: readonly string[], { language }: Facets): readonly string[] {
  const all = language === null || found.includes(language) ? found : [language, ...found];
  return all.length > 1 || language !== null ? all : [];
}

const names = new Map<string, Intl.DisplayNames>();

/** The name of a language in the reader's, or its tag where it has none. */
function languageName(tag: string, locale: string): string {
  let known = names.get(locale);
  if (known === undefined) {
    known = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
    names.set(locale, known);
  }
  try {
    return known.of(tag) ?? tag;
  } catch {
    // A feed may say anything of its language.
    return tag;
  }
}
