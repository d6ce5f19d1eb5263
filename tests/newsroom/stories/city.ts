/** What happens in towns and on their streets. */
import type { Story } from '../types.ts';

export const city: readonly Story[] = [
  {
    id: 'left-bank-tram',
    topic: 'city',
    reports: [
      {
        outlet: 'ranok',
        minutesAgo: 176,
        slug: 'shvydkisnyi-tramvai-na-livyi-bereh',
        title: 'Швидкісний трамвай знову їде через Дніпро: 22 хвилини замість години в заторі',
        lead: 'Київ відкрив першу за п’ятнадцять років трамвайну лінію через міст. Цього тижня проїзд нею безкоштовний.',
        body: [
          'Перший вагон вирушив о пів на шосту ранку. У ньому їхали пекарка, двоє медбратів, собака на ім’я Бублик і водійка Лариса Кушнір, яка чекала цього рейсу від 2011 року.',
          'Лінія має дев’ять зупинок і власний акумуляторний запас: якщо зникне струм, вагон доїде до наступної станції.',
          'У години пік трамваї ходитимуть що чотири хвилини.',
        ],
        author: 'Марта Левицька',
        picture: 'Трамвай на мосту. Ілюстрація',
      },
      {
        outlet: 'vechir',
        minutesAgo: 61,
        slug: 'pershyi-den-novoi-linii-38-tysiach',
        title: 'Перший день нової трамвайної лінії: 38 тисяч пасажирів і один загублений контрабас',
        lead: 'Киянам сподобалося їхати над Дніпром. Скарги є лише на вузькі двері та заповільний валідатор.',
        body: [
          'До шостої вечора лінією скористалися 38 тисяч людей, удвічі більше, ніж розраховували. Найдовша черга була на зупинці біля ринку.',
          'На кінцевій знайшли контрабас у чохлі. Власник повернувся по нього за сорок хвилин і зіграв диспетчерам.',
          'Інженери обіцяють за тиждень налаштувати світлофори, щоб вагони не стояли перед мостом.',
        ],
        author: 'Юрій Палій',
        picture: 'Пасажири нової лінії. Ілюстрація',
      },
      {
        outlet: 'kurier',
        minutesAgo: 133,
        slug: 'kyiv-pustyv-tramvai-cherez-mist',
        title: 'Київ пустив трамвай через міст. Коли черга Дніпра?',
        lead: 'Столична лінія з акумуляторним запасом відкрилася сьогодні. Наші транспортники кажуть, що вивчають досвід.',
        body: [
          'Дев’ять зупинок, двадцять дві хвилини від берега до берега, вагон що чотири хвилини. Київ будував це три роки.',
          'У Дніпрі схожий проєкт лежить від часів, коли креслення ще сушили на мотузці. Оновити його обіцяють до весни.',
          '«Міст витримає, питання – чи витримає бюджет», – каже інженерка Зоя Рибалка.',
        ],
        author: 'Валерій Шевчук',
      },
    ],
  },
  {
    id: 'mountain-rescue',
    topic: 'city',
    reports: [
      {
        outlet: 'hirskyi',
        minutesAgo: 4,
        slug: 'dvoie-turystiv-znaideni-za-svitlom-lampy',
        title: 'Двох мандрівників знайшли за світлом гасової лампи',
        lead: 'Студенти з Житомира заблукали на полонині в снігопад і перечекали ніч у порожній колибі. Рятувальники помітили світло у вікні.',
        body: [
          'Зв’язку на полонині немає, а сліди замело за годину. Хлопці знайшли колибу, розпалили піч і поставили на вікно стару лампу, яку чабани лишають саме на такий випадок.',
          'О третій ночі її побачив рятувальник Микола Рибчук. «Лампа чадить, але світить. Краще за будь-який телефон», – каже він.',
          'Обоє здорові. Гас і сірники студенти пообіцяли повернути навесні.',
        ],
        author: 'Оксана Тимків',
        picture: 'Колиба в снігу. Ілюстрація',
      },
    ],
  },
  {
    id: 'lighthouse-keeper',
    topic: 'city',
    reports: [
      {
        outlet: 'harbour',
        minutesAgo: 2,
        slug: 'lighthouse-keeper-last-shift',
        title: 'Last keeper of Skarrow lighthouse hands the lamp to a timer',
        lead: 'After 34 years and 12,000 sunsets, Ivor Penhale has switched the light to automatic and gone ashore with his cat.',
        body: [
          'The lamp on Skarrow Head has been lit by hand since 1871. From tonight a timer does it, watched from an office 200 miles away.',
          'Penhale, 66, left the brass polished and a note for whoever comes to change the bulb: “Third stair from the top is loose. Mind the view.”',
          'The harbour trust is looking for a tenant for the cottage. The cat is not included.',
        ],
        author: 'Sheena Mowat',
        picture: 'A lighthouse in the evening. Illustration',
      },
    ],
  },
  {
    id: 'trawler-rescue',
    topic: 'city',
    reports: [
      {
        outlet: 'harbour',
        minutesAgo: 0,
        slug: 'crew-of-seven-rescued-off-vylkove',
        title: 'Crew of seven saved as trawler goes down off the Danube delta',
        lead: 'A tug on its way to Izmail turned back in three-metre waves and took seven fishermen off a raft.',
        body: [
          'The trawler Zoria lost power and began to take on water eleven miles off the coast. Its skipper sent one distress call before the radio failed.',
          'The tug Benevolent was the nearest ship. “We heard half a sentence,” said its mate, Costin Manea. “Half was enough.”',
          'All seven are in hospital in Vylkove with mild hypothermia. The cause of the leak is not known.',
        ],
        author: 'Tom Garrow',
        picture: 'A tug at sea. Illustration',
      },
      {
        outlet: 'port',
        minutesAgo: -1,
        slug: 'buksyr-vriatuvav-simokh-rybalok',
        title: 'Буксир урятував сімох рибалок із траулера, що затонув біля дельти Дунаю',
        lead: 'Вони провели на плоту дві години. Усі живі, лікарі Вилкового оцінюють їхній стан як задовільний.',
        body: [
          'Траулер «Зоря» втратив хід за одинадцять миль від берега й почав набирати воду. Капітан устиг вийти на зв’язок лише раз.',
          '«Ми почули пів речення. Цього вистачило», – розповів помічник капітана буксира «Беневолент» Костін Маня.',
          'Хвилі сягали трьох метрів, тож пліт довелося підводити тросом. Причину течі встановлює комісія.',
        ],
        author: 'Денис Калояров',
      },
      {
        outlet: 'meridian',
        minutesAgo: -2,
        slug: 'tug-rescues-seven-fishermen-black-sea',
        title: 'Tug rescues seven fishermen after trawler sinks in Black Sea',
        lead: 'Seven fishermen were rescued from a raft after their trawler sank off the Danube delta, the Ukrainian coastguard said.',
        body: [
          'IZMAIL (Meridian Wire) – The trawler Zoria sent a distress call eleven nautical miles off the coast before losing power. The tug Benevolent reached the crew two hours later in waves of three metres.',
          'The men were taken to hospital in Vylkove with mild hypothermia.',
          'A commission is to establish the cause of the leak.',
        ],
        author: 'Ewa Lindqvist',
      },
    ],
  },
  {
    id: 'bridge-opens',
    topic: 'city',
    reports: [
      {
        outlet: 'kurier',
        minutesAgo: -18,
        slug: 'novyi-mist-vidkryto-dlia-avto',
        title: 'Новий міст через Дніпро відкрили для автомобілів: першими проїхали швидкі',
        lead: 'Рух запустили двома смугами з чотирьох. Решту добудують до літа, пішохідну доріжку – до Великодня.',
        body: [
          'Стрічку не перерізали. Замість неї о восьмій ранку через міст пустили чотири машини швидкої допомоги, для яких шлях на правий берег скоротився на сорок хвилин.',
          'За ними поїхав хлібовоз, а потім – усі решта. Перший затор виник о дев’ятій.',
          'Навантаження перевіряли тридцятьма самоскидами з піском: прогин виявився меншим за розрахунковий.',
        ],
        author: 'Валерій Шевчук',
        picture: 'Міст на світанку. Ілюстрація',
      },
      {
        outlet: 'meridian',
        minutesAgo: -19,
        slug: 'new-dnipro-bridge-opens-ambulances-first',
        title: 'New bridge over Dnipro opens with ambulances first',
        lead: 'Two of four lanes of a new bridge across the Dnipro opened to traffic, cutting the way to hospitals on the right bank by 40 minutes.',
        body: [
          'ZAPORIZHZHIA (Meridian Wire) – Four ambulances were the first to cross, followed by a bread van. There was no ceremony.',
          'Engineers tested the span with thirty lorries of sand and measured less sag than calculated.',
          'The other two lanes are to be ready by summer.',
        ],
        author: 'Piotr Wolny',
      },
      {
        outlet: 'vechir',
        minutesAgo: -20,
        slug: 'mist-yakoho-chekaly-dvadtsiat-rokiv',
        title: 'Міст, на який чекали двадцять років, запрацював без оркестру',
        lead: 'Із чотирьох смуг відкрито дві. Дорога до лікарень правого берега тепер на сорок хвилин коротша.',
        body: [
          'Першими через новий міст у Запоріжжі проїхали чотири швидкі. Водії кажуть, що спершу не повірили навігаторові: він іще вважав, що вони пливуть.',
          'Дві інші смуги обіцяють відкрити до літа.',
          'Міст витримав випробування піском – тридцять навантажених самоскидів стояли на ньому ніч.',
        ],
        author: 'Юрій Палій',
      },
    ],
  },
  {
    id: 'bear-den',
    topic: 'city',
    reports: [
      {
        outlet: 'hirskyi',
        minutesAgo: -22,
        slug: 'vedmedytsia-lyshylasia-zymuvaty-bilia-shkoly',
        title: 'Ведмедиця влаштувала барліг за двісті метрів від школи, і її вирішили не чіпати',
        lead: 'У карпатському селі перенесли стежку, вимкнули дзвінок і домовилися не співати надворі до березня.',
        body: [
          'Барліг під поваленою ялиною помітив лісник. Фахівці оглянули місце здалеку й порадили одне – тишу.',
          'Шкільний дзвінок замінили на прапорець. «Третьокласники тепер ходять навшпиньки й поправляють дорослих», – розповідає директорка Марія Федорук.',
          'За ведмедицею стежить камера, встановлена ще восени. Коли прокинеться, обіцяють оголосити канікули.',
        ],
        author: 'Оксана Тимків',
        picture: 'Зимовий ліс біля села. Ілюстрація',
      },
    ],
  },
];
