/** Books, pictures, music, and those who keep them. */
import type { Report, Story } from '../types.ts';
import { carried } from './wire.ts';

const prizeByVistovyi: Report = {
  outlet: 'vistovyi',
  minutesAgo: 462,
  slug: 'yevropeiska-premiia-za-roman-soliana-doroha',
  title: 'Роман «Соляна дорога» львів’янки Дарини Колос здобув Європейську премію',
  lead: 'Нагороду в 60 тисяч євро журі вперше розділило порівну між авторкою та перекладачкою.',
  body: [
    'Роман про чотири покоління чумаків, що возили сіль із Карпат у степ, Колос писала одинадцять років. Англійською його переклала Гаррієт Бун.',
    'За чотирнадцять місяців праці перекладачка поставила авторці 612 запитань. Їх надрукували в додатку до книжки.',
    'Свою частину премії письменниця передасть бібліотеці школи, де навчалася.',
  ],
  author: 'Ірина Мельничук',
};

const paintingByMeridian: Report = {
  outlet: 'meridian',
  minutesAgo: 1048,
  slug: 'stolen-painting-returned-odesa-museum',
  title: 'Painting stolen four decades ago returns to Odesa museum',
  lead: 'A canvas known as “The Fishermen” is back in Odesa after a student recognised its frame in an online auction.',
  body: [
    'ODESA (Meridian Wire) – The work vanished while the museum’s roof was being repaired. An auction house in Ghent gave it back without a dispute once the records were compared.',
    'Myroslava Topal, 20, was writing a term paper on frames when she noticed a carved pattern used by a single local workshop.',
    'The museum will show the picture from the fifth of the month.',
  ],
  author: 'Nadia Kerr',
};

export const culture: readonly Story[] = [
  {
    id: 'translation-prize',
    topic: 'culture',
    reports: [
      {
        outlet: 'continental',
        minutesAgo: 447,
        slug: 'european-novel-prize-salt-road',
        title: 'Lviv novelist and her translator share the European Novel Prize for “The Salt Road”',
        lead: 'For the first time the jury has divided the €60,000 award equally between a writer and a translator.',
        body: [
          'Daryna Kolos wrote “The Salt Road” over eleven years. Harriet Boone translated it in fourteen months, and asked the author 612 questions, which have now been printed as an appendix.',
          'The novel follows four generations of carters who bring salt from the Carpathians to the steppe. The jury called it “a long book that no reader will wish shorter”.',
          'Kolos said she would spend her half on the library of her old school. Boone said she would spend hers on sleep.',
        ],
        author: 'Clara Whitfield',
        picture: 'The prize-winning novel in a bookshop. Illustration',
      },
      prizeByVistovyi,
      carried(prizeByVistovyi, { outlet: 'vechir', minutesAgo: 434, credit: 'Вістовий' }),
      {
        outlet: 'ranok',
        minutesAgo: 421,
        slug: '612-zapytan-perekladachky',
        title: '612 запитань перекладачки: як «Соляна дорога» стала найкращим романом Європи',
        lead: 'Дарина Колос і Гаррієт Бун уперше зустрілися лише на врученні. Доти між ними були самі листи.',
        body: [
          '«Якого кольору сіль на світанку?» – таким було перше запитання. Відповідь забрала три сторінки.',
          'Журі Європейської премії вирішило, що без цього листування книжки не було б, і поділило 60 тисяч євро навпіл.',
          'Колос віддає свою частину шкільній бібліотеці, Бун обіцяє нарешті виспатися.',
          'Українське видання вже додруковують. У книгарнях Львова роман розкупили за один вечір.',
        ],
        author: 'Соломія Гнатів',
        picture: 'Черга до книгарні. Ілюстрація',
      },
      {
        outlet: 'fenwick',
        minutesAgo: 386,
        slug: 'translator-from-fenwick-shares-prize',
        title: 'Fenwick native Harriet Boone wins European prize for translating Ukrainian novel',
        lead: 'Boone, who left Fenwick High in 1998, shares 60,000 euros with the author of “The Salt Road,” Daryna Kolos of Lviv.',
        body: [
          'She learned Ukrainian from a neighbor on Mill Street who traded lessons for help with the garden, Boone told the Gazette by phone.',
          'The book took her fourteen months and 612 questions to the author. “Most were about salt,” she said. “Some were about love. The hard ones were about axles.”',
          'The public library has ordered five copies, and there is already a waiting list.',
        ],
        author: 'Ruth Ann Keller',
        picture: 'Fenwick public library. Illustration',
      },
    ],
  },
  {
    id: 'painting-returns',
    topic: 'culture',
    reports: [
      {
        outlet: 'port',
        minutesAgo: 1102,
        slug: 'rybalky-povernulysia-do-muzeiu',
        title: '«Рибалки» повернулися: вкрадене сорок років тому полотно знов у музеї',
        lead: 'Картину невідомого майстра впізнала на онлайн-аукціоні студентка, яка писала курсову про рами.',
        body: [
          'Полотно зникло взимку, коли в музеї лагодили дах. Лишилися самі інвентарний номер і чорно-біла світлина.',
          'Студентка Мирослава Топал звернула увагу не на живопис, а на раму: такий візерунок різьбив лише один одеський столяр. Аукціонний дім у Генті повернув картину без суперечки.',
          'Відвідувачі побачать її від п’ятого числа. Поруч повісять світлину, за якою полотно шукали всі ці роки.',
        ],
        author: 'Інна Гайдаржи',
        picture: 'Зала музею. Ілюстрація',
      },
      paintingByMeridian,
      carried(paintingByMeridian, { outlet: 'harbour', minutesAgo: 1029, credit: 'Meridian Wire' }),
      {
        outlet: 'kurier',
        minutesAgo: 1015,
        slug: 'studentka-znaishla-vkradenu-kartynu',
        title: 'Студентка знайшла вкрадену картину за візерунком на рамі',
        lead: 'Полотно «Рибалки» сорок років вважали втраченим. Воно висіло у приватній вітальні в Бельгії.',
        body: [
          'Двадцятирічна Мирослава Топал готувала курсову про різьблені рами й переглядала каталоги аукціонів. На двісті сороковій сторінці вона побачила знайомі виноградні вуса.',
          'Власники не знали, що картину вкрадено, і погодилися повернути її до Одеси.',
          'Керівник музею каже, що курсову вже зараховано.',
        ],
        author: 'Ніна Бойко',
      },
    ],
  },
  {
    id: 'library-boat',
    topic: 'culture',
    reports: [
      {
        outlet: 'port',
        minutesAgo: -24,
        slug: 'biblioteka-na-kateri',
        title: 'Бібліотека на катері: Дунаєм до сіл везуть дві тисячі книжок',
        lead: 'Раз на тиждень старий лоцманський катер обходитиме сім причалів у дельті. Читацький квиток – безкоштовний, чай – теж.',
        body: [
          'Найбільше просять детективів і книжок про бджіл, розповідає бібліотекарка Пелагея Іванова. Діти просять «щось про море, але щоб не сумно».',
          'Катер ремонтували два роки на пожертви. Полиці мають бортики, щоб томи не сипалися на хвилі.',
          'Узимку, коли стане лід, книжки возитимуть саньми.',
        ],
        author: 'Інна Гайдаржи',
        picture: 'Катер біля причалу. Ілюстрація',
      },
    ],
  },
];
