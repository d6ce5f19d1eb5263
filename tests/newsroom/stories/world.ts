/** War and diplomacy, told with care: no leaders, no claims about fronts, people first. */
import type { Report, Story } from '../types.ts';
import { carried } from './wire.ts';

const exchangeByMeridian: Report = {
  outlet: 'meridian',
  minutesAgo: 96,
  slug: 'exchange-160-captives-border',
  title: 'Exchange at border brings 160 captives home, among them 14 medics',
  lead: 'Ukraine and Russia have exchanged 160 captives each after three weeks of talks led by mediators from two Gulf states.',
  body: [
    'CHERNIHIV (Meridian Wire) – Four buses crossed from the border zone shortly after noon. The Coordination Staff for Captives said most of those who returned had been held for more than two years, and that 14 of them were military medics.',
    '“For us the list is never closed,” the staff’s spokeswoman, Halyna Sokil, told reporters at the crossing. “Every name that comes home makes room for the next one.”',
    'All who returned were taken to a hospital for examination and will see their families in the coming days. The mediators said a further exchange, of the badly wounded, is planned before the end of the year.',
  ],
  author: 'Ewa Lindqvist',
  picture: 'Families wait for the buses near the border. Illustration',
};

const exchangeByVistovyi: Report = {
  outlet: 'vistovyi',
  minutesAgo: 88,
  slug: 'obmin-160-polonenykh',
  title: 'Додому повернулися 160 полонених, серед них 14 військових медиків',
  lead: 'Україна та Росія обмінялися полоненими за формулою «160 на 160»; більшість звільнених провели в неволі понад два роки.',
  body: [
    'Чотири автобуси прибули з прикордоння невдовзі після полудня. Про це повідомив Координаційний штаб, який вів перемовини три тижні за посередництва двох країн Перської затоки.',
    '«Для нас список ніколи не закритий. Кожне ім’я, яке повертається, звільняє місце для наступного», – сказала речниця штабу Галина Сокіл.',
    'Усіх звільнених доправили до лікарні на обстеження. За словами посередників, до кінця року готують іще один обмін – тяжкопоранених.',
  ],
  author: 'Роман Ковалишин',
  picture: 'Рідні чекають на автобуси зі звільненими. Ілюстрація',
};

const corridorByVistovyi: Report = {
  outlet: 'vistovyi',
  minutesAgo: 402,
  slug: 'domovlenist-sudnoplavstvo-chorne-more',
  title: 'Шість країн домовилися про спільні правила безпеки для суден у Чорному морі',
  lead: 'Після дванадцяти днів переговорів у Стамбулі узгоджено єдині маршрути, години проходу та цілодобовий координаційний центр.',
  body: [
    'Документ підписали представники шести держав і трьох страхових об’єднань. Угода набуде чинності 1 грудня та діятиме рік із можливістю продовження.',
    'Капітани отримуватимуть маршрут не пізніше ніж за шість годин до виходу в море, а зміни – радіо та супутниковим зв’язком. Центр працюватиме у Стамбулі та Констанці.',
    '«Це не мирна угода, а правила дорожнього руху на небезпечній дорозі, – пояснив керівник переговорів Якуб Демірель. – Але саме з таких правил починається довіра».',
  ],
  author: 'Ірина Мельничук',
};

