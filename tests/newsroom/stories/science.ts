/** Science: old bones, young stars, and counting what flies at night. */
import type { Story } from '../types.ts';

export const science: readonly Story[] = [
  {
    id: 'cave-bear',
    topic: 'science',
    reports: [
      {
        outlet: 'quarterlight',
        minutesAgo: 53,
        slug: 'cave-bear-tooth-carpathians-dna',
        title: 'One tooth, 310,000 years: the oldest DNA yet from a Carpathian cave',
        lead: 'A bear that died in the dark has given up more of its genome than anyone thought could last outside permafrost.',
        body: [
          'The tooth lay under a floor of calcite that sealed it from water. Inside, the team found fragments long enough to read about 60 per cent of the animal’s genes.',
          'They place the bear before the split of two lineages that were thought to be much older. “We have to redraw the tree, and we are glad to,” said Agnieszka Wrona, who led the work.',
          'The cave’s address stays secret. It holds at least forty more skulls.',
        ],
        author: 'Imogen Farrant',
        picture: 'A cave bear’s canine. Illustration',
      },
      {
        outlet: 'hirskyi',
        minutesAgo: 29,
        slug: 'zub-pechernoho-vedmedia',
        title: 'Зуб печерного ведмедя з Карпат зберіг ДНК триста десять тисяч років',
        lead: 'Знахідку вберегла кальцитова підлога. Де саме печера, науковці не кажуть: там ще щонайменше сорок черепів.',
        body: [
          'Із фрагментів удалося прочитати близько шістдесяти відсотків генів тварини. Давнішої ДНК поза вічною мерзлотою в Європі ще не знаходили.',
          'Частину колекції покажуть навесні в музеї природи у Львові.',
        ],
        author: 'Василь Дутчак',
      },
      {
        outlet: 'meridian',
        minutesAgo: 81,
        slug: 'scientists-read-310000-year-old-bear-dna',
        title: 'Scientists read 310,000-year-old DNA from bear tooth found in Carpathians',
        lead: 'Researchers have decoded about 60 per cent of the genes of a cave bear, the oldest such result in Europe outside permafrost.',
        body: [
          'WARSAW (Meridian Wire) – The tooth was protected by a layer of calcite, the team said. The findings change the family tree of European bears.',
          'The location of the cave has not been disclosed.',
        ],
        author: 'Ewa Lindqvist',
      },
    ],
  },
  {
    id: 'moth-count',
    topic: 'science',
    reports: [
      {
        outlet: 'quarterlight',
        minutesAgo: 610,
        slug: 'night-moths-count-themselves',
        title: 'The moths that count themselves',
        lead: 'A lamp, a camera and a patient algorithm have listed 1,140 species in one summer, nineteen of them unexpected.',
        body: [
          'Volunteers in nine countries hung the lamps in gardens. Each picture is judged by software and then by two people who must agree.',
          'The rarest guest came to a balcony in Chernivtsi and stayed for eleven minutes.',
        ],
        author: 'Imogen Farrant',
      },
      {
        outlet: 'fenwick',
        minutesAgo: 655,
        slug: 'moth-lamp-behind-the-bakery',
        title: 'Lamp behind the bakery lists 212 moths, and one very confused bat',
        lead: 'Our contribution to a count in nine countries hung on Mr Pell’s washing line from May to September.',
        body: [
          'It recorded 212 species, which the organisers call “most respectable for a car park”. The whole survey reached 1,140.',
          'Next year the lamp moves to the churchyard, where the vicar promises darkness.',
        ],
        author: 'Tilda Marsh',
      },
    ],
  },
  {
    id: 'sample-return',
    topic: 'science',
    reports: [
      {
        outlet: 'quarterlight',
        minutesAgo: -7,
        slug: 'asteroid-dust-capsule-lands',
        title: 'Forty grams of an asteroid land in the outback, on time and upright',
        lead: 'The capsule parachuted down eleven seconds from the predicted moment, and its heat shield is barely scorched.',
        body: [
          'Inside is dust from a body that has not changed since the planets formed. It will not be opened on Earth’s air: a glove box in Noordwijk is waiting.',
          '“Nothing went wrong, which is always suspicious,” said flight director Marit Solheim.',
        ],
        author: 'Imogen Farrant',
      },
      {
        outlet: 'ranok',
        minutesAgo: -8,
        slug: 'kapsula-z-pylom-asteroida',
        title: 'На Землю прилетіли сорок грамів астероїда',
        lead: 'Капсула спустилася на парашуті з похибкою в одинадцять секунд. Пил відкриють лише в лабораторії без доступу повітря.',
        body: [
          'Речовина, зібрана торік, не змінювалася відтоді, як утворилися планети.',
          '«Нічого не зламалося, і це завжди підозріло», – пожартувала керівниця польоту Маріт Сульгейм.',
        ],
        author: 'Соломія Гнатів',
      },
      {
        outlet: 'meridian',
        minutesAgo: -9,
        slug: 'capsule-with-asteroid-dust-lands',
        title: 'Capsule with 40 grams of asteroid dust lands safely',
        lead: 'A European probe’s return capsule has landed in South Australia eleven seconds from its predicted time.',
        body: [
          'ADELAIDE (Meridian Wire) – The sample will be flown to the Netherlands and opened without contact with air.',
          'First results are expected in spring.',
        ],
        author: 'Ewa Lindqvist',
      },
    ],
  },
];
