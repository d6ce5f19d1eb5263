/** Which sources stay at home: what a browser carries lies in its maker's account, where no secret belongs. */
import type { StaysHome } from '../model/carrying.ts';
import { privateHostOf } from '../text/private-host.ts';
import { MAX_URL_LENGTH } from '../text/url.ts';

export type HomeReason = Exclude<StaysHome, 'no-room'>;

/** Names of parameters that hold what proves who asks. */
const SECRET_NAME =
  /^(?:.*[_-])?(?:token|key|apikey|auth|authkey|secret|sig|signature|pass|passwd|password|pwd|session|sid|hash|code|jwt|bearer|credential|credentials|private|user|u|uid|userid|email)$/i;
/** Of these names, those that say who asks but prove nothing: only a value that looks like a key makes them one. */
const MILD_NAME = /^(?:key|hash|code|user|u|uid|userid|private|sid)$/i;
/** Parameters that name what is asked for, in a form that looks like a key. */
const PUBLIC_NAME = /^(?:channel_id|playlist_id|playlist|list|v)$/i;
/** How Google News names a topic: a public one, in a message that only looks like a key. */
const PUBLIC_PART = /^CAAq[\w-]+$/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
/** Shorter parts are names, years or numbers of articles. */
const LEAST_KEY_LENGTH = 20;

/** Why a source's address stays at home; null where it may be carried. */
export function staysHome(url: string): HomeReason | null {
  const parsed = URL.parse(url);
  if (parsed === null || url.length > MAX_URL_LENGTH / 4) return 'too-long';
  if (parsed.username !== '' || parsed.password !== '') return 'password';
  if (privateHostOf(url) !== null) return 'private';
  return holdsKey(parsed) ? 'key' : null;
}

function holdsKey(url: URL): boolean {
  const inPath = url.pathname.split('/').some((part) => looksLikeKey(decoded(part)));
  const parameters = [...url.searchParams, ...new URLSearchParams(url.hash.slice(1))];
  return inPath || looksLikeKey(url.hash) || parameters.some(([name, value]) => isSecret(name, value));
}

function isSecret(name: string, value: string): boolean {
  if (value === '' || PUBLIC_NAME.test(name)) return false;
  return (SECRET_NAME.test(name) && !MILD_NAME.test(name)) || looksLikeKey(value);
}

/** Whether a part of an address was made by a machine to be guessed by nobody. */
function looksLikeKey(part: string): boolean {
  if (PUBLIC_PART.test(part)) return false;
  if (UUID.test(part)) return true;
  return (
    part.split(/[^A-Za-z0-9]+/).some((run) => isRandom(run)) || isRandom(part.replaceAll(/[_-]/g, ''), part)
  );
}

/**
 * A long run of letters and digits mixed as no word mixes them. With its separators taken out, only if it has more
 * changes between letters, digits and cases than a title with a date has.
 */
function isRandom(run: string, whole = run): boolean {
  if (run.length < LEAST_KEY_LENGTH || !/^[A-Za-z0-9]+$/.test(run)) return false;
  if (/^[0-9a-f]+$/i.test(run)) return true;
  const kinds = run.match(/[a-z]+|[A-Z]+|\d+/g)?.length ?? 0;
  const isMixed = /\d/.test(run) && /[A-Za-z]/.test(run);
  const share = kinds / run.length;
  return isMixed && share > (whole === run ? 0.25 : 0.4);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
