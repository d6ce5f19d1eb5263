/** What has been measured, found and understood. */
import type { Story } from '../types.ts';

export const science: readonly Story[] = [
  {
    id: 'water-world',
    topic: 'science',
    reports: [
      {
        outlet: 'quarterlight',
        minutesAgo: 274,
        slug: 'water-vapour-on-small-planet-after-six-years',
        title: 'Water vapour found on a planet barely larger than Earth, after six years of doubt',
        lead: 'Astronomers combined 41 transits of a planet 48 light years away and found a signal of water that survived every attempt to explain it away.',
        body: [
          'The planet, known by its catalogue number GT-1207 c, circles a small red star once in nine days. Each time it passes in front of the star, a little starlight filters through its air.',
          'A first hint of water appeared six years ago and was put down to spots on the star. The new analysis models the spots separately for each of the 41 transits. The odds that the signal is noise are now about one in two million.',
          '“We did everything we could to kill it,” said Lucía Ferrán of the Canary Institute, the first author. “It is still there.”',
          'Whether the planet has an ocean is another question. At 60 degrees Celsius and under a thick atmosphere, water may never settle.',
        ],
        author: 'Imogen Tarr',
        picture: 'A planet before its red star. Illustration',
      },
      {
        outlet: 'continental',
        minutesAgo: 203,
        slug: 'astronomers-find-water-on-nearby-world',
        title: 'Astronomers find water on a small world 48 light years away',
        lead: 'A planet slightly larger than ours has water vapour in its air, a study of 41 passages before its star concludes.',
        body: [
          'It is the smallest planet on which water has been shown beyond reasonable doubt. The first hint is six years old, but spots on the star could have produced it.',
          '“We did everything we could to kill it,” said Lucía Ferrán of the Canary Institute, who led the study.',
          'Nobody should pack a swimsuit. The planet is hot, its sky is probably always cloudy, and a year there lasts nine days.',
        ],
        author: 'Martin Haldane',
      },
      {
        outlet: 'vechir',
        minutesAgo: 139,
        slug: 'voda-na-planeti-za-48-svitlovykh-rokiv',
        title: 'На планеті за 48 світлових років знайшли водяну пару',
        lead: 'Вона лише трохи більша за Землю. Щоб переконатися, астрономи шість років збирали дані про 41 проходження перед зорею.',
        body: [
          'Планета GT-1207 c обертається довкола червоного карлика за дев’ять днів. Коли вона проходить перед зорею, частина світла просвічує крізь її атмосферу – у ньому й побачили сліди води.',
          '«Ми зробили все, щоб спростувати цей сигнал. Він нікуди не подівся», – каже керівниця дослідження Лусія Ферран із Канарського інституту.',
          'Чи є там океан, невідомо: за температури близько шістдесяти градусів вода може лишатися хмарами.',
        ],
        author: 'Юрій Палій',
        picture: 'Планета біля червоного карлика. Ілюстрація',
      },
    ],
  },
  {
    id: 'sea-core',
    topic: 'science',
    reports: [
      {
        outlet: 'quarterlight',
        minutesAgo: 1330,
        slug: 'longest-core-black-sea-mud',
        title: 'Sixty-eight metres of mud tell the Black Sea’s story, year by year',
        lead: 'The longest core ever drawn from the floor of the Black Sea reaches back 41,000 years, with a thin dark line for almost every winter.',
        body: [
          'Without oxygen at the bottom, no worm disturbs the mud, and each year’s layer stays where it fell. The team counted them under a microscope, twice.',
          'The core shows the lake turning into a sea about 7,600 years ago over four decades, neither the sudden flood of legend nor the slow seep of textbooks.',
          'Pollen in the upper layers will now be compared with harvest records of the monasteries along the coast.',
        ],
        author: 'Imogen Tarr',
      },
      {
        outlet: 'port',
        minutesAgo: 1215,
        slug: '68-metriv-mulu-rozpovidaiut-istoriiu-moria',
        title: '68 метрів мулу: одеські науковці прочитали літопис Чорного моря',
        lead: 'Найдовший керн, піднятий із морського дна, охоплює 41 тисячу років. Майже кожна зима лишила в ньому тонку темну смужку.',
        body: [
          'Біля дна немає кисню, тож мул ніхто не перекопує. Шари рахували під мікроскопом двічі: спершу в Одесі, потім у Бремені.',
          'З’ясувалося, що прісне озеро стало морем близько 7600 років тому, і тривало це приблизно сорок років.',
          '«Ні потопу за одну ніч, ні тихого просочування. Одне людське життя», – каже геологиня Стефанія Арабаджи.',
        ],
        author: 'Інна Гайдаржи',
        picture: 'Науковиця над керном. Ілюстрація',
      },
    ],
  },
  {
    id: 'bees-count',
    topic: 'science',
    reports: [
      {
        outlet: 'quarterlight',
        minutesAgo: 905,
        slug: 'bees-that-count-remember-winter',
        title: 'Bees that learn to count in autumn still can in spring',
        lead: 'Bumblebee queens trained to choose three dots over two kept the skill through five months of hibernation, a study in Uppsala shows.',
        body: [
          'The queens were trained in September with sugar water and slept in soil at three degrees. In April, 19 of 26 chose correctly at the first attempt.',
          'That memory should last through such cold was not expected: many of the connections in the brain are taken down and rebuilt.',
          'What a queen may need it for, the authors say, is to recognise flowers with the right number of petals when food is scarce.',
        ],
        author: 'Felix Odum',
        picture: 'A bumblebee queen. Illustration',
      },
    ],
  },
  {
    id: 'comet',
    topic: 'science',
    reports: [
      {
        outlet: 'quarterlight',
        minutesAgo: -7,
        slug: 'comet-visible-to-naked-eye-this-week',
        title: 'A comet last seen in the Bronze Age is now visible to the naked eye',
        lead: 'Comet Varga-Holm has brightened faster than expected and can be found low in the west for about an hour after sunset.',
        body: [
          'It was discovered in March by two amateurs, one in Szeged and one in Bergen, eleven minutes apart. Its last visit was some 3,400 years ago.',
          'The comet will be nearest to Earth on 4 December, at a safe 58 million kilometres. Its tail already spans six degrees, the width of three fingers at arm’s length.',
          'A dark place and a clear horizon are all that is needed. Binoculars show a greenish core.',
        ],
        author: 'Imogen Tarr',
        picture: 'The comet over a field. Illustration',
      },
      {
        outlet: 'ranok',
        minutesAgo: -8,
        slug: 'kometa-yaku-vydno-neozbroienym-okom',
        title: 'Куди дивитися, щоб побачити комету: вона видна неозброєним оком',
        lead: 'Комета Варги – Гольма несподівано пояскравішала. Шукати її слід низько на заході впродовж години після заходу сонця.',
        body: [
          'Востаннє вона наближалася до Землі близько 3400 років тому. Відкрили комету в березні двоє аматорів – із Сегеда й Берґена – з різницею в одинадцять хвилин.',
          'Найближче до нас вона буде 4 грудня: за 58 мільйонів кілометрів. Хвіст завширшки з три пальці витягнутої руки.',
          'Найкраще видно за містом. У бінокль помітно зеленкувате ядро.',
        ],
        author: 'Назар Дідух',
        picture: 'Комета над полем. Ілюстрація',
      },
      {
        outlet: 'vechir',
        minutesAgo: -9,
        slug: 'hostia-z-bronzovoi-doby',
        title: 'Гостя з бронзової доби: над Україною з’явилася яскрава комета',
        lead: 'Комету Варги – Гольма можна побачити вже сьогодні ввечері, якщо розійдуться хмари.',
        body: [
          'Коли вона пролітала востаннє, на Подніпров’ї відливали бронзові серпи. Наступного разу комета повернеться приблизно за тридцять три століття.',
          'Астрономи радять вийти на відкрите місце за пів години після заходу сонця й дивитися на захід.',
          'Вимкнення світла, жартують у планетарії, ще ніколи не були такими доречними.',
        ],
        author: 'Юрій Палій',
      },
      {
        outlet: 'fenwick',
        minutesAgo: -10,
        slug: 'how-to-see-the-comet-from-fenwick',
        title: 'How to see the comet: look west, after sunset, away from the mall',
        lead: 'Comet Varga-Holm, last here about 3,400 years ago, can be seen without a telescope for the next ten evenings.',
        body: [
          'The astronomy club will open the school playing field at half past five. Parking lights off, please.',
          'The comet stands about a hand’s width above the horizon. It will be closest on Dec. 4, some 36 million miles away.',
          'If it is cloudy, there is soup anyway.',
        ],
        author: 'Dale Whitcomb',
      },
    ],
  },
];
