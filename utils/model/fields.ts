/**
 * Reading values that may be anything, in a few bytes: for what every page reads before it draws. Messages and files are
 * read by schemas, whose library weighs more than all that such a page needs of it.
 */

/** Gives a value as it is to be kept, or undefined where it is not one of these. */
export type Field<T> = (value: unknown) => T | undefined;
type Of<F> = F extends Field<infer T> ? T : never;

/** A plain object's values by their names. */
export type Raw = Readonly<Record<string, unknown>>;

export const flag: Field<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** One of some words. */
export function oneOf<const V extends string>(words: readonly V[]): Field<V> {
  return (value) => words.find((word) => word === value);
}

/** A whole number within limits, both of them in. */
export function between({ least, most }: { readonly least: number; readonly most: number }): Field<number> {
  return (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
      ? value
      : undefined;
}

/** A text that is not empty, of so many characters at most. */
export function text(most: number): Field<string> {
  return (value) =>
    typeof value === 'string' && value.length > 0 && value.length <= most ? value : undefined;
}

/** A text of which the whole is as the pattern says. */
export function like(pattern: RegExp): Field<string> {
  return (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined);
}

/** The same without the space around a text. */
export function trimmed<T>(field: Field<T>): Field<T> {
  return (value) => field(typeof value === 'string' ? value.trim() : value);
}

/** Null, or what the field takes. */
export function orNull<T>(field: Field<T>): Field<T | null> {
  return (value) => (value === null ? null : field(value));
}

/** What is absent is `missing`. */
export function orElse<T>(field: Field<T>, missing: T): Field<T> {
  return (value) => (value === undefined ? missing : field(value));
}

/** A list of so many at most, of which each is good. */
export function listOf<T>(field: Field<T>, most: number): Field<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) return undefined;
    const read = value.map(field);
    return read.includes(undefined) ? undefined : (read as T[]);
  };
}

/** A plain object with these fields, all of them good, and no others. */
export function record<F extends Readonly<Record<string, Field<unknown>>>>(
  fields: F,
): Field<{ [K in keyof F]: Of<F[K]> }> {
  return (value) => {
    if (!isRaw(value) || Object.keys(value).some((name) => !Object.hasOwn(fields, name))) return undefined;
    const read = Object.entries(fields).map(([name, field]) => [name, field(value[name])] as const);
    // The fields are those of the type; the compiler cannot see that through entries.
    return read.some(([, one]) => one === undefined)
      ? undefined
      : (Object.fromEntries(read) as { [K in keyof F]: Of<F[K]> });
  };
}

/** Whether a value is an object of names and values. */
export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
