/** Puts a list in the order of time under one heading a day. */

export interface Day<Row> {
  /** Number of the calendar day. */
  readonly number: number;
  readonly rows: readonly Row[];
}

/** Runs of neighbouring rows of the same calendar day, in the order given. */
export function byDay<Row extends { readonly at: number }>(
  rows: readonly Row[],
  dayNumber: (at: number) => number,
): readonly Day<Row>[] {
  const days: { number: number; rows: Row[] }[] = [];
  for (const row of rows) {
    const number = dayNumber(row.at);
    const last = days.at(-1);
    if (last?.number === number) last.rows.push(row);
    else days.push({ number, rows: [row] });
  }
  return days;
}
