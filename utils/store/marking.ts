/** What every change of marks works in. */
import type { MarkField } from '../account/client.ts';
import type { Transaction } from './schema.ts';

/** What is to become of articles. */
export interface Wish {
  readonly field: MarkField;
  readonly value: boolean;
}

export const MARKING_STORES = ['articles', 'marks', 'stories', 'serverItems', 'counters', 'records'] as const;
export type Marking = Transaction<[...typeof MARKING_STORES]>;
