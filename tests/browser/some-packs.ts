/** Two packs of invented sources, in every standing that an entry can have. */
import type { Packs } from '../../utils/model/pack.ts';
import { packEntry } from './fake-surface.ts';

export function somePacks(): Packs {
  return {
    criteria: { en: ['They report by themselves.'], uk: ['Вони самі збирають новини.'] },
    packs: [
      {
        id: 'north',
        name: { en: 'The north', uk: 'Північ' },
        about: { en: 'Papers of the north.', uk: 'Газети півночі.' },
        criteria: { en: 'North of the river.', uk: 'На північ від річки.' },
        entries: [
          packEntry({ id: 'courier', name: 'Courier' }),
          packEntry({
            id: 'herald',
            name: 'Herald',
            owner: { name: 'Herald Trust', source: 'https://register.example/herald' },
            support: 'https://herald.example/support',
          }),
          packEntry({ id: 'site-only', name: 'Site only', feeds: [], discovery: true }),
        ],
      },
      {
        id: 'south',
        name: { en: 'The south', uk: 'Південь' },
        about: { en: 'Radio of the south.', uk: 'Радіо півдня.' },
        criteria: { en: 'South of the river.', uk: 'На південь від річки.' },
        entries: [packEntry({ id: 'poluden', name: 'Полудень', language: 'uk', kind: 'broadcaster' })],
      },
    ],
  };
}
