/**
 * Hosts that are not on the public internet: machines of the reader's own network, which a feed address must not make
 * Lede ask. The URL parser has turned every spelling of an IPv4 address (octal, hexadecimal, one number) into four
 * numbers before this is asked. Ranges: the IANA special-purpose registries (RFC 6890 and its successors).
 */

/** IPv4 ranges as first address and prefix length. */
const V4_RANGES: readonly (readonly [number, number, number, number, bits: number])[] = [
  [0, 0, 0, 0, 8],
  [10, 0, 0, 0, 8],
  [100, 64, 0, 0, 10],
  [127, 0, 0, 0, 8],
  [169, 254, 0, 0, 16],
  [172, 16, 0, 0, 12],
  [192, 0, 0, 0, 24],
  [192, 0, 2, 0, 24],
  [192, 88, 99, 0, 24],
  [192, 168, 0, 0, 16],
  [198, 18, 0, 0, 15],
  [198, 51, 100, 0, 24],
  [203, 0, 113, 0, 24],
  [224, 0, 0, 0, 3],
];

/** Ends of names that never lead out of a network (RFC 6761, 6762, 8375, and what routers make up). */
const LOCAL_ENDS = new Set([
  'localhost',
  'localdomain',
  'local',
  'lan',
  'home',
  'corp',
  'intranet',
  'internal',
  'private',
  'test',
  'invalid',
]);

/** Whether a host, as a parsed URL gives it, lies in a private network, on this machine, or nowhere. */
export function isPrivateHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (name.startsWith('[')) return isPrivateV6(name.slice(1, -1));
  const v4 = numbersOf(name);
  if (v4 !== null) return isPrivateV4(v4);
  const end = name.slice(name.lastIndexOf('.') + 1);
  return !name.includes('.') || LOCAL_ENDS.has(end) || name.endsWith('.home.arpa');
}

/** The host of an address if it is private, or null. */
export function privateHostOf(url: string): string | null {
  const host = URL.parse(url)?.hostname;
  return host !== undefined && host !== '' && isPrivateHost(host) ? host : null;
}

function numbersOf(name: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(name)?.slice(1).map(Number);
  return parts?.every((part) => part < 256) ? joined(parts) : null;
}

function joined(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

function isPrivateV4(address: number): boolean {
  return V4_RANGES.some(([a, b, c, d, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(address / size) === Math.floor(joined([a, b, c, d]) / size);
  });
}

/** IPv6, with the IPv4 addresses that it can hold (mapped, compatible, translated, 6to4; Teredo is refused whole). */
function isPrivateV6(text: string): boolean {
  const groups = groupsOf(text);
  if (groups === null) return true;
  const [first = 0, second = 0] = groups;
  const v4At = (index: number): boolean =>
    isPrivateV4((groups[index] ?? 0) * 65_536 + (groups[index + 1] ?? 0));
  if (groups.slice(0, 5).every((group) => group === 0))
    return groups[5] === 0xffff || groups[5] === 0 ? v4At(6) : true;
  if (first === 0x64 && second === 0xff9b) return groups[2] === 0 ? v4At(6) : true;
  if (first === 0x2002) return v4At(1);
  const isGlobal = first >= 0x2000 && first <= 0x3fff;
  const isSpecial =
    first === 0x2001 && (second === 0 || second === 0xdb8 || (second >= 0x10 && second < 0x30));
  return !isGlobal || isSpecial || (first === 0x3fff && second < 0x1000);
}

/** The eight groups of an IPv6 address as a parsed URL writes it, or null. */
function groupsOf(text: string): number[] | null {
  const [head = '', tail] = text.split('::');
  const read = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [front, back] = [read(head), read(tail ?? '')];
  const missing = 8 - front.length - back.length;
  const groups =
    tail === undefined ? front : [...front, ...Array.from({ length: missing }, () => 0), ...back];
  return groups.length === 8 && groups.every(Number.isInteger) ? groups : null;
}
