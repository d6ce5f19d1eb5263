/** Hours in which nothing is notified, by the clock of the reader's machine. */

export interface QuietHours {
  readonly isOn: boolean;
  /** Minutes after midnight; `to` before `from` is on the next day, and the same is all day. */
  readonly from: number;
  readonly to: number;
  /** Whether breaking stories are notified even then. */
  readonly exceptBreaking: boolean;
}

/** Whether a time (UTC ms) lies in the quiet hours, by the clock of a time zone (absent: the machine's). */
export function isQuiet({ isOn, from, to }: QuietHours, at: number, timeZone?: string): boolean {
  if (!isOn) return false;
  const minutes = minutesOfDay(at, timeZone);
  return from < to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
}

function minutesOfDay(at: number, timeZone?: string): number {
  // Made anew each time: the zone of the machine may have changed.
  const parts = new Intl.DateTimeFormat('en', {
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
    ...(timeZone !== undefined && { timeZone }),
  }).formatToParts(at);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return of('hour') * 60 + of('minute');
}
