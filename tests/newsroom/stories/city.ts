/** Cities: what goes, what is built, what is argued about at the bus stop. */
import type { Story } from '../types.ts';
import { carried } from './wire.ts';

const tram = {
  outlet: 'vistovyi',
  minutesAgo: 97,
  slug: 'tramvai-cherez-dnipro-pochaly-vyprobuvannia',
  title: 'Через Дніпро пустили перший пробний трамвай новою лінією',
  lead: 'Вагон із мішками піску замість пасажирів проїхав 7,4 кілометра між берегами за дев’ятнадцять хвилин.',
  body: [
    'Випробування триватимуть три тижні. Якщо зауважень не буде, лінію відкриють 19 грудня.',
    'Нею зможуть користуватися 48 тисяч пасажирів на добу, підрахували в міському управлінні транспорту.',
  ],
  author: 'Тарас Величко',
};

export const city: readonly Story[] = [
  {
    id: 'river-tram',
    topic: 'city',
    reports: [
      tram,
      carried(tram, { outlet: 'balans', minutesAgo: 91, credit: 'Вістовий' }),
      {
        outlet: 'kurier',
        minutesAgo: 12,
        slug: 'pisok-poikhav-pershym',
        title: 'Пісок поїхав першим: як випробовували трамвай через Дніпро',
        lead: 'Замість пасажирів у вагон поклали вісім тонн піску. За кермом був водій, який тридцять років тому закривав стару лінію.',
        body: [
          'Петро Гайдамака виїхав із депо о 4:40, аби не заважати автобусам. На мосту зупинився, як велить інструкція, і, каже, «привітався з річкою».',
          'Дев’ятнадцять хвилин від берега до берега – це вдвічі швидше, ніж маршруткою о восьмій ранку.',
          'Лінію обіцяють відкрити 19 грудня.',
        ],
        author: 'Галина Перебийніс',
        picture: 'Трамвай на мосту. Ілюстрація',
      },
      {
        outlet: 'meridian',
        minutesAgo: 104,
        slug: 'test-tram-crosses-dnipro',
        title: 'Test tram crosses Dnipro on new 7.4-kilometre line',
        lead: 'A tram loaded with sand has made the first trip over a new river line that is due to open on 19 December.',
        body: [
          'KYIV (Meridian Wire) – The ride took 19 minutes. Tests are to last three weeks.',
          'The line is designed for 48,000 passengers a day.',
        ],
        author: 'Ewa Lindqvist',
      },
    ],
  },
  {
    id: 'lighthouse',
    topic: 'city',
    reports: [
      {
        outlet: 'port',
        minutesAgo: 1050,
        slug: 'maiak-vidkryly-dlia-vidviduvachiv',
        title: 'Старий маяк уперше відкрили для відвідувачів, і черга була до пляжу',
        lead: 'За неділю сходами піднялося 640 людей. Наглядачка Віра Стамболі показувала лінзу й просила не дихати на скло.',
        body: [
          'Маяк світить від 1862 року з двома перервами. Екскурсії проводитимуть щонеділі до березня, коли дозволяє вітер.',
          'Квиток коштує як склянка чаю, і чай до нього додають.',
        ],
        author: 'Леся Чабан',
      },
      {
        outlet: 'harbour',
        minutesAgo: 1015,
        slug: 'odesa-lighthouse-opens-doors',
        title: 'Odesa opens its old lighthouse, one careful breath at a time',
        lead: 'Some 640 visitors climbed the tower on its first open Sunday. They were asked not to breathe on the lens.',
        body: [
          'The light of 1862 is still on the charts and will stay there, the hydrographic service said.',
          'Tours run every Sunday until March, wind permitting.',
        ],
        author: 'Morag Sillars',
        picture: 'The lens of 1862. Illustration',
      },
    ],
  },
  {
    id: 'night-library',
    topic: 'city',
    reports: [
      {
        outlet: 'kurier',
        minutesAgo: -18,
        slug: 'biblioteka-do-druhoi-nochi',
        title: 'Бібліотека на Подолі працюватиме до другої ночі',
        lead: 'Студенти просили про це три роки. Тепер є генератор, чайник і вахтер, який сам дочитує детектив.',
        body: [
          'У читальній залі сто двадцять місць. На першу ніч записалося двісті охочих.',
          'Шуміти дозволено тільки сторінками.',
        ],
        author: 'Галина Перебийніс',
      },
      {
        outlet: 'harbour',
        minutesAgo: -19,
        slug: 'crane-becomes-reading-room',
        title: 'Retired harbour crane to become a reading room',
        lead: 'The cab, 31 metres above quay four, will hold six chairs, one lamp and a rule about vertigo.',
        body: [
          'The city of Izmail bought the crane for its scrap value and the view. Books go up by the old hook.',
          'It opens in May.',
        ],
        author: 'Morag Sillars',
      },
    ],
  },
];
