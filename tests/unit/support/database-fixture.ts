/** Databases as files: every store with its indexes and rows, so that one of any version can be made again. */

interface StoreFixture {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly unique: boolean;
  }[];
  readonly keys: readonly IDBValidKey[];
  readonly rows: readonly unknown[];
}

export interface DatabaseFixture {
  readonly version: number;
  readonly stores: readonly StoreFixture[];
}

/** The part of a database that is needed to write it down, wrapped or not. */
interface Dumped {
  readonly version: number;
  readonly objectStoreNames: Iterable<string>;
}

/** Everything in a database. */
export async function dump(open: Dumped): Promise<DatabaseFixture> {
  const db = await reopened(open.version);
  const names = [...db.objectStoreNames];
  const tx = db.transaction(names);
  const stores = await Promise.all(names.map((name) => dumpStore(tx.objectStore(name))));
  db.close();
  return { version: db.version, stores };
}

async function dumpStore(store: IDBObjectStore): Promise<StoreFixture> {
  const [keys, rows] = await Promise.all([result(store.getAllKeys()), result(store.getAll())]);
  return {
    name: store.name,
    keyPath: store.keyPath,
    autoIncrement: store.autoIncrement,
    indexes: [...store.indexNames].map((name) => {
      const { keyPath, unique } = store.index(name);
      return { name, keyPath, unique };
    }),
    keys,
    rows: rows.map(written),
  };
}

/** Makes the database again, in place of none. */
export async function make({ version, stores }: DatabaseFixture): Promise<void> {
  const request = indexedDB.open('lede', version);
  request.onupgradeneeded = () => {
    for (const { name, keyPath, autoIncrement, indexes } of stores) {
      const store = request.result.createObjectStore(name, { keyPath, autoIncrement });
      for (const index of indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique });
    }
  };
  const db = await result(request);
  const tx = db.transaction(
    stores.map(({ name }) => name),
    'readwrite',
  );
  for (const { name, keyPath, keys, rows } of stores) {
    for (const [at, row] of rows.entries()) {
      if (keyPath === null) tx.objectStore(name).put(read(row), keys[at]);
      else tx.objectStore(name).put(read(row));
    }
  }
  await new Promise((resolve, reject) => {
    tx.oncomplete = resolve;
    tx.onabort = reject;
  });
  db.close();
}

async function reopened(version: number): Promise<IDBDatabase> {
  return result(indexedDB.open('lede', version));
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Bytes as an object with their base64, at any depth. */
function written(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (ArrayBuffer.isView(value)) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return { $bytes: bytes.toString('base64'), $type: value.constructor.name };
  }
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, written(inner)]));
}

const VIEWS = { Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array, Int16Array, Int8Array };

function read(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(read);
  if (typeof value !== 'object' || value === null) return value;
  const { $bytes, $type }: { $bytes?: unknown; $type?: unknown } = value;
  if (typeof $bytes === 'string') {
    const bytes = new Uint8Array(Buffer.from($bytes, 'base64'));
    const View = VIEWS[$type as keyof typeof VIEWS];
    return View === undefined ? bytes : new View(bytes.buffer);
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, read(inner)]));
}
