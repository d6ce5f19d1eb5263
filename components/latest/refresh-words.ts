import type { Text } from '../../utils/i18n/catalogue.ts';
import type { LeftOutReason, RefreshResult } from '../../utils/model/view.ts';

/** In the order in which they are told; the compiler holds the list to all there are. */
const REASONS = Object.keys({
  'asked-just-now': true,
  'asked-to-wait': true,
  paused: true,
  stopped: true,
  cancelled: true,
  later: true,
} satisfies Record<LeftOutReason, true>) as LeftOutReason[];

/** What a refresh came to, in words: how many were asked, and how many were not, with the reason. */
export function refreshWords(text: Text, { asked, leftOut }: RefreshResult): string {
  const parts = REASONS.flatMap((reason) => {
    const n = leftOut.filter((source) => source.reason === reason).length;
    return n > 0 ? [text(`leftOut.${reason}`, { n })] : [];
  });
  return [text('sources.checked', { n: asked }), ...parts].join(' ');
}
