/** Backups as pages have them: written from the database to a file, read from a file, and sent to the background. */

import {
  BACKUP_STORES,
  type BackupSummary,
  MAX_PART,
  type Restored,
  type RestoreMode,
} from '../model/backup-format.ts';
import { fail, ok, type Result } from '../model/problem.ts';
import type { Client } from '../protocol/client.ts';
import type { Answer, Request } from '../protocol/verbs.ts';
import { BackupEnd, BackupReader, headerLine } from '../store/backup-file.ts';
import type { Ask } from './reading.ts';

/** Told how far it is, 0 to 1. */
type OnProgress = (done: number) => void;
type Place = Request<'backupPart'>;

/**
 * Everything as one file, gzipped; about a megabyte of it is in memory at a time. `now` is UTC ms.
 */
export async function writeBackup(ask: Ask, now: number, onProgress: OnProgress): Promise<Result<Blob>> {
  const gzip = new CompressionStream('gzip');
  const packed = new Response(gzip.readable).blob();
  const writer = gzip.writable.getWriter();
  const written = await writeRows(ask, now, onProgress, (text) =>
    writer.write(new TextEncoder().encode(text)),
  );
  if (!written.ok) {
    packed.catch(() => undefined);
    await writer.abort().catch(() => undefined);
    return written;
  }
  await writer.close();
  return ok(await packed);
}

async function writeRows(
  ask: Ask,
  now: number,
  onProgress: OnProgress,
  write: (text: string) => Promise<void>,
): Promise<Result<null>> {
  const end = new BackupEnd();
  await write(`${headerLine(now)}\n`);
  let place: Place | null = { store: BACKUP_STORES[0], key: null };
  while (place !== null) {
    const part: Result<Answer<'backupPart'>> = await ask('backupPart', place);
    if (!part.ok) return part;
    end.add(part.value.lines, part.value.rows);
    await write(part.value.lines);
    onProgress(BACKUP_STORES.indexOf(place.store) / BACKUP_STORES.length);
    place = part.value.next;
  }
  await write(`${end.line()}\n`);
  return ok(null);
}

/** What a file holds; nothing is changed by it. Problem where it is damaged, cut, of a newer version or no backup. */
export async function readBackup(file: Blob, onProgress: OnProgress): Promise<Result<BackupSummary>> {
  const reader = new BackupReader();
  try {
    for await (const text of textOf(file, onProgress)) if (!reader.add(text)) break;
  } catch {
    // Of a packed file that is cut or damaged the unpacking tells first.
    const end = reader.end();
    return end.ok || end.problem.code === 'no-backup' ? fail(await codeOfUnreadable(file)) : end;
  }
  return reader.end();
}

/** Sends a file to the background piece by piece, which then writes all of it or nothing. */
export async function restoreBackup(
  client: Client,
  file: Blob,
  mode: RestoreMode,
  onProgress: OnProgress,
): Promise<Result<Restored>> {
  const begun = await again(() => client.beginRestore({}));
  if (!begun.ok) return begun;
  const { restoreId } = begun.value;
  let parts = 0;
  const send = async (text: string): Promise<Result<null>> => {
    const index = parts;
    parts += 1;
    return again(() => client.stageRestore({ restoreId, index, text }));
  };
  try {
    for await (const part of partsOf(textOf(file, onProgress))) {
      const sent = await send(part);
      if (!sent.ok) return sent;
    }
  } catch {
    return fail('damaged-backup');
  }
  return again(() => client.commitRestore({ restoreId, parts, mode }));
}

/** How often a background that died is asked again; every step can be done twice. */
const MOST_TRIES = 3;

async function again<T>(say: () => Promise<Result<T>>): Promise<Result<T>> {
  for (let tries = 1; ; tries += 1) {
    const answer = await say();
    if (answer.ok || answer.problem.code !== 'internal' || tries === MOST_TRIES) return answer;
  }
}

/** Text in pieces of at most `MAX_PART` units. */
async function* partsOf(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const text of texts) {
    rest += text;
    while (rest.length >= MAX_PART) {
      yield rest.slice(0, MAX_PART);
      rest = rest.slice(MAX_PART);
    }
  }
  if (rest !== '') yield rest;
}

/** The text of a file as it is read, unpacked where it is packed. */
async function* textOf(file: Blob, onProgress: OnProgress): AsyncGenerator<string> {
  let read = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      read += chunk.length;
      onProgress(read / file.size);
      controller.enqueue(chunk);
    },
  });
  const bytes = file.stream().pipeThrough(counted);
  const plain = (await isPacked(file)) ? bytes.pipeThrough(new DecompressionStream('gzip')) : bytes;
  const reader = plain.pipeThrough(new TextDecoderStream('utf-8', { fatal: true })).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Some programs unpack what they hand on: such a file is read as well. */
async function isPacked(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

async function codeOfUnreadable(file: Blob): Promise<'damaged-backup' | 'no-backup'> {
  return (await isPacked(file)) ? 'damaged-backup' : 'no-backup';
}
