/** The name under which a publisher registered its hosts, without a list of all public suffixes. */

/** Labels that stand before a country's code and are not a publisher's name. */
const SECOND_LEVEL = new Set(
  'ac co com edu ed go gob gov govt gouv id in info ltd mil ne net nom or org plc pp sch kiev kyiv kharkiv lviv odesa odessa dp dnipro zp if te uz rv vn km ck cv cn pl ks mk kr sm su lg dn crimea msk spb nsw qld vic'.split(
    ' ',
  ),
);

/**
 * The registrable name of a host: `www.bbc.co.uk` gives `bbc.co.uk`. An address made of numbers is its own name. A
 * rule of thumb: two hosts of one publisher always give one name; strangers under a rare suffix may share one.
 */
export function siteOf(host: string): string {
  const name = host.replace(/\.$/, '');
  if (name.startsWith('[') || /^[\d.]+$/.test(name)) return name;
  const labels = name.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  const isDeep = top.length === 2 && SECOND_LEVEL.has(second);
  return labels.slice(isDeep ? -3 : -2).join('.');
}
