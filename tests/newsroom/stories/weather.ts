/** The first snow of the winter, and what it does to roads, ports and patience. */
import type { Story } from '../types.ts';
import { carried } from './wire.ts';

const snow = {
  outlet: 'vistovyi',
  minutesAgo: 74,
  slug: 'pershyi-snih-zakhid-perevaly',
  title: 'Перший сніг закрив два карпатські перевали для вантажівок',
  lead: 'За ніч у горах випало до 34 сантиметрів снігу. Рух вантажівок через два перевали зупинили до полудня, легковики їдуть зі швидкістю 30 кілометрів на годину.',
  body: [
    'Обмеження діють від шостої ранку, повідомили дорожники. На трасах працюють 86 машин зі снігоочисниками.',
    'Синоптики обіцяють, що опади вщухнуть до вечора, але вночі похолодає до дванадцяти градусів морозу.',
  ],
  author: 'Тарас Величко',
};

export const weather: readonly Story[] = [
  {
    id: 'first-snow',
    topic: 'weather',
    reports: [
      snow,
      carried(snow, { outlet: 'kurier', minutesAgo: 69, credit: 'Вістовий' }),
      {
        outlet: 'hirskyi',
        minutesAgo: 27,
        slug: 'trydtsiat-chotyry-santymetry-na-perevali',
        title: 'Тридцять чотири сантиметри на перевалі: вантажівки чекають до полудня',
        lead: 'Сніг почався о другій ночі й за чотири години вкрив дорогу так, що водії орієнтувалися за жердинами на узбіччі.',
        body: [
          'Біля підйому стоять сорок дві вантажівки. Господиня придорожньої колиби Ганна Мотрук винесла водіям казан бульйону й каже, що такого раннього снігу не бачила років дев’ять.',
          'Рятувальники нагадують: стежки вище тисячі метрів закрито через лавинну небезпеку другого рівня.',
        ],
        author: 'Василь Дутчак',
        picture: 'Перевал уранці. Ілюстрація',
      },
      {
        outlet: 'meridian',
        minutesAgo: 62,
        slug: 'first-snow-closes-carpathian-passes',
        title: 'First snow closes two Carpathian passes to lorries',
        lead: 'Up to 34 centimetres of snow fell overnight in western Ukraine; two mountain passes are closed to lorries until noon.',
        body: [
          'LVIV (Meridian Wire) – Cars may pass at no more than 30 kilometres an hour, the road service said. It has sent out 86 ploughs.',
          'Forecasters expect the snow to end by the evening and the temperature to fall to minus 12 degrees at night.',
        ],
        author: 'Ewa Lindqvist',
      },
    ],
  },
  {
    id: 'gale',
    topic: 'weather',
    reports: [
      {
        outlet: 'port',
        minutesAgo: 15,
        slug: 'shtorm-u-zatotsi-poromy-stoiat',
        title: 'Шторм у затоці: пороми стоять, на пляжі винесло два буї',
        lead: 'Пориви сягають 24 метрів за секунду. Рейдові стоянки спорожніли, а міський пором не ходитиме щонайменше до вечора.',
        body: [
          'Капітанерія просить не виходити на хвилеріз: уранці хвиля перекочувалася через ліхтарі.',
          'Два навігаційні буї, зірвані вночі, знайшли на піску за чотири кілометри від фарватеру. Їх повернуть на місце, щойно дозволить погода.',
        ],
        author: 'Леся Чабан',
        picture: 'Хвиля біля маяка. Ілюстрація',
      },
      {
        outlet: 'harbour',
        minutesAgo: 22,
        slug: 'odesa-ferries-stay-in-port-gale',
        title: 'Ferries stay in port as gale empties Odesa roadstead',
        lead: 'Gusts of 24 metres a second have stopped the city ferry and sent ships at anchor out to open water.',
        body: [
          'Nine vessels that were waiting for a berth left the roads before dawn, the harbour master’s office said. None reported damage.',
          'Two channel buoys broke loose in the night and were found on a beach four kilometres away. Pilotage is suspended until the wind falls below 17 metres a second.',
        ],
        author: 'Morag Sillars',
      },
      {
        outlet: 'fenwick',
        minutesAgo: -21,
        slug: 'a-buoy-comes-ashore',
        title: 'What to do if a two-tonne buoy comes to your beach',
        lead: 'After last night’s gale on the Black Sea, a short guide from those who have had one on ours.',
        body: [
          'Do not climb it: the chain below may still be under load. Note the number painted on its side and ring the coastguard, who will thank you warmly and arrive slowly.',
          'Our own visitor of 1998 is now a flower bed outside the lifeboat station, with the permission of its owner.',
        ],
        author: 'Tilda Marsh',
      },
    ],
  },
  {
    id: 'mild-december',
    topic: 'weather',
    reports: [
      {
        outlet: 'vechir',
        minutesAgo: -30,
        slug: 'hruden-bude-m-iakym',
        title: 'Грудень буде м’яким, кажуть синоптики й просять їм не вірити',
        lead: 'Сезонний прогноз обіцяє на півтора градуса тепліше за норму. Точність таких прогнозів – шість разів із десяти.',
        body: [
          '«Це не погода, а нахил монети», – пояснює синоптикиня Ірина Скоробагатько. Монета цього року трохи хилиться до відлиги.',
          'Комунальники про всяк випадок запаслися сіллю на сорок днів.',
        ],
        author: 'Оксана Лемешко',
      },
    ],
  },
];
