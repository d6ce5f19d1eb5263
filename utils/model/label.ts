/** What a headline or section says about an article beside its subject. */
export const LABELS = ['video', 'photo', 'audio', 'live', 'updated', 'exclusive', 'opinion'] as const;

export type Label = (typeof LABELS)[number];
