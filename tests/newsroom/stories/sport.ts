/** Matches, races and those who run them. Clubs and athletes are invented. */
import type { Story } from '../types.ts';

export const sport: readonly Story[] = [
  {
    id: 'chaika-nordhavn',
    topic: 'sport',
    reports: [
      {
        outlet: 'touchline',
        minutesAgo: 351,
        slug: 'chaika-odesa-stun-nordhavn',
        title: 'Chaika Odesa stun Nordhavn with two goals in stoppage time',
        lead: 'A side that trains between air-raid alarms came from behind to win 3-2 in Denmark and reach the last sixteen of the Continental Cup.',
        body: [
          'Nordhavn led 2-1 when the board went up for five added minutes. Substitute Ostap Rudenko, 19, levelled with his first touch, and Illia Marchuk headed the winner from a corner with the last.',
          '“I told them at half-time that they were tired because they had run more, and that this was good news,” said coach Vira Halahan.',
          'Chaika have won six of seven away matches this season. They have not played a European home game in Odesa for four years.',
          'Nordhavn can still qualify through the play-offs.',
        ],
        author: 'Gus Abernathy',
        picture: 'Visiting supporters in the stand. Illustration',
      },
      {
        outlet: 'bokova',
        minutesAgo: 344,
        slug: 'chaika-vyrvala-peremohu-u-danii',
        title: '«Чайка» забила двічі в доданий час і вийшла до 1/8 фіналу Континентального кубка',
        lead: 'Одесити програвали «Нордгавну» 1:2, але за п’ять доданих хвилин перевернули матч – 3:2.',
        body: [
          'Дев’ятнадцятирічний Остап Руденко вийшов на заміну на 88-й хвилині й зрівняв рахунок першим же дотиком. Останній удар матчу – головою після кутового – завдав Ілля Марчук.',
          '«У перерві я сказала, що ми втомилися, бо бігали більше. І це добра новина», – пояснила головна тренерка Віра Галаган.',
          'У 1/8 фіналу «Чайка» зіграє в лютому. Суперника визначить жереб.',
        ],
        author: 'Кирило Осадчий',
        picture: 'Гостьовий сектор. Ілюстрація',
      },
      {
        outlet: 'port',
        minutesAgo: 318,
        slug: 'misto-ne-spalo-chaika',
        title: 'Місто не спало: як Одеса дивилася перемогу «Чайки»',
        lead: 'У підвальній кав’ярні на Молдаванці трансляція зникала двічі, але обидва голи в доданий час побачили всі.',
        body: [
          'Генератор заглух на 80-й хвилині. Хтось увімкнув радіо, хтось тримав телефон над головою, і картинка повернулася саме тоді, коли Руденко вибігав на поле.',
          '«Нордгавн» вів 2:1, а програв 2:3. Такого в єврокубках «Чайка» ще не робила.',
          'Команду зустрічатимуть на вокзалі завтра о десятій ранку. Оркестр просить узяти теплі рукавиці: літаврам холодно.',
        ],
        author: 'Інна Гайдаржи',
      },
      {
        outlet: 'meridian',
        minutesAgo: 347,
        slug: 'soccer-chaika-odesa-beat-nordhavn-3-2',
        title: 'Football: Chaika Odesa beat Nordhavn 3-2 to reach Continental Cup last 16',
        lead: 'Chaika Odesa scored twice in stoppage time to beat Nordhavn 3-2 away and advance to the last 16 of the Continental Cup.',
        body: [
          'AARHUS (Meridian Wire) – Substitute Ostap Rudenko equalised in the second added minute and Illia Marchuk headed the winner in the fifth.',
          'Nordhavn had led 2-1 at the break. They go into the play-off round.',
          'The draw for the last 16 takes place next week.',
        ],
        author: 'Piotr Wolny',
      },
    ],
  },
  {
    id: 'biathlon-relay',
    topic: 'sport',
    reports: [
      {
        outlet: 'bokova',
        minutesAgo: 1560,
        slug: 'zhinocha-estafeta-druhe-mistse',
        title: 'Українські біатлоністки – другі в естафеті: один постріл коштував перемоги',
        lead: 'Збірна стартувала з десятого номера й до останнього рубежу йшла першою. Шведки випередили її на 4,7 секунди.',
        body: [
          'На останньому вогневому рубежі Анастасія Лемко використала один додатковий патрон. Цього вистачило, щоб шведка вийшла на коло поруч із нею.',
          '«На фініші я чула лише своє дихання. І трохи її», – сказала Лемко.',
          'Це найкращий результат збірної за три сезони. Чоловіча естафета стартує завтра.',
        ],
        author: 'Кирило Осадчий',
        picture: 'Вогневий рубіж. Ілюстрація',
      },
      {
        outlet: 'touchline',
        minutesAgo: 1525,
        slug: 'sweden-edge-ukraine-biathlon-relay',
        title: 'Sweden edge Ukraine by 4.7 seconds in women’s biathlon relay',
        lead: 'One spare round at the final range decided a race that Ukraine, starting from bib ten, had led for three legs.',
        body: [
          'Anastasiia Lemko left the last shooting level with Sweden’s anchor and lost her on the final climb. Germany were third, half a minute back.',
          '“I could only hear my breathing, and a little of hers,” Lemko said.',
          'It was Ukraine’s best relay in three seasons, and their cleanest shooting in ten.',
        ],
        author: 'Marie Toussaint',
      },
    ],
  },
  {
    id: 'rowing-night',
    topic: 'sport',
    reports: [
      {
        outlet: 'touchline',
        minutesAgo: 620,
        slug: 'rower-crosses-north-sea-alone',
        title: 'Retired teacher, 71, rows the North Sea alone in nine days',
        lead: 'Agnes Tveit came ashore at Lerwick with blisters, a full logbook and two uneaten tins of peaches.',
        body: [
          'She had set out from Bergen in a wooden boat built by former pupils. Twice the wind took her back past the place where she had slept.',
          '“You learn to be satisfied with direction,” she said on the quay.',
          'Her crossing is the first by anyone over seventy. She will travel home by ferry, facing forwards.',
        ],
        author: 'Gus Abernathy',
        picture: 'A rowing boat in open water. Illustration',
      },
    ],
  },
  {
    id: 'cup-draw',
    topic: 'sport',
    reports: [
      {
        outlet: 'bokova',
        minutesAgo: -11,
        slug: 'zhereb-chaika-zihraie-z-san-telmo',
        title: 'Жереб дав «Чайці» іспанців: в 1/8 фіналу – «Сан-Тельмо»',
        lead: 'Перший матч відбудеться 17 лютого в Малазі, другий – за тиждень у Жешуві, де одесити приймають суперників.',
        body: [
          '«Сан-Тельмо» іде третім у чемпіонаті й не програє вдома від вересня. Зате на виїзді іспанці пропускають у кожному матчі.',
          'Тренерка Віра Галаган сказала, що хотіла «когось, хто грає у футбол, а не в шахи», і жереб її почув.',
          'Квитки на матч у Жешуві почнуть продавати першого грудня.',
        ],
        author: 'Кирило Осадчий',
      },
      {
        outlet: 'touchline',
        minutesAgo: -12,
        slug: 'continental-cup-draw-chaika-san-telmo',
        title: 'Chaika Odesa drawn against San Telmo in Continental Cup last 16',
        lead: 'The Ukrainians travel to Malaga on 17 February and play their home leg in Rzeszow a week later.',
        body: [
          'San Telmo are third in Spain and unbeaten at home since September. Away from home they have conceded in every match.',
          '“I asked for opponents who play football and not chess,” said Chaika coach Vira Halahan.',
          'Elsewhere, holders Union Leith meet Dynamo Graz, and Racing Namur face Atletico Faro.',
        ],
        author: 'Marie Toussaint',
        picture: 'The draw. Illustration',
      },
      {
        outlet: 'kurier',
        minutesAgo: -13,
        slug: 'chaika-diznalasia-supernyka',
        title: '«Чайка» дізналася суперника в єврокубку – це «Сан-Тельмо» з Малаги',
        lead: 'Домашній матч одесити проведуть у Жешуві. Серед їхніх уболівальників буде й автобус із Дніпра.',
        body: [
          'Перша гра – 17 лютого в Іспанії, друга – 24 лютого. Місцевий фан-клуб уже збирає охочих їхати до Польщі.',
          'Двоє гравців «Чайки» починали у дніпровській школі на Перемозі. Їхній перший тренер Семен Ляшко обіцяє бути на трибуні.',
          '«Обидва колись плакали, коли я ставив їх у ворота», – згадує він.',
        ],
        author: 'Ніна Бойко',
      },
    ],
  },
];
