/** How many random cases a property gets: 200 in every run, 10,000 in the full one, and any number by hand. */

/** As `LEDE_FULL` and this one are handed to tests, in Node and in browsers. */
const environment: Readonly<Record<string, unknown>> = { ...(import.meta.env ?? process.env) };

/** `LEDE_PROPERTY_RUNS=1000000 npx vitest run --project unit properties` tries a million. */
export const propertyRuns = Number(
  environment.LEDE_PROPERTY_RUNS ?? (environment.LEDE_FULL === '1' ? 10_000 : 200),
);

/** In ms, for a property that is tried so often. */
export const propertyTimeout = 10_000 + propertyRuns * 20;
