/** The tabs of the popup, in their order. */
export const TABS = ['latest', 'top', 'popular', 'search'] as const;
export type TabName = (typeof TABS)[number];
