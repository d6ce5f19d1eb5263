/** The shape of the icon that says that more opens below, also for what draws without the library. */
export const CHEVRON = 'M4 6.5l4 4 4-4';
