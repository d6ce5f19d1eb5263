/** Dates in the forms that feeds and pages use. Times are milliseconds since 1970. */
import type { Language, Outlet } from './types.ts';

const offsets: Record<Outlet['zone'], number> = { GMT: 0, EST: -300, '+0100': 60, '+0200': 120 };
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

/** `Wed, 25 Nov 2026 04:05:06 +0200`; in the short form `25 Nov 2026 04:05 +0200`. */
export function rfc822(time: number, zone: Outlet['zone'], short = false): string {
  const local = new Date(time + offsets[zone] * 60_000);
  const day = `${two(local.getUTCDate())} ${months[local.getUTCMonth()]} ${local.getUTCFullYear()}`;
  const clock = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
  if (short) return `${day} ${clock} ${zone}`;
  return `${days[local.getUTCDay()]}, ${day} ${clock}:${two(local.getUTCSeconds())} ${zone}`;
}

/** `2026-11-25T04:05:06+02:00`, or with a Z for GMT. */
export function iso(time: number, zone: Outlet['zone']): string {
  const offset = offsets[zone];
  const local = new Date(time + offset * 60_000).toISOString().slice(0, 19);
  if (offset === 0) return `${local}Z`;
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const formats: Record<Language, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
  uk: new Intl.DateTimeFormat('uk', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Kyiv' }),
};

/** The date as a page shows it to its readers. */
export const readable = (time: number, language: Language): string => formats[language].format(time);
