/** Settings as schemas, for messages and for what other browsers carry: apart, since pages read settings without them. */
import * as z from 'zod/mini';
import { MAX_CHECK_MINUTES, MIN_CHECK_MINUTES, readSettingsPatch, type SettingsPatch } from './settings.ts';

/** An interval between checks that a reader can choose, in minutes. */
export const intervalMinutes = z.int().check(z.minimum(MIN_CHECK_MINUTES), z.maximum(MAX_CHECK_MINUTES));

/** A change of some settings. */
export const settingsPatchSchema = z.transform((patch: unknown, context): SettingsPatch => {
  const read = readSettingsPatch(patch);
  if (read === null) context.issues.push({ code: 'custom', input: patch, message: 'no change of settings' });
  return read ?? {};
});
