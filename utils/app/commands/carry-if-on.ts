/** A round of carrying where there is anything to carry. */
import { carryRecord } from '../../store/carry-record.ts';
import { code } from '../code.ts';
import type { Deps } from '../deps.ts';

/** As `carry`; where carrying is off, which most readers leave it, its code is not loaded. */
export async function carryIfOn(deps: Deps): Promise<void> {
  const { on, removing } = await carryRecord(await deps.database());
  if (on || removing.length > 0) await (await code.carry()).carry(deps);
}
