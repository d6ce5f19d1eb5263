/** Sport, told loudly and quietly. */
import type { Story } from '../types.ts';

export const sport: readonly Story[] = [
  {
    id: 'qualifier',
    topic: 'sport',
    reports: [
      {
        outlet: 'touchline',
        minutesAgo: 49,
        slug: 'ukraine-late-winner-qualifier',
        title: 'Ninety-three minutes of rain and one clean strike: Ukraine go top of the group',
        lead: 'Substitute Danylo Sereda needed two touches and eleven metres to beat Denmark 2–1 on a pitch that had become a pond.',
        body: [
          'The Danes led from the twelfth minute and were the better side for an hour. Then the ball stopped running, and so did they.',
          'Sereda, who came on in the 88th minute, said he had been told only to keep his boots dry. Ukraine are a point ahead with one match to play.',
        ],
        author: 'Callum Reyes',
        picture: 'Rain over the pitch. Illustration',
      },
      {
        outlet: 'bokova',
        minutesAgo: 41,
        slug: 'zbirna-vyhrala-u-danii',
        title: 'Збірна перемогла данців у багнюці й вийшла на перше місце',
        lead: 'Рахунок 2:1 на дев’яносто третій хвилині зробив Данило Середа, який провів на полі п’ять хвилин.',
        body: [
          'Данці забили на дванадцятій хвилині й довго тримали м’яч. Після години гри поле перетворилося на ставок, і все вирішили довгі передачі.',
          'За тур до кінця відбору наша команда має на очко більше за суперника.',
        ],
        author: 'Ярема Буткевич',
        picture: 'Поле після зливи. Ілюстрація',
      },
      {
        outlet: 'vistovyi',
        minutesAgo: 55,
        slug: 'futbol-ukraina-daniia-2-1',
        title: 'Збірна України обіграла Данію 2:1 у відборі',
        lead: 'Переможний гол на третій доданій хвилині забив Данило Середа. Україна очолила групу.',
        body: ['Матч проходив під сильною зливою.', 'Останню гру відбору команда проведе 30 березня.'],
        author: 'Тарас Величко',
      },
    ],
  },
  {
    id: 'half-marathon',
    topic: 'sport',
    reports: [
      {
        outlet: 'bokova',
        minutesAgo: 780,
        slug: 'napivmarafon-bez-peremozhtsia',
        title: 'Півмарафон без переможця: лідери зупинилися допомогти',
        lead: 'За двісті метрів до фінішу у Вінниці троє перших бігунів підхопили суперника, якому стало зле, і перетнули лінію вчотирьох.',
        body: [
          'Судді зарахували однаковий час: одна година шість хвилин вісім секунд. Приз поділили порівну.',
          '«Секундомір зачекає», – сказав Остап Гринчук, який до того вів забіг.',
        ],
        author: 'Ярема Буткевич',
      },
      {
        outlet: 'touchline',
        minutesAgo: 722,
        slug: 'half-marathon-four-winners',
        title: 'Four men, one time: leaders carry rival over the line in Vinnytsia',
        lead: 'Two hundred metres from the end of a half marathon the three in front turned back for the fourth.',
        body: [
          'The judges gave all four one hour, six minutes and eight seconds, and shared the prize between them.',
          'The man they carried, Petro Lysak, is well and has asked for his quarter in bananas.',
        ],
        author: 'Callum Reyes',
      },
      {
        outlet: 'kurier',
        minutesAgo: 735,
        slug: 'u-vinnytsi-chetvero-na-finishi',
        title: 'У Вінниці півмарафон виграли одразу четверо',
        lead: 'Лідери повернулися по знесиленого суперника й фінішували разом.',
        body: [
          'Усім зарахували 1:06:08. Організатори кажуть, що окремого рядка в протоколі для такого випадку не було, тож його дописали від руки.',
          'Постраждалого оглянули лікарі, він уже вдома.',
        ],
        author: 'Галина Перебийніс',
      },
    ],
  },
  {
    id: 'chess-train',
    topic: 'sport',
    reports: [
      {
        outlet: 'touchline',
        minutesAgo: 1210,
        slug: 'chess-on-the-night-train',
        title: 'Sixty-four squares, nine carriages: a tournament decided between two stations',
        lead: 'The final game on the Chernivtsi–Kyiv night train ended in a draw because the train was early.',
        body: [
          'Thirty-two players boarded with magnetic boards. The arbiter walked eleven kilometres along the corridor.',
          'The title is shared between a schoolteacher and the dining-car cook.',
        ],
        author: 'Callum Reyes',
      },
      {
        outlet: 'bokova',
        minutesAgo: 1190,
        slug: 'shakhy-v-nichnomu-potiahu',
        title: 'Шаховий турнір у потязі завершився внічию: приїхали завчасно',
        lead: 'Тридцять двоє гравців змагалися між Чернівцями й Києвом. Титул поділили вчителька та кухар вагона-ресторану.',
        body: [
          'Грали магнітними фігурами. Суддя пройшов коридором одинадцять кілометрів.',
          'Наступного року турнір обіцяють довшим: до Одеси.',
        ],
        author: 'Ярема Буткевич',
      },
    ],
  },
  {
    id: 'goalkeeper',
    topic: 'sport',
    reports: [
      {
        outlet: 'touchline',
        minutesAgo: -10,
        slug: 'goalkeeper-scores-from-own-area',
        title: 'Goalkeeper scores from his own area, apologises to colleague',
        lead: 'Wind and a wet ball carried Marek Dolny’s clearance 84 metres and over the other keeper’s gloves.',
        body: [
          '“I know how he feels, so I did not celebrate,” said Dolny, 36, whose first goal in 412 matches won the game.',
          'The beaten keeper, aged nineteen, has been sent a crate of apples.',
        ],
        author: 'Callum Reyes',
      },
      {
        outlet: 'bokova',
        minutesAgo: -11,
        slug: 'vorotar-zabyv-iz-svoho-maidanchyka',
        title: 'Воротар забив за вісімдесят чотири метри й перепросив',
        lead: 'Вітер доніс м’яч від чужих воріт до сітки. Це перший гол тридцятишестирічного Марека Дольного.',
        body: [
          '«Я знаю, що він відчуває, тож не святкував», – сказав голкіпер після матчу.',
          'Молодшому колезі він надіслав ящик яблук.',
        ],
        author: 'Ярема Буткевич',
      },
    ],
  },
];
