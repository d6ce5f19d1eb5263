/** Culture: films without dialogue, a manuscript in a flour bin, an orchestra of conductors. */
import type { Story } from '../types.ts';

export const culture: readonly Story[] = [
  {
    id: 'silent-film',
    topic: 'culture',
    reports: [
      {
        outlet: 'continental',
        minutesAgo: 205,
        slug: 'festival-prize-for-a-film-without-words',
        title: 'A film without a single word wins the grand prize at Trieste',
        lead: 'Solomiya Hrytsai’s “Salt” follows a ferry captain for one winter. Nobody in it speaks, and nobody in the hall coughed.',
        body: [
          'The jury needed eleven minutes. Its president, the Croatian actor Ante Krile, said it had been “like agreeing on the weather while standing in it”.',
          'Hrytsai, 34, shot the film near Kherson’s estuary and in a studio in Lviv. It opens in Ukraine on 15 January.',
        ],
        author: 'Rhys Calloway',
        picture: 'A ferry in the ice. Illustration',
      },
      {
        outlet: 'ranok',
        minutesAgo: 190,
        slug: 'film-sil-ghran-pri-triiest',
        title: '«Сіль» без слів: українська стрічка взяла гран-прі у Трієсті',
        lead: 'Фільм Соломії Грицай про одну зиму капітана порома журі відзначило за одинадцять хвилин наради.',
        body: [
          'У стрічці немає жодної репліки. «Тиша в залі була така, ніби всі тримали одне дихання», – розповідає кінокритикиня Дарина Ющук.',
          'Українські глядачі побачать «Сіль» 15 січня.',
        ],
        author: 'Соломія Гнатів',
      },
      {
        outlet: 'vechir',
        minutesAgo: 171,
        slug: 'tysha-shcho-peremohla',
        title: 'Тиша, що перемогла: чим узяв журі фільм «Сіль»',
        lead: 'Дев’яносто дві хвилини, один пором і жодного слова. Розповідаємо, як знімали найтихішу стрічку року.',
        body: [
          'Звукорежисер Ігор Танцюра записав сорок видів криги. Дев’ять із них увійшли до фільму.',
          'Гран-прі в Трієсті – перша така нагорода для режисерки.',
        ],
        author: 'Оксана Лемешко',
      },
    ],
  },
  {
    id: 'flour-bin',
    topic: 'culture',
    reports: [
      {
        outlet: 'port',
        minutesAgo: 420,
        slug: 'rukopys-u-bidoni-z-boroshnom',
        title: 'У старій пекарні на Молдаванці знайшли ноти, сховані в бідоні для борошна',
        lead: 'Сорок сторінок п’єси для скрипки й контрабаса датовано 1911 роком. Автора поки не встановили.',
        body: [
          'Бідон віддали на брухт під час ремонту, та бляхар зазирнув усередину. Ноти загорнуто в рушник із монограмою «М. Л.».',
          'Перше виконання обіцяють навесні у філармонії.',
        ],
        author: 'Леся Чабан',
        picture: 'Перша сторінка рукопису. Ілюстрація',
      },
      {
        outlet: 'fenwick',
        minutesAgo: 465,
        slug: 'sonata-found-in-flour-bin',
        title: 'Sonata of 1911 found in flour bin in Odesa bakery',
        lead: 'Forty pages for violin and double bass survived a century of bread, wrapped in a towel marked “M. L.”.',
        body: [
          'The bin was on its way to the scrap dealer when the tinsmith lifted the lid. The first performance is planned for spring.',
          'Anyone in this town who knows an M. L. is asked to call at the office.',
        ],
        author: 'Tilda Marsh',
      },
    ],
  },
  {
    id: 'conductors',
    topic: 'culture',
    reports: [
      {
        outlet: 'vechir',
        minutesAgo: -12,
        slug: 'orkestr-bez-dyryhenta',
        title: 'Оркестр із самих диригентів зіграє без диригента',
        lead: 'Двадцять шість маестро сядуть за пульти в Тернополі, а паличку покладуть на порожній стілець.',
        body: [
          'Ідея народилася в черзі по каву. Репетицій буде дві: більше, кажуть учасники, вони одне одного не витримають.',
          'Кошти від квитків підуть на ремонт музичної школи.',
        ],
        author: 'Оксана Лемешко',
      },
      {
        outlet: 'continental',
        minutesAgo: -13,
        slug: 'twenty-six-conductors-no-baton',
        title: 'Twenty-six conductors, no baton: an orchestra with an empty podium',
        lead: 'In Ternopil the people who usually give the beat will try to follow one another instead.',
        body: [
          'There will be two rehearsals. More, the organisers said, would endanger friendships.',
          'The proceeds go to the roof of the town’s music school.',
        ],
        author: 'Rhys Calloway',
      },
    ],
  },
];
