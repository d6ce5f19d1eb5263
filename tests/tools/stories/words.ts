/** The reason of a place in Top, in English. */
import type { RankReason } from '../../../utils/model/view.ts';

/** A reason of Top as one would say it. */
export function inWords(reason: RankReason): string {
  return reason.kind === 'growing'
    ? `growing: ${reason.count} in the last ${reason.minutes} min`
    : `${reason.count} sources in ${reason.hours} h`;
}
