/** Addresses as people type them. */

/** What was typed as an address: trimmed, and with https:// where no scheme was typed. Empty if nothing was. */
export function addressFrom(typed: string): string {
  const address = typed.trim();
  return address === '' || /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(address) ? address : `https://${address}`;
}

/** Host of an address, as it is read: without `www.`; the address itself if it has none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : address;
}
