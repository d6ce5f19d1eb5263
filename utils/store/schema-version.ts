/** The version of the database: how many steps `migrations.ts` has. Stated apart, since pages read it without the steps. */
export const SCHEMA_VERSION = 10;