export const world: readonly Story[] = [
  {
    id: 'captives-exchange',
    topic: 'world',
    reports: [
      exchangeByMeridian,
      carried(exchangeByMeridian, { outlet: 'fenwick', minutesAgo: 71, credit: 'Meridian Wire' }),
      {
        outlet: 'continental',
        minutesAgo: 64,
        slug: 'captives-return-after-gulf-mediation',
        title: '“I counted 811 mornings”: 160 captives return to Ukraine in Gulf-brokered swap',
        lead: 'The largest exchange since summer freed 160 people on each side; families had waited at the crossing since before dawn.',
        body: [
          'Olena Hrytsak arrived at the crossing at five in the morning with a thermos and a photograph. Her brother, an army medic, was the ninth to step off the second bus. “I counted 811 mornings,” she said. “This is the first one I did not count.”',
          'Officials said 14 medics were among the 160 who came home, and that talks led by two Gulf states had taken three weeks. Most of those freed had spent more than two years in captivity.',
          'Doctors at the receiving hospital described people who were thin but able to walk. Each will have two weeks of treatment before going home, and a further exchange, of the seriously wounded, is being prepared for December.',
        ],
        author: 'Martin Haldane',
        picture: 'A family is reunited at the hospital gate. Illustration',
      },
      exchangeByVistovyi,
      carried(exchangeByVistovyi, { outlet: 'kurier', minutesAgo: 75, credit: 'Вістовий' }),
      {
        outlet: 'ranok',
        minutesAgo: 52,
        slug: 'brat-vyishov-z-druhoho-avtobusa',
        title: 'Брат вийшов із другого автобуса: як рідні зустрічали 160 звільнених',
        lead: 'Родини чекали на кордоні ще з ночі. Серед тих, хто повернувся, – 14 медиків і наймолодший у списку, двадцятидворічний зв’язківець.',
        body: [
          'О п’ятій ранку на узбіччі вже стояло зо два десятки машин. Люди тримали світлини, загорнуті в плівку від дощу: раптом хтось із тих, хто повернеться, бачив їхніх рідних.',
          'Олена Грицак упізнала брата ще крізь шибку. «Я рахувала ранки, їх було вісімсот одинадцять, – каже вона. – Цей уже не рахуватиму».',
          'За даними агентства «Вістовий», обмін відбувся за формулою «160 на 160», а до кінця року може відбутися ще один. Звільнені проведуть у лікарні близько двох тижнів.',
        ],
        author: 'Соломія Гнатів',
        picture: 'Зустріч біля лікарні. Ілюстрація',
      },
    ],
  },
  {
    id: 'black-sea-rules',
    topic: 'world',
    reports: [
      {
        outlet: 'meridian',
        minutesAgo: 415,
        slug: 'six-states-agree-black-sea-shipping-rules',
        title: 'Six states agree on common safety rules for Black Sea shipping',
        lead: 'Negotiators in Istanbul have agreed on fixed routes, hours of passage and a round-the-clock coordination centre for merchant ships in the Black Sea.',
        body: [
          'ISTANBUL (Meridian Wire) – The agreement, reached after twelve days of talks, was signed by six states and three associations of insurers. It takes effect on 1 December for one year and can be prolonged.',
          'Captains will receive their route at least six hours before departure. A centre with offices in Istanbul and Constanta will pass on changes by radio and satellite.',
          '“This is not a peace treaty, it is a highway code for a dangerous road,” said Yakup Demirel, who led the talks. “But trust begins with rules like these.”',
        ],
        author: 'Nadia Kerr',
      },
      {
        outlet: 'harbour',
        minutesAgo: 371,
        slug: 'black-sea-highway-code-insurers',
        title: 'Insurers expect cheaper cover as Black Sea gets its “highway code”',
        lead: 'War-risk premiums for grain carriers could fall by a third once the new shipping rules take effect on 1 December, brokers say.',
        body: [
          'Underwriters in London and Hamburg welcomed the agreement signed in Istanbul by six states and three insurers’ associations. It fixes routes and hours of passage and sets up a coordination centre in Istanbul and Constanta.',
          '“What we price is uncertainty,” said Sheila Arkwright of the broker Arkwright & Dunne. “Six hours’ notice of a route removes a good deal of it.” She expects war-risk premiums to fall from 0.9 per cent of a hull’s value to about 0.6.',
          'Owners were more careful. The agreement runs for a year, and several said they would wait for the first convoys before sending their newest ships.',
        ],
        author: 'Tom Garrow',
        picture: 'Grain carriers at anchor. Illustration',
      },
      {
        outlet: 'port',
        minutesAgo: 384,
        slug: 'novi-pravyla-dlia-suden-shcho-zminytsia-v-odesi',
        title: 'Нові правила на морі: що зміниться для портів Великої Одеси',
        lead: 'З 1 грудня судна виходитимуть за єдиним розкладом. Порти обіцяють, що черга на рейді скоротиться щонайменше на добу.',
        body: [
          'Угоду про безпеку судноплавства, підписану в Стамбулі шістьма державами, у місті чекали давно. Дотепер кожен капітан домовлявся про прохід окремо, а на рейді зерновози стояли по чотири дні.',
          'Тепер маршрут надходитиме за шість годин до виходу. «Для диспетчера це означає, що можна планувати зміну, а не гасити пожежі», – каже начальниця портової диспетчерської Лідія Чорба.',
          'Портовики сподіваються, що до весни через Одесу, Чорноморськ і Південний проходитиме на п’яту частину більше вантажів.',
        ],
        author: 'Денис Калояров',
        picture: 'Зерновози на рейді Одеси. Ілюстрація',
      },
      corridorByVistovyi,
      carried(corridorByVistovyi, { outlet: 'balans', minutesAgo: 390, credit: 'Вістовий' }),
    ],
  },
  {
    id: 'deminers-school',
    topic: 'world',
    reports: [
      {
        outlet: 'continental',
        minutesAgo: 1275,
        slug: 'women-who-clear-the-fields',
        title: 'The women who clear the fields: a morning with deminers near Kharkiv',
        lead: 'Half of the trainees at a demining school in eastern Ukraine are now women. Most of them grew up beside the land they are clearing.',
        body: [
          'The instructor’s first rule is to be slow. “Speed is for firefighters,” says Iryna Dudnyk, who taught chemistry before she learned to read soil. “We are gardeners. We weed.”',
          'Her school has trained 240 people in eighteen months, and half of the latest course are women. A field of ten hectares takes a team of six about five weeks.',
          'By noon they have found a rusted tractor part, two fragments and nothing else. Dudnyk writes it down with satisfaction. A day without a find, she says, is a day on which somebody can plough.',
        ],
        author: 'Clara Whitfield',
        picture: 'Marked lanes in a field. Illustration',
      },
    ],
  },
];
