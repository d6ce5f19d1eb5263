/** Devices, networks, programs, and what they do to people. */
import type { Story } from '../types.ts';

export const technology: readonly Story[] = [
  {
    id: 'pocket-translator',
    topic: 'technology',
    reports: [
      {
        outlet: 'signal',
        minutesAgo: 192,
        slug: 'stork-offline-translation-on-a-phone',
        title: 'A translator that fits in 180 megabytes, and never phones home',
        lead: 'Researchers in Lviv and Ghent have released an open translation model for 31 languages that runs on a five-year-old phone without a network.',
        body: [
          'The model, called Stork, translates a page of news in about four seconds on a mid-range telephone from 2021. It was trained on text whose owners had agreed to its use, a list of which is published beside the code.',
          'In tests by the authors it lost two points against services in the cloud for large languages and gained three for small ones, among them Crimean Tatar and Frisian. Independent figures are not yet available.',
          '“We wanted something a nurse can use in a basement,” said Oksana Prytula, who led the work in Lviv. A version for browsers is planned for February.',
          'The code is free for any use. The weights may not be used for surveillance, a condition that lawyers say will be hard to enforce.',
        ],
        author: 'Jonas Eklund',
        picture: 'A phone translating a printed page. Illustration',
      },
      {
        outlet: 'continental',
        minutesAgo: 158,
        slug: 'stork-translation-model-works-without-internet',
        title: 'Free translation tool from Lviv and Ghent works without the internet',
        lead: 'The program, named Stork, handles 31 languages on an ordinary phone and sends nothing to anyone.',
        body: [
          'Aid workers in Kharkiv tested it for half a year in places where there was no signal. It now takes four seconds to translate a page, about as long as it takes to find one’s glasses, one of them noted.',
          'The universities behind Stork say it was trained only on texts whose owners had agreed.',
          'Translators’ associations welcomed the openness and warned against using it for contracts or prescriptions.',
        ],
        author: 'Clara Whitfield',
      },
      {
        outlet: 'ranok',
        minutesAgo: 166,
        slug: 'leleka-perekladaie-bez-internetu',
        title: '«Лелека» перекладає без інтернету: львівські науковці відкрили код перекладача',
        lead: 'Програма знає 31 мову, зокрема кримськотатарську, важить 180 мегабайтів і працює на телефоні п’ятирічної давнини.',
        body: [
          'Перекладач створили разом дослідники зі Львова та Ґента. Сторінку новин він перекладає за чотири секунди й нічого не надсилає на чужі сервери.',
          '«Ми хотіли зробити інструмент, яким медсестра зможе скористатися в підвалі», – пояснює керівниця проєкту Оксана Притула.',
          'Код відкрито для всіх. Версію для браузерів обіцяють у лютому.',
        ],
        author: 'Назар Дідух',
        picture: 'Переклад із паперу на екран. Ілюстрація',
      },
    ],
  },
  {
    id: 'baltic-cable',
    topic: 'technology',
    reports: [
      {
        outlet: 'meridian',
        minutesAgo: 560,
        slug: 'baltic-data-cable-damaged-latvia-gotland',
        title: 'Data cable between Latvia and Gotland damaged, traffic rerouted',
        lead: 'A telecommunications cable under the Baltic Sea stopped working early in the morning; operators said users would notice little.',
        body: [
          'RIGA (Meridian Wire) – Sensors placed the fault 130 kilometres off Ventspils, at a depth of 60 metres. Traffic was moved to two other cables within seconds.',
          'Coastguards of both countries are examining the movements of three ships. “It is too early to say whether an anchor, a trawl or an intention did this,” said Latvia’s communications regulator.',
          'A repair vessel is to sail from Karlskrona tomorrow. The work takes about ten days in calm weather.',
        ],
        author: 'Piotr Wolny',
      },
      {
        outlet: 'harbour',
        minutesAgo: 512,
        slug: 'repair-ship-sails-for-baltic-cable',
        title: 'Repair ship sails for broken Baltic cable with 20 km of spare line',
        lead: 'The vessel leaves Karlskrona tomorrow for a fault off Ventspils. Its crew needs ten calm days, in a month that rarely offers them.',
        body: [
          'The cable between Latvia and Gotland lies 60 metres deep where it broke, 130 kilometres off the coast. A grapnel will lift both ends, and the crew will splice in new line on deck, fibre by fibre.',
          '“You need the hands of a watchmaker and the stomach of a sailor,” said Göran Alm, who has mended cables for thirty years.',
          'Three ships that passed nearby in the night have been asked for their logs. None has been detained.',
        ],
        author: 'Sheena Mowat',
        picture: 'A cable ship in port. Illustration',
      },
      {
        outlet: 'signal',
        minutesAgo: 468,
        slug: 'why-you-did-not-notice-the-baltic-cable',
        title: 'Why you did not notice that a Baltic cable broke',
        lead: 'Traffic between Latvia and Sweden found another way in 0.4 seconds. The reason is a redesign that began after earlier faults.',
        body: [
          'When the line off Ventspils went silent, routers in Riga and Visby had already agreed on what to do. Two other cables took over, and the average delay rose by six milliseconds.',
          'Five years ago the same fault would have slowed half of Latvia for a day. Operators have since leased capacity from each other and rehearse a cut every month.',
          'What redundancy cannot do is answer the question of who did it. For that, investigators are looking at the tracks of three ships.',
        ],
        author: 'Jonas Eklund',
      },
      {
        outlet: 'vistovyi',
        minutesAgo: 541,
        slug: 'poshkodzheno-kabel-latviia-gotland',
        title: 'На дні Балтики пошкоджено кабель між Латвією та Готландом',
        lead: 'Зв’язок не перервався: трафік за частки секунди перейшов на дві інші лінії. Причину з’ясовують берегові служби обох країн.',
        body: [
          'Обрив стався за 130 кілометрів від Вентспілса на глибині 60 метрів. Перевіряють маршрути трьох суден, які проходили поблизу вночі.',
          '«Казати, що це було – якір, трал чи намір, – іще зарано», – заявили в латвійському регуляторі зв’язку.',
          'Ремонтне судно вийде з Карлскруни завтра. Робота триватиме близько десяти днів.',
        ],
        author: 'Роман Ковалишин',
      },
    ],
  },
  {
    id: 'school-radio',
    topic: 'technology',
    reports: [
      {
        outlet: 'signal',
        minutesAgo: 1120,
        slug: 'teenagers-mesh-radio-villages',
        title: 'Teenagers build a radio mesh that keeps 40 villages talking',
        lead: 'With boxes the size of a matchbox and a summer of climbing on roofs, pupils near Poltava have linked places where mobile masts often fail.',
        body: [
          'Each node costs €22 and runs for nine days on a used laptop battery. Messages of up to 200 characters hop from roof to roof until they arrive.',
          'The network carries some 600 messages a day. Most are about buses, bread and grandmothers.',
          'The pupils have written a manual, now being translated into Romanian for a school across the border.',
        ],
        author: 'Amira Fonseca',
        picture: 'A radio node on a roof. Illustration',
      },
    ],
  },
  {
    id: 'heat-pump-protocol',
    topic: 'technology',
    reports: [
      {
        outlet: 'signal',
        minutesAgo: -21,
        slug: 'heat-pumps-speak-one-language',
        title: 'Heat pumps learn to speak one language',
        lead: 'Nine makers have agreed on an open protocol, so that a pump can be told to wait an hour when the grid is short of power.',
        body: [
          'Until now every brand had its own app, and a grid operator who wanted to shift demand had to sign nine contracts. From next summer one message will do.',
          'Owners keep the last word: a switch on the device overrides any request. In a trial with 3,000 homes in Flanders nobody used it more than twice a month.',
          'The protocol fits on eleven pages. “That is its most radical feature,” said Bram Coene, who edited it.',
        ],
        author: 'Amira Fonseca',
      },
    ],
  },
];
