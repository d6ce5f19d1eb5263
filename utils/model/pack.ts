/**
 * Starter packs: lists of sources that a reader can follow at once. They are data, in `public/packs`; this is the
 * schema that the data is held to, and the types that come of it.
 */
import * as z from 'zod/mini';
import { PUBLISHER_KINDS } from './publisher-kinds.ts';

const some = z.string().check(z.minLength(1), z.maxLength(300));
const address = z.string().check(z.maxLength(2048), z.regex(/^https?:\/\/[^\s]+$/));
const host = z.string().check(z.maxLength(253), z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/));
const hosts = z.readonly(z.array(host).check(z.minLength(1), z.maxLength(20)));
const id = z.string().check(z.maxLength(64), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
/** BCP 47. */
const language = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/));
/** One text in every language that Lede speaks. */
const texts = z.readonly(z.strictObject({ en: some, uk: some }));
const lines = z.readonly(z.array(some).check(z.minLength(1), z.maxLength(20)));

export const packEntrySchema = z.readonly(
  z.strictObject({
    /** Unique among the entries of all packs. */
    id,
    /** As the publisher writes it, in the language of its articles. */
    name: some,
    /** Address of the site's front page, or of the part that the feed is of. */
    site: address,
    language,
    /** ISO 3166 alpha-2; null where a publisher is of no one country. */
    country: z.nullable(z.string().check(z.regex(/^[A-Z]{2}$/))),
    kind: z.enum(PUBLISHER_KINDS),
    /** Who owns it, with the page that says so; null where none was found. */
    owner: z.nullable(z.readonly(z.strictObject({ name: some, source: address }))),
    /** Where it asks its readers for support. */
    support: z.nullable(address),
    /** Addresses at which its feed may be, the likeliest first. */
    feeds: z.readonly(z.array(address).check(z.maxLength(10))),
    /** True where only the site is known, and the feed has to be found on it. */
    discovery: z.boolean(),
    /** Feeds of the same publisher in other languages. */
    editions: z.optional(z.readonly(z.array(z.readonly(z.strictObject({ language, feed: address }))))),
    /** Every host on the way to the feed, known redirects included. */
    feedHosts: hosts,
    /** Hosts that its articles lie on, often others: feeds.bbci.co.uk and www.bbc.com. */
    articleHosts: hosts,
    /** Whether its addresses were seen to answer. */
    verified: z.boolean(),
  }),
);

export const packSchema = z.readonly(
  z.strictObject({
    id,
    name: texts,
    /** What is in it, in a sentence. */
    about: texts,
    /** By what its sources were chosen, beside what holds for all packs. */
    criteria: texts,
    entries: z.readonly(z.array(packEntrySchema).check(z.minLength(1), z.maxLength(50))),
  }),
);

export const packIndexSchema = z.readonly(
  z.strictObject({
    /** What holds for every source of every pack. */
    criteria: z.readonly(z.strictObject({ en: lines, uk: lines })),
    /** Ids of the packs in the order in which they are shown; each is a file of that name beside the index. */
    packs: z.readonly(z.array(id).check(z.minLength(1))),
  }),
);

export type PublisherKind = (typeof PUBLISHER_KINDS)[number];
export type PackEntry = z.infer<typeof packEntrySchema>;
export type Pack = z.infer<typeof packSchema>;
export type PackIndex = z.infer<typeof packIndexSchema>;

/** What a followed source keeps of the entry that it came from. */
export type PublisherFacts = Pick<PackEntry, 'kind' | 'owner' | 'country' | 'articleHosts'>;

/** What the background takes of an entry to follow it. */
export type PackFacts = Pick<PackEntry, 'name' | 'site' | 'language' | 'feeds' | 'support'> & {
  readonly publisher: PublisherFacts;
};

/** All packs with what they were chosen by. */
export interface Packs {
  readonly criteria: PackIndex['criteria'];
  readonly packs: readonly Pack[];
}
