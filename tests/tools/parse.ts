/**
 * Reads feeds as the extension does and prints what it found, a JSON line each.
 *
 *     npm run -s parse -- [--url ADDRESS] FILE…
 *     npm run -s parse -- --cases FILE.jsonl       lines of {id, headers, body_base64}
 *
 * A feed that cannot be read is an answer too. Only arguments, files and lines that cannot be read end it with a
 * failure.
 */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { parseFeed } from '../../utils/feed/index.ts';
import { unpack } from '../../utils/feed/unpack.ts';
import { problemText } from '../../utils/i18n/problem.ts';
import { createText } from '../../utils/i18n/text.ts';
import type { FeedDocument, ParsedFeed, ParsedItem, PublishedDate } from '../../utils/model/parsed-feed.ts';
import type { Problem } from '../../utils/model/problem.ts';

/** Where a file came from if nobody says so: relative addresses still become absolute, and nobody answers there. */
const UNKNOWN_ADDRESS = 'https://unknown.invalid/';

/** A message for the one line on stderr. */
class Unreadable extends Error {}

interface Case {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

const text = createText('en');

async function main(): Promise<void> {
  const { files, url, cases } = readArguments();
  for (const file of files)
    await print({ file, ...(await answer({ bytes: await readBytes(file), url, contentType: null })) });
  if (cases !== undefined) await printCases(cases);
}

function readArguments(): { files: string[]; url: string; cases: string | undefined } {
  try {
    const options = { url: { type: 'string' }, cases: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length === 0 && values.cases === undefined) throw new Error('no file named');
    if (values.url !== undefined && !URL.canParse(values.url))
      throw new Error(`not an address: ${values.url}`);
    return { files: positionals, url: values.url ?? UNKNOWN_ADDRESS, cases: values.cases };
  } catch (error) {
    throw new Unreadable(`${messageOf(error)}. Usage: parse [--url ADDRESS] FILE… | --cases FILE.jsonl`);
  }
}

async function printCases(file: string): Promise<void> {
  let number = 0;
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, headers, bytes } = readCase(line, `${file}:${number}`);
    const url = URL.parse(headers['content-location'] ?? '', UNKNOWN_ADDRESS)?.href ?? UNKNOWN_ADDRESS;
    await print({ id, ...(await answer({ bytes, url, contentType: headers['content-type'] ?? null })) });
  }
}

function readCase(line: string, place: string): Case {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Unreadable(`${place}: ${messageOf(error)}`);
  }
  if (!isCase(value)) throw new Unreadable(`${place}: not a line of {id, headers, body_base64}`);
  const headers = Object.entries(value.headers ?? {}).map(([name, content]) => [
    name.toLowerCase(),
    String(content),
  ]);
  return {
    id: value.id,
    headers: Object.fromEntries(headers),
    bytes: Buffer.from(value.body_base64, 'base64'),
  };
}

function isCase(value: unknown): value is { id: string; headers?: object; body_base64: string } {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  return typeof fields.id === 'string' && typeof fields.body_base64 === 'string';
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Unreadable(`${file}: ${messageOf(error)}`);
  }
}

async function answer(document: FeedDocument): Promise<object> {
  const unpacked = await unpack(document.bytes);
  const parsed = unpacked.ok ? parseFeed({ ...document, bytes: unpacked.value }) : unpacked;
  return parsed.ok ? feedLine(parsed.value) : { error: errorLine(parsed.problem) };
}

function errorLine(problem: Problem): object {
  return { code: problem.code, message: problemText(text, problem) };
}

function feedLine({ format, title, siteUrl, description, language, items }: ParsedFeed): object {
  return { format, feed: { title, siteUrl, description, language }, items: items.map(itemLine) };
}

function itemLine({
  guid,
  url,
  title,
  summary,
  content,
  author,
  published,
  updated,
  image,
  categories,
}: ParsedItem): object {
  const [publishedAt, updatedAt] = [iso(published), iso(updated)];
  return { guid, url, title, summary, content, author, publishedAt, updatedAt, image, categories };
}

function iso(date: PublishedDate | null): string | null {
  return date === null ? null : new Date(date.at).toISOString();
}

/** Waits until the line is taken, so that the output of large inputs does not pile up. */
async function print(line: object): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}

process.stdout.on('error', () => {
  // Whoever reads has seen enough, as `head` does.
  process.exit(0);
});

try {
  await main();
} catch (error) {
  process.stderr.write(`parse: ${messageOf(error)}\n`);
  process.exitCode = 1;
}
