/** How surfaces are looked at in the full run: both languages, both themes, as large as they are and half as large again. */

export interface Look {
  readonly language: 'en' | 'uk';
  readonly theme: 'light' | 'dark';
  /** In per cent. */
  readonly zoom: 100 | 150;
}

export const LOOKS: readonly Look[] = (['en', 'uk'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    ([100, 150] as const).map((zoom) => ({ language, theme, zoom })),
  ),
);
