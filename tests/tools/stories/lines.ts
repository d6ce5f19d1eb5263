/** Input of the story tools: JSON lines, read as a stream, each held to its form. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import * as z from 'zod/mini';

/** A message for the one line on stderr. */
export class Unreadable extends Error {}

const text = z.string();
const optional = z.optional(z.nullable(z.string()));

export const articleSchema = z.object({
  id: text,
  title: text,
  summary: optional,
  source: text,
  owner: optional,
  publishedAt: optional,
  seenAt: optional,
  language: optional,
  url: optional,
});

const sideSchema = z.object({ title: text, summary: optional, publishedAt: optional, language: optional });

export const pairSchema = z.object({ id: text, a: sideSchema, b: sideSchema });

export const querySchema = z.object({
  id: text,
  title: text,
  summary: optional,
  url: optional,
  language: optional,
  publishedAt: optional,
});

export type ArticleLine = z.infer<typeof articleSchema>;
export type QueryLine = z.infer<typeof querySchema>;
export type Side = z.infer<typeof sideSchema>;

/** The lines of a file in their order; throws `Unreadable` with file and line where one breaks its form. */
export async function* linesOf<T>(file: string, schema: z.ZodMiniType<T>): AsyncGenerator<T> {
  let number = 0;
  const input = createReadStream(file);
  const opened = once(input, 'open');
  await opened.catch((error: unknown) => {
    throw new Unreadable(`${file}: ${messageOf(error)}`);
  });
  for await (const line of linesIn(input.setEncoding('utf8'))) {
    number += 1;
    if (line.trim() !== '') yield parseLine(line, schema, `${file}:${number}`);
  }
}

/** Split at line feeds alone: JSON may hold U+2028 as it is, at which Node's own reader of lines would cut. */
async function* linesIn(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

function parseLine<T>(line: string, schema: z.ZodMiniType<T>, place: string): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Unreadable(`${place}: ${messageOf(error)}`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Unreadable(
    `${place}: ${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'not of the form'}`,
  );
}

/** Waits until the line is taken, so that the output of large inputs does not pile up. */
export async function print(line: object): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}

/** Runs a tool: what cannot be read ends it with one line and a failure. */
export async function run(name: string, main: () => Promise<void>): Promise<void> {
  process.stdout.on('error', () => process.exit(0));
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${name}: ${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}
