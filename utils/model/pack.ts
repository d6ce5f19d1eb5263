/** Starter packs: sources worth beginning with, as data in `public/packs`. */
import * as z from 'zod/mini';

const webAddress = z.string().check(z.regex(/^https?:\/\/[^\s]+$/));
const host = z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/));
const languageTag = z.string().check(z.regex(/^[a-z]{2}$/));
const bothLanguages = z.strictObject({
  en: z.string().check(z.minLength(1)),
  uk: z.string().check(z.minLength(1)),
});

export const PUBLISHER_KINDS = [
  'agency',
  'broadcaster',
  'newspaper',
  'online',
  'magazine',
  'institute',
] as const;

const owner = z.strictObject({
  name: z.string().check(z.minLength(1)),
  /** Page on which it is stated. */
  statedAt: webAddress,
});

/** One source of a pack. */
const packEntry = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  name: z.string().check(z.minLength(1)),
  site: webAddress,
  language: languageTag,
  /** ISO 3166-1 alpha-2. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  /** Addresses to try, in order; empty where the site itself is looked through for feeds. */
  feeds: z.array(webAddress),
  /** Every host that is asked on the way to the feed, known redirects among them. */
  feedHosts: z.array(host).check(z.minLength(1)),
  /** Hosts that its articles lie on. */
  articleHosts: z.array(host).check(z.minLength(1)),
  kind: z.enum(PUBLISHER_KINDS),
  /** Null where it is not known where the owner is stated. */
  owner: z.nullable(owner),
  /** Where the publisher asks for support, or null. */
  support: z.nullable(webAddress),
  /** Whether the addresses were seen to answer. */
  verified: z.boolean(),
});

export const packSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  name: bothLanguages,
  summary: bothLanguages,
  /** What a source must be to stand in the pack, a sentence each. */
  criteria: z.array(bothLanguages).check(z.minLength(1)),
  languages: z.array(languageTag).check(z.minLength(1)),
  entries: z.array(packEntry).check(z.minLength(1)),
});

export type Pack = z.infer<typeof packSchema>;
export type PackEntry = z.infer<typeof packEntry>;

/** What a followed source keeps of the pack entry it came from. */
export type PublisherFacts = Pick<PackEntry, 'kind' | 'owner' | 'country' | 'articleHosts'>;
