/** Where the focus goes when what has it goes away: the heading over the table. */
export function headingOfTable(): HTMLElement | null {
  return document.getElementById('followed');
}

/** The same in the pane with the account: its heading. */
export function headingOfAccount(): HTMLElement | null {
  return document.getElementById('account');
}
