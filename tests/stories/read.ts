/** Reads the labelled texts of this folder; README.md says what their fields mean. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const articleFields = {
  id: z.string(),
  title: z.string().check(z.minLength(1)),
  summary: z.optional(z.string().check(z.minLength(1))),
  source: z.string().check(z.minLength(1)),
  owner: z.optional(z.string()),
  publishedAt: z.optional(z.iso.datetime()),
  seenAt: z.optional(z.iso.datetime()),
  language: z.enum(['en', 'uk', 'ru']),
};

const articleSchema = z.strictObject(articleFields);

const rankedSchema = z.strictObject({
  ids: z.array(z.string()),
  sources: z.number(),
  lead: z.optional(z.union([z.string(), z.array(z.string())])),
  why: z.optional(z.string()),
  origin: z.optional(z.nullable(z.string())),
});

const scenarioSchema = z.strictObject({
  name: z.string(),
  at: z.iso.datetime(),
  articles: z.array(articleSchema),
  expect: z.strictObject({
    stories: z.optional(z.array(z.array(z.string()))),
    apart: z.optional(z.array(z.tuple([z.string(), z.string()]))),
    maybe: z.optional(z.array(z.string())),
    top: z.optional(z.array(rankedSchema)),
    notInTop: z.optional(z.array(z.string())),
  }),
});

const labelledSchema = z.strictObject({
  ...articleFields,
  publishedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  story: z.string(),
  kind: z.enum(['recurring', 'long', 'single', 'alone']),
  series: z.optional(z.string()),
});

export type StoryArticle = z.infer<typeof articleSchema>;
export type Scenario = z.infer<typeof scenarioSchema>;
export type LabelledArticle = z.infer<typeof labelledSchema>;

/** Every scenario, file by file in the order of their names; throws where one breaks its form. */
export function readScenarios(): Scenario[] {
  const folder = join(import.meta.dirname, 'scenarios');
  const files = readdirSync(folder).sort();
  return files.flatMap((file) =>
    z.array(scenarioSchema).parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
  );
}

/** The ten days of labelled news in order of arrival; throws where a line breaks its form. */
export function readStream(): LabelledArticle[] {
  const lines = readFileSync(join(import.meta.dirname, 'stream.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => labelledSchema.parse(JSON.parse(line)));
}

/** Whose voice an article is: its owner's where one is named, else its outlet's. */
export function voiceOf(article: { readonly source: string; readonly owner?: string | undefined }): string {
  return article.owner ?? article.source;
}
