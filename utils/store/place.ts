/**
 * Where the database lies: in the browser's usual place under its usual name, unless that could neither be opened nor
 * deleted. The background chooses; pages use what it remembered.
 */

export interface Place {
  readonly name: string;
  /** A storage bucket of the browser, or null for the usual one. */
  readonly bucket: string | null;
}

/** Under this key the background remembers it outside the database. */
export const PLACE_KEY = 'database.place';

export const USUAL_PLACE: Place = { name: 'lede', bucket: null };

/** Where else to go, in this order: one damaged file can block a name, or all names of a bucket. */
const OTHER_PLACES: readonly Place[] = [
  { name: 'lede-2', bucket: null },
  { name: 'lede', bucket: 'lede-2' },
  { name: 'lede', bucket: 'lede-3' },
];

/** A place from what was remembered of it; the usual one where that is nothing or damaged. */
export function asPlace(stored: unknown): Place {
  return OTHER_PLACES.find((place) => isSame(place, stored)) ?? USUAL_PLACE;
}

/** The places that have not been tried, the nearest first, as far as this browser has them. */
export function placesAfter(tried: Place): readonly Place[] {
  const from = OTHER_PLACES.findIndex((place) => isSame(place, tried)) + 1;
  return OTHER_PLACES.slice(from).filter(({ bucket }) => bucket === null || buckets() !== null);
}

/** All places at which something may lie. */
export function allPlaces(): readonly Place[] {
  return [USUAL_PLACE, ...placesAfter(USUAL_PLACE)];
}

/** What opens databases at a place. Rejects where the browser has no buckets. */
export async function factoryAt({ bucket }: Place): Promise<IDBFactory> {
  if (bucket === null) return indexedDB;
  const all = buckets();
  if (all === null) throw new DOMException('this browser has no storage buckets', 'NotSupportedError');
  return (await all.open(bucket, { persisted: true })).indexedDB;
}

/** Deletes what lies at a place. Rejects where the browser cannot. */
export async function deleteAt(place: Place): Promise<void> {
  const factory = await factoryAt(place);
  await new Promise<void>((resolve, reject) => {
    const request = factory.deleteDatabase(place.name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('the database could not be deleted'));
  });
  if (place.bucket !== null) await buckets()?.delete(place.bucket);
}

/** Whether what was remembered, which may be anything, names this place. */
export function isSame(place: Place, other: unknown): boolean {
  if (typeof other !== 'object' || other === null) return false;
  const { name, bucket }: { readonly name?: unknown; readonly bucket?: unknown } = other;
  return place.name === name && place.bucket === bucket;
}

/** The part of the Storage Buckets API that is used; compilers do not know it yet. */
interface Buckets {
  open(name: string, options: { persisted: boolean }): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

function buckets(): Buckets | null {
  const { storageBuckets }: { readonly storageBuckets?: Buckets } = navigator as object;
  return storageBuckets ?? null;
}
