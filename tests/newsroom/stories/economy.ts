/** Money, prices and enterprises. */
import type { Report, Story } from '../types.ts';
import { carried } from './wire.ts';

const inflationByVistovyi: Report = {
  outlet: 'vistovyi',
  minutesAgo: -3,
  slug: 'infliatsiia-spovilnylasia-do-6-1',
  title: 'Інфляція сповільнилася до 6,1 %: дешевшають овочі й пальне',
  lead: 'За рік до листопада споживчі ціни зросли на 6,1 відсотка проти 6,8 у жовтні, свідчать попередні дані статистиків.',
  body: [
    'Найбільше подешевшали капуста, морква та цибуля – завдяки доброму врожаю. Пальне впало в ціні на два відсотки за місяць.',
    'Водночас дорожчають послуги лікарів і майстрів: тут ціни за рік піднялися на 11 відсотків.',
    'Остаточні дані оприлюднять 9 грудня, за два дні до засідання центрального банку.',
  ],
  author: 'Ірина Мельничук',
};

export const economy: readonly Story[] = [
  {
    id: 'key-rate',
    topic: 'economy',
    reports: [
      {
        outlet: 'vistovyi',
        minutesAgo: 236,
        slug: 'oblikova-stavka-14-vidsotkiv',
        title: 'Центробанк знизив облікову ставку до 14 %',
        lead: 'Це перше зниження з весни; регулятор пояснив його тим, що інфляція відступає швидше, ніж він очікував.',
        body: [
          'Рішення зменшити ставку на пів відсоткового пункту ухвалили шістьма голосами з семи. Наступне засідання заплановано на 11 грудня.',
          '«Ми бачимо підстави для обережного пом’якшення, але не для поспіху», – сказала заступниця голови правління Наталія Бережна.',
          'Курс гривні на міжбанківському ринку після оголошення майже не змінився.',
        ],
        author: 'Ірина Мельничук',
      },
      {
        outlet: 'balans',
        minutesAgo: 221,
        slug: 'stavka-14-shcho-bude-z-kredytamy',
        title: 'Ставка 14 %: що буде з кредитами та депозитами',
        lead: 'Банки обіцяють переглянути ставки за кредитами підприємствам до кінця року, а вкладникам радять не зволікати.',
        body: [
          'Центробанк знизив облікову ставку на пів пункту. Для бізнесу це означає дешевші оборотні кредити: за оцінкою опитаних банкірів, у середньому на 0,3–0,4 пункту.',
          'Депозити реагують швидше. Великі банки вже цього тижня приберуть із вітрин вклади, дорожчі за 13 відсотків річних.',
          '«Хто збирався покласти гроші на рік, тому варто зробити це до кінця тижня», – радить фінансова консультантка Жанна Опанасюк.',
          'Наступне рішення щодо ставки буде 11 грудня. Більшість аналітиків чекає паузи.',
        ],
        author: 'Олег Заболотний',
        picture: 'Курси валют на табло. Ілюстрація',
      },
      {
        outlet: 'vechir',
        minutesAgo: 149,
        slug: 'hroshi-stanut-trokhy-deshevshi',
        title: 'Гроші стануть трохи дешевшими: центробанк пом’якшує політику',
        lead: 'Облікову ставку знижено з 14,5 до 14 відсотків. Економісти називають крок обережним і правильним.',
        body: [
          'Регулятор зважився на зниження вперше з весни. Шестеро членів комітету голосували за, один волів почекати нових даних про ціни.',
          'Для пересічного споживача зміни будуть помірними: розстрочка на техніку подешевшає хіба що після Нового року.',
          'Важливіший сам знак, вважає економіст Лев Присяжний: «Банк каже ринкові, що найгірше з цінами позаду».',
        ],
        author: 'Юрій Палій',
      },
      {
        outlet: 'meridian',
        minutesAgo: 229,
        slug: 'ukraine-central-bank-cuts-rate-14-percent',
        title: 'Ukraine’s central bank cuts key rate to 14% as inflation slows',
        lead: 'Ukraine’s central bank lowered its key rate by half a percentage point, its first cut since spring.',
        body: [
          'KYIV (Meridian Wire) – Six of the seven members of the monetary policy committee voted for the move. The bank said inflation was falling faster than it had projected.',
          '“We see grounds for careful easing, not for haste,” deputy governor Nataliia Berezhna told a briefing.',
          'The hryvnia was little changed. The next decision is due on 11 December.',
        ],
        author: 'Nadia Kerr',
      },
    ],
  },
  {
    id: 'inflation-slows',
    topic: 'economy',
    reports: [
      inflationByVistovyi,
      carried(inflationByVistovyi, { outlet: 'balans', minutesAgo: -5, credit: 'Вістовий' }),
      {
        outlet: 'meridian',
        minutesAgo: -4,
        slug: 'ukraine-inflation-slows-6-1',
        title: 'Ukrainian inflation slows to 6.1% in November on cheaper vegetables and fuel',
        lead: 'Annual consumer inflation in Ukraine eased to 6.1 per cent in November from 6.8 per cent a month earlier, a preliminary estimate showed.',
        body: [
          'KYIV (Meridian Wire) – A good harvest brought down the price of cabbage, carrots and onions, and fuel cost two per cent less than in October.',
          'Services went the other way. Fees of doctors and repairers rose 11 per cent over the year.',
          'Final figures are due on 9 December, two days before the central bank decides on its key rate.',
        ],
        author: 'Nadia Kerr',
      },
      {
        outlet: 'ledger',
        minutesAgo: -6,
        slug: 'cabbage-effect-ukraine-prices',
        title: 'The cabbage effect: Ukraine’s prices rise more slowly than forecast',
        lead: 'Inflation of 6.1 per cent leaves Kyiv closer to the euro area than at any time in four years.',
        body: [
          'Economists polled by the Ledger had expected 6.5 per cent. Vegetables made most of the difference, fuel the rest.',
          'The trend strengthens the case of those who want to tie the hryvnia’s path to the conditions for joining the single market.',
          '“One good harvest is not a policy,” warned Marek Dvorsky of the Vienna Institute for Eastern Economies. Wages in services, he noted, are rising by 14 per cent a year.',
        ],
        author: 'Pauline Verbeke',
      },
    ],
  },
  {
    id: 'tile-works',
    topic: 'economy',
    reports: [
      {
        outlet: 'balans',
        minutesAgo: 1010,
        slug: 'zavod-plytky-pereikhav-i-vyris',
        title: 'Завод плитки, що переїхав тричі, виходить на ринок Данії',
        lead: 'Підприємство зі Слов’янська, яке після двох евакуацій оселилося на Хмельниччині, відправило перші двадцять вантажівок за кордон.',
        body: [
          'На старому місці працювали 180 людей, на новому – уже 240. Печі везли розібраними, а складали за кресленнями, які головна технологиня Віра Ткач зберегла в телефоні.',
          'Данський замовник шукав плитку з низьким вуглецевим слідом. Завод перейшов на електричні печі та власну сонячну станцію й переміг на торгах.',
          'Контракт розраховано на три роки. До весни підприємство планує відкрити школу для майстрів.',
        ],
        author: 'Олег Заболотний',
        picture: 'Лінія випалу плитки. Ілюстрація',
      },
    ],
  },
];
