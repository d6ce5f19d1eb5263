/** The European Union: its money, its railways, its rules. */
import type { Story } from '../types.ts';

export const europe: readonly Story[] = [
  {
    id: 'rail-fund',
    topic: 'europe',
    reports: [
      {
        outlet: 'ledger',
        minutesAgo: 121,
        slug: 'ministers-back-rail-fund-standard-gauge',
        title: 'Ministers back €2.4bn rail fund to bring standard gauge to Lviv and Chisinau',
        lead: 'EU transport ministers have agreed to pay for 370 kilometres of European-gauge track into Ukraine and Moldova by 2031.',
        body: [
          'The vote in Brussels was carried by 24 member states; three abstained over the cost of level crossings. The money comes from the unspent part of the connecting facility and needs the consent of Parliament in January.',
          'Work would start on the line from the Polish border to Lviv, where trains now wait up to three hours for a change of wheels. Chisinau would follow from 2029.',
          '“A border you cross at ninety kilometres an hour is a different border,” said Annick Thijs, who chaired the session.',
        ],
        author: 'Hugo Lambrecht',
        picture: 'Track works near the border. Illustration',
      },
      {
        outlet: 'continental',
        minutesAgo: 83,
        slug: 'eu-money-to-change-the-width-of-rails',
        title: 'Eighty-five millimetres: EU pays to close Europe’s oldest gap in the rails',
        lead: 'The difference between two track widths has stopped trains at the Ukrainian border for a century and a half. A €2.4bn fund is to end it.',
        body: [
          'At Mostyska the night express stands still for almost three hours while each carriage is lifted and given new wheels. Passengers sleep through it, or say they do.',
          'Transport ministers have now agreed to fund 370 kilometres of standard-gauge track, first to Lviv and later to Chisinau. Twenty-four states voted in favour and three abstained.',
          'If Parliament agrees in January, the first train could run from Vienna to Lviv without a stop at the border in 2029, planners said.',
        ],
        author: 'Rhys Calloway',
      },
      {
        outlet: 'meridian',
        minutesAgo: 130,
        slug: 'eu-ministers-rail-fund-ukraine-moldova',
        title: 'EU ministers agree 2.4-billion-euro rail fund for Ukraine and Moldova',
        lead: 'Transport ministers of the European Union have agreed on a fund of 2.4 billion euros for standard-gauge railways to Lviv and Chisinau.',
        body: [
          'BRUSSELS (Meridian Wire) – The fund is to pay for 370 kilometres of track by 2031. Twenty-four states supported it and three abstained.',
          'The European Parliament is to vote in January. Construction would begin between the Polish border and Lviv.',
          'Ukraine’s railway said it was ready to award the first contracts in spring.',
        ],
        author: 'Ewa Lindqvist',
      },
      {
        outlet: 'vistovyi',
        minutesAgo: 112,
        slug: 'yes-vydilyt-2-4-miliarda-na-yevrokoliiu',
        title: 'ЄС дасть 2,4 мільярда євро на європейську колію до Львова та Кишинева',
        lead: 'Міністри транспорту країн Євросоюзу погодили фонд, з якого до 2031 року збудують 370 кілометрів колії стандартної ширини.',
        body: [
          'За рішення проголосували 24 держави, три утрималися. У січні його має підтримати Європейський парламент.',
          'Першою прокладатимуть лінію від польського кордону до Львова. Нині потяги чекають на заміну візків до трьох годин.',
          'Залізничники готові оголосити перші торги навесні, повідомили в компанії.',
        ],
        author: 'Роман Ковалишин',
      },
      {
        outlet: 'hirskyi',
        minutesAgo: 58,
        slug: 'yevrokoliia-shcho-zminytsia-dlia-karpat',
        title: 'Євроколія йде на схід: що нова лінія дасть Карпатам',
        lead: 'Фонд на 2,4 мільярда євро оплатить колію до Львова. Громади Прикарпаття просять подумати й про гілку до Яремча.',
        body: [
          'Міністри країн ЄС погодили гроші на 370 кілометрів європейської колії. До гір вона поки не дійде, але до Львова з Відня можна буде доїхати без зупинки на кордоні.',
          '«Турист, який вийшов у Львові о восьмій ранку, хоче бути на стежці опівдні», – каже голова гірської громади Параска Біланюк. Вона пропонує узгодити розклад приміських потягів уже тепер.',
          'Природоохоронці наголошують, що будь-яку нову гілку слід вести наявним насипом, аби не розрізати оселищ рисі.',
        ],
        author: 'Василь Дутчак',
        picture: 'Колія в передгір’ї. Ілюстрація',
      },
    ],
  },
  {
    id: 'night-train',
    topic: 'europe',
    reports: [
      {
        outlet: 'ledger',
        minutesAgo: 1490,
        slug: 'night-train-brussels-lviv-tickets',
        title: 'Night train from Brussels to Lviv sells out its first month in two hours',
        lead: 'A cooperative of passengers has put 1,900 berths on sale between the two cities; the first train leaves on 12 December.',
        body: [
          'The train needs 26 hours and changes locomotives four times. “We are slower than a plane and faster than doubt,” said Joris Peeters, who founded the cooperative with 11,000 small shareholders.',
          'A berth costs from €89. Half of the buyers, the cooperative said, are Ukrainians who live in Belgium and the Netherlands.',
          'From March the train is to run three times a week, provided that a second set of sleeping cars is ready.',
        ],
        author: 'Hugo Lambrecht',
        picture: 'A sleeping car at the platform. Illustration',
      },
      {
        outlet: 'ranok',
        minutesAgo: 1432,
        slug: 'nichnyi-potiah-lviv-briussel',
        title: 'Нічний потяг Львів – Брюссель: квитки на грудень розкупили за дві години',
        lead: 'Перший рейс вирушить 12 грудня. Дорога триватиме 26 годин, а місце в купе коштує від 89 євро.',
        body: [
          'Потяг запускає не державна залізниця, а кооператив пасажирів, у якому одинадцять тисяч дрібних пайовиків. На перший місяць продали 1900 місць.',
          'Половина покупців – українці, що живуть у Бельгії та Нідерландах. «Нарешті бабуся приїде до онуків зі своїми валізами, а не з ручною поклажею», – пише одна з пасажирок.',
          'З березня потяг має ходити тричі на тиждень.',
        ],
        author: 'Соломія Гнатів',
      },
      {
        outlet: 'hirskyi',
        minutesAgo: 1405,
        slug: 'potiah-iz-briusselia-pidkhoplyat-avtobusy',
        title: 'Потяг із Брюсселя зустрічатимуть автобуси до гірських сіл',
        lead: 'Громади Бойківщини домовилися про автобуси від львівського вокзалу: вони відправлятимуться за сорок хвилин після прибуття нічного потяга.',
        body: [
          'Перший рейс із Брюсселя прибуде 13 грудня. На нього вже продано всі місця, і кожен десятий пасажир запитував, як дістатися до гір.',
          'Автобуси поїдуть до Турки, Сколого та Славського. Квиток можна буде купити разом із залізничним.',
          'Якщо потяг запізниться, автобус чекатиме, обіцяють перевізники.',
        ],
        author: 'Василь Дутчак',
      },
    ],
  },
  {
    id: 'repair-label',
    topic: 'europe',
    reports: [
      {
        outlet: 'ledger',
        minutesAgo: -23,
        slug: 'repair-label-washing-machines',
        title: 'Washing machines to carry repair score from 2028 under draft EU rules',
        lead: 'A label from A to G would tell buyers how long spare parts will be sold and whether a screwdriver is enough to fit them.',
        body: [
          'The draft seen by the Ledger covers washing machines, dishwashers and dryers. Makers would have to keep pumps, seals and control boards in stock for twelve years.',
          'Industry groups ask for nine. Consumer groups, who campaigned for fifteen, call the proposal a decent compromise.',
          'Similar labels on telephones, introduced last year, have shifted about eight per cent of sales to models with better scores.',
        ],
        author: 'Pauline Verbeke',
      },
    ],
  },
];
