/** How carrying by the browser's own sync stands. */
import type { CarryView } from '../../model/carrying.ts';
import { carryRecord } from '../../store/carry-record.ts';
import type { Database } from '../../store/schema.ts';

/** What options show of it, without what only the carrying itself needs. */
export async function carrying(db: Database): Promise<CarryView> {
  const { round: _round, burstAt: _burstAt, removing: _removing, ...view } = await carryRecord(db);
  return view;
}
