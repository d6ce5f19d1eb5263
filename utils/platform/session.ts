/**
 * The revision: a number in the browser's session storage that changes after every write, seen by every page of
 * every window and container, which then asks again.
 */
import { browser } from 'wxt/browser';
import type { RefreshProgress } from '../model/view.ts';
import { NO_ROOM, REVISION } from './session-keys.ts';

const PROGRESS = 'refresh';
const HOP = 'hop';

/** While sources are polled something changes many times a second: pages are told so at most once in this time, in ms. */
const TOLD_EVERY_MS = 300;
let toldAt = 0;
let isTellingLater = false;

/**
 * Tells all pages that something changed. What changes right after it is told together a moment later. `onTold` is
 * called with each telling.
 */
export function announceRevision(onTold: () => void): Promise<void> {
  const wait = toldAt + TOLD_EVERY_MS - Date.now();
  if (wait <= 0 || wait > TOLD_EVERY_MS) return tell(onTold);
  if (!isTellingLater) {
    isTellingLater = true;
    setTimeout(() => {
      isTellingLater = false;
      void tell(onTold);
    }, wait);
  }
  // Not waited for: the background outlives this moment by far, and work must not stop for it.
  return Promise.resolve();
}

async function tell(onTold: () => void): Promise<void> {
  toldAt = Date.now();
  await browser.storage.session.set({ [REVISION]: crypto.randomUUID() });
  onTold();
}

/** How long Latest counts as shown after a page last said so, in ms: one that died takes nothing back. */
const SHOWN_MS = 60_000;
const SHOWN_AGAIN_MS = 20_000;
const SHOWN = 'shown:';

/** Says that a page has Latest on a screen, until the function it gives is called; `forgetShown` then takes it back. */
export function tellLatestShown(view: string): () => void {
  const tellOn = () => void browser.storage.session.set({ [SHOWN + view]: Date.now() + SHOWN_MS });
  tellOn();
  const timer = setInterval(tellOn, SHOWN_AGAIN_MS);
  return () => clearInterval(timer);
}

/** A page no longer has Latest on a screen. */
export function forgetShown(view: string): Promise<void> {
  return browser.storage.session.remove(SHOWN + view);
}

/** Whether some page has Latest on a screen. */
export async function isLatestShown(): Promise<boolean> {
  const now = Date.now();
  return Object.entries(await browser.storage.session.get()).some(
    ([key, until]) => key.startsWith(SHOWN) && Number(until) > now && Number(until) <= now + SHOWN_MS,
  );
}

/** Calls back after every announcement; gives the function that stops it. */
export function onRevision(listener: () => void): () => void {
  const onChanged = (changes: Record<string, unknown>): void => {
    if (REVISION in changes) listener();
  };
  browser.storage.session.onChanged.addListener(onChanged);
  return () => browser.storage.session.onChanged.removeListener(onChanged);
}

let saidNoRoom: boolean | null = null;

/** Tells all pages whether the last write found no room; nothing happens where that was said already. */
export async function tellNoRoom(isFull: boolean): Promise<void> {
  saidNoRoom ??= await hasNoRoom();
  if (saidNoRoom === isFull) return;
  saidNoRoom = isFull;
  // With a revision, or pages would hear of it with the next article, which has no room.
  await browser.storage.session.set({ [NO_ROOM]: isFull, [REVISION]: crypto.randomUUID() });
}

/** Whether the last write found no room, as the background said. */
export async function hasNoRoom(): Promise<boolean> {
  return (await browser.storage.session.get(NO_ROOM))[NO_ROOM] === true;
}

/** A refresh goes on a hundred times a second where nothing changed: pages are told of it at most once in this time, in ms. */
const PROGRESS_EVERY_MS = 100;
let progressAt = 0;
let progressLater: ReturnType<typeof setTimeout> | undefined;

/**
 * Tells all pages how far a refresh is, null where none runs. What follows at once is told a moment later, and not waited for.
 */
export async function tellProgress(progress: RefreshProgress | null): Promise<void> {
  clearTimeout(progressLater);
  const wait = progressAt + PROGRESS_EVERY_MS - Date.now();
  if (progress !== null && wait > 0 && wait <= PROGRESS_EVERY_MS) {
    progressLater = setTimeout(() => void tellProgress(progress), wait);
    return;
  }
  progressAt = Date.now();
  await browser.storage.session.set({ [PROGRESS]: progress });
}

/** How far the refresh is, or null where none runs. */
export async function refreshProgress(): Promise<RefreshProgress | null> {
  const stored = await browser.storage.session.get(PROGRESS);
  return asProgress(stored[PROGRESS]);
}

/** Calls back with every news of a refresh; gives the function that stops it. */
export function onProgress(listener: (progress: RefreshProgress | null) => void): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[PROGRESS];
    if (change) listener(asProgress(change.newValue));
  };
  browser.storage.session.onChanged.addListener(onChanged);
  return () => browser.storage.session.onChanged.removeListener(onChanged);
}

function asProgress(stored: unknown): RefreshProgress | null {
  return (stored as RefreshProgress | null | undefined) ?? null;
}

/** A source whose address was opened in a tab, to see where it leads. */
export interface Hop {
  readonly feedId: number;
  readonly tabId: number | null;
}

/** Remembers the last source that was opened so, until the browser ends. */
export async function rememberHop(hop: Hop): Promise<void> {
  await browser.storage.session.set({ [HOP]: hop });
}

/** The last source that was opened so, or null. */
export async function rememberedHop(): Promise<Hop | null> {
  const stored = await browser.storage.session.get(HOP);
  return (stored[HOP] as Hop | undefined) ?? null;
}
