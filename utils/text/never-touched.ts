/**
 * Addresses on which Lede never looks at a page, whatever was allowed: banks, mail, machines of the reader's own network.
 * A rule of thumb by names, as careful as names allow.
 */
import { isPrivateHost } from './private-host.ts';

/** Parts of host names that are a bank's or a payment service's. */
const MONEY = new Set(
  'paypal chase wellsfargo hsbc barclays santander citi ing revolut wise monzo n26 stripe payoneer klarna privat24 monobank sense ukrgasbank pumb raiffeisen kreditanstalt sparkasse volksbank postfinance ubs'.split(
    ' ',
  ),
);
const BANK =
  /^(?:[a-z-]*-)?(?:e|m|my|net|i|online|web|mobile|internet)?-?bank(?:ing)?$|[a-z]bank$|^bankof|^bank-/;
/** Parts of host names that are a mailbox's. */
const MAIL =
  /^(?:e|web|my|proto|proton)?mail\d*$|^(?:gmail|hotmail|outlook|owa|roundcube|horde|zimbra|squirrelmail|tutanota|fastmail|inbox|mailbox|imap|smtp)$/;

/** Whether Lede keeps off a page. */
export function isNeverTouched(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || isPrivateHost(url.hostname)) return true;
  const labels = url.hostname.toLowerCase().split('.').slice(0, -1);
  return labels.some((label) => MONEY.has(label) || BANK.test(label) || MAIL.test(label));
}
