/** Snow, storms and what people do about them. */
import type { Report, Story } from '../types.ts';
import { carried } from './wire.ts';

const snowByVistovyi: Report = {
  outlet: 'vistovyi',
  minutesAgo: 305,
  slug: 'u-karpatakh-60-santymetriv-snihu',
  title: 'У Карпатах випало до 60 сантиметрів снігу, два перевали закрито для вантажівок',
  lead: 'Перший сильний снігопад сезону почався ввечері й тривав усю ніч; рятувальники попереджають про лавинну небезпеку третього рівня.',
  body: [
    'Найбільше снігу на Драгобраті – 60 сантиметрів. Рух вантажівок обмежено на двох перевалах, легкові автомобілі пропускають лише із зимовими шинами.',
    'Без електрики вранці були одинадцять сіл. До обіду світло повернули у вісім із них.',
    'Синоптики очікують, що снігопад ущухне надвечір, а вночі вдарить мороз до дванадцяти градусів.',
  ],
  author: 'Андрій Тимчук',
};

export const weather: readonly Story[] = [
  {
    id: 'carpathian-snow',
    topic: 'weather',
    reports: [
      {
        outlet: 'hirskyi',
        minutesAgo: 322,
        slug: 'pershyi-velykyi-snih',
        title: 'Перший великий сніг: як гори прокинулися під шістдесятьма сантиметрами',
        lead: 'За ніч замело стежки, дроти й дві дороги. Шкільні автобуси сьогодні не виїхали, зате виїхали трактори.',
        body: [
          'О четвертій ранку в Бистриці ще падав дощ, а о шостій двері вже відчиняли лопатою. На Драгобраті наміряли шістдесят сантиметрів.',
          'Лавинну небезпеку підвищено до третього рівня. Рятувальники просять не виходити на хребти принаймні дві доби й не вірити старим слідам.',
          'Вчителька Ганна Зеленчук провела перший урок телефоном. «Тема була “Зима” за підручником, – сміється вона. – Нарешті збіглося».',
        ],
        author: 'Василь Дутчак',
        picture: 'Засніжена дорога в горах. Ілюстрація',
      },
      snowByVistovyi,
      carried(snowByVistovyi, { outlet: 'ranok', minutesAgo: 290, credit: 'Вістовий' }),
      {
        outlet: 'fenwick',
        minutesAgo: 248,
        slug: 'carpathians-snow-two-passes-closed',
        title: 'Two feet of snow close Carpathian passes to trucks',
        lead: 'The first heavy snowfall of the season has blocked two mountain passes in western Ukraine and raised the avalanche warning to level three.',
        body: [
          'Up to 60 centimeters, or two feet, fell overnight at Drahobrat, the country’s highest ski resort. Eleven villages lost power and eight of them had it back by midday.',
          'Rescuers asked hikers to stay off the ridges for at least two days.',
          'Lift operators were less gloomy. With frost expected tonight, they hope to open the season ten days early.',
        ],
        author: 'Dale Whitcomb',
      },
    ],
  },
  {
    id: 'odesa-storm',
    topic: 'weather',
    reports: [
      {
        outlet: 'port',
        minutesAgo: 842,
        slug: 'shtorm-27-metriv-na-sekundu',
        title: 'Шторм: у порту зупинили крани, на Ланжероні хвилі дістають до сходів',
        lead: 'Пориви вітру сягають 27 метрів за секунду. Мешканців просять не ходити на узбережжя до завтрашнього ранку.',
        body: [
          'Портові крани зупинили о пів на шосту вечора, судна на рейді відійшли від берега на дві милі. Пором до Констанци перенесено на добу.',
          'У місті вітер повалив 34 дерева й зірвав дах із літньої естради. Постраждалих немає.',
          '«Море ввечері гарне, але дивитися на нього краще з вікна», – нагадує рятувальниця Олександра Мунтян.',
        ],
        author: 'Денис Калояров',
        picture: 'Хвилі біля хвилерізу. Ілюстрація',
      },
      {
        outlet: 'harbour',
        minutesAgo: 790,
        slug: 'odesa-cranes-stopped-storm-27-metres-per-second',
        title: 'Storm halts cranes in Odesa and sends ships out to sea',
        lead: 'Gusts of 27 metres a second stopped loading at Odesa’s port, and ships at anchor moved two miles off the coast.',
        body: [
          'The harbour master expects work to resume tomorrow morning. Eleven vessels were waiting to load when the cranes were locked at half past five.',
          'The ferry to Constanta has been put off by a day. Pilots said the swell at the breakwater reached four metres.',
          'Such storms come to the north-western Black Sea two or three times each November. This one is early and short, forecasters said.',
        ],
        author: 'Tom Garrow',
      },
      {
        outlet: 'kurier',
        minutesAgo: 765,
        slug: 'shtorm-nakryv-uzberezhzhia-poryvy-27-metriv',
        title: 'Шторм накрив узбережжя: в Одесі повалено 34 дерева, порт не працює',
        lead: 'Негода рухається на північний схід. До Дніпра вона дійде вже слабшою, але пориви до 18 метрів за секунду можливі й тут.',
        body: [
          'На узбережжі вітер розігнався до 27 метрів за секунду. В Одесі зупинили портові крани, а пором до Констанци не вийшов у море.',
          'У нас синоптики очікують негоду після опівночі. Комунальники радять прибрати автомобілі з-під старих тополь.',
          'Надвечір завтрашнього дня вітер ущухне й потеплішає до семи градусів.',
        ],
        author: 'Валерій Шевчук',
      },
    ],
  },
];
