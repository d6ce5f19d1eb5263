/** Whatever is stored or sent as settings: it is read, nothing throws, and nothing of it reaches where it must not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  readSettings,
  readSettingsPatch,
  writeSettings,
} from '../../../utils/model/settings.ts';
import { propertyRuns, propertyTimeout } from '../../property-runs.ts';

const names = fc.constantFrom(
  ...Object.keys(DEFAULT_SETTINGS),
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'version',
);
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(...Object.values(DEFAULT_SETTINGS)),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, undefined, 1e308, 'x'.repeat(10_000)),
);
/** Fields defined as parsed JSON has them: also one that is named `__proto__`. */
const stored = fc.oneof(
  value,
  fc.array(fc.tuple(names, value), { maxLength: 12 }).map((fields) => {
    const raw: Record<string, unknown> = {};
    for (const [name, field] of fields)
      Object.defineProperty(raw, name, {
        value: field,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    return raw;
  }),
);

describe('whatever is stored as settings', { timeout: propertyTimeout }, () => {
  it('every field is there, and reading what is written changes nothing', () => {
    fc.assert(
      fc.property(stored, (raw) => {
        const settings = readSettings(raw);
        expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
        for (const field of Object.values(settings)) expect(field).toBeDefined();
        expect(readSettings(structuredClone(writeSettings(settings)))).toEqual(settings);
        expect(Object.getPrototypeOf(settings)).toBe(Object.prototype);
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      }),
      { numRuns: propertyRuns },
    );
  });

  it('a change is one of known fields, or none', () => {
    fc.assert(
      fc.property(stored, (raw) => {
        const patch = readSettingsPatch(raw);
        if (patch === null) return;
        for (const name of Object.keys(patch)) expect(Object.keys(DEFAULT_SETTINGS)).toContain(name);
        expect(readSettings({ ...writeSettings(DEFAULT_SETTINGS), ...patch })).toMatchObject(
          JSON.parse(JSON.stringify(patch)),
        );
      }),
      { numRuns: propertyRuns },
    );
  });
});
