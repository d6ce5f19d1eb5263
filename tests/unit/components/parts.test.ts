import { describe, expect, it } from 'vitest';
import { addressFrom, hostOf } from '../../../components/options/address.ts';
import { byDay } from '../../../components/reader/days.ts';
import { hueOf, letterOf } from '../../../utils/text/monogram.ts';

describe('a monogram', () => {
  it('is the first letter of the name in its own script', () => {
    expect(letterOf('northgate Courier')).toBe('N');
    expect(letterOf('«їжак»')).toBe('Ї');
    expect(letterOf('  3rd Street')).toBe('3');
    expect(letterOf('…')).toBe('#');
  });

  it('has one of eight hues, always the same for a host', () => {
    expect(hueOf('courier.example')).toBe(hueOf('courier.example'));
    const hues = new Set(Array.from({ length: 200 }, (_, index) => hueOf(`paper${index}.example`)));
    expect([...hues].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('an address as it is typed', () => {
  it('gets https where no scheme was typed', () => {
    expect(addressFrom(' courier.example/feed ')).toBe('https://courier.example/feed');
    expect(addressFrom('http://courier.example/')).toBe('http://courier.example/');
    expect(addressFrom('courier.example:8080/feed')).toBe('https://courier.example:8080/feed');
    expect(addressFrom('   ')).toBe('');
  });

  it('is named by its host', () => {
    expect(hostOf('https://www.courier.example/feed')).toBe('courier.example');
    expect(hostOf('not an address')).toBe('not an address');
  });
});

describe('days of a list', () => {
  it('hold neighbouring rows of one day, in the order given', () => {
    const rows = [9, 8, 5, 4, 1].map((at) => ({ at }));
    const days = byDay(rows, (at) => Math.floor(at / 4));
    expect(days.map(({ number, rows: held }) => [number, held.map(({ at }) => at)])).toEqual([
      [2, [9, 8]],
      [1, [5, 4]],
      [0, [1]],
    ]);
  });
});
