/** Which part of the project may import which. */

/** Lowest first: a file imports its own part and parts that stand above it in this list, never below. */
export const LAYERS: readonly string[] = [
  'utils/model',
  'utils/text',
  'utils/i18n',
  'utils/feed',
  'utils/story',
  'utils/search',
  'utils/sync',
  'utils/account',
  'utils/platform',
  'utils/net',
  'utils/store',
  'utils/protocol',
  'utils/page',
  'utils/app',
  'utils/surface',
  'components',
  'entrypoints',
];

/** Parts that draw: they are handed what they show, and know no other parts than these. */
export const COMPONENTS_MAY_IMPORT: readonly string[] = [
  'components',
  'utils/model',
  'utils/text',
  'utils/i18n',
  'utils/surface',
];

/** The part that a path belongs to, or undefined for packages. */
export function layerOf(path: string): string | undefined {
  return LAYERS.find((layer) => path.startsWith(`${layer}/`));
}
