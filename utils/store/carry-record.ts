/** How carrying stands, apart from the code that carries: where nothing is carried, that is all that is needed of it. */
import { type CarryView, NOT_CARRYING } from '../model/carrying.ts';
import type { Database } from './schema.ts';

/** How carrying stands: what is shown of it, and what a background that died left to be done. */
export interface CarryRecord extends CarryView {
  /** The round of erasing that this browser knows of. */
  readonly round: number;
  /** UTC ms of the last burst of writing. */
  readonly burstAt: number | null;
  /** Ids of sources that were removed elsewhere and still have to go here. */
  readonly removing: readonly number[];
}

export const NOTHING_CARRIED: CarryRecord = { ...NOT_CARRYING, round: 0, burstAt: null, removing: [] };

/** The record as it is stored; what it says where there is none is that nothing is carried. */
export async function carryRecord(db: Database): Promise<CarryRecord> {
  return asCarryRecord(await db.get('records', 'carry'));
}

/** A stored record, of any version or absent. */
export function asCarryRecord(stored: unknown): CarryRecord {
  return { ...NOTHING_CARRIED, ...(stored as Partial<CarryRecord> | undefined) };
}
