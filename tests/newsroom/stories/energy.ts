/** Power, heat and fuel. */
import type { Report, Story } from '../types.ts';
import { carried } from './wire.ts';

const gridByVistovyi: Report = {
  outlet: 'vistovyi',
  minutesAgo: 47,
  slug: 'enerhetyky-povernuly-svitlo-420-tysiach',
  title: 'Енергетики за ніч повернули світло 420 тисячам родин',
  lead: 'Після нічної атаки на дві підстанції електропостачання у трьох областях відновлено майже повністю, повідомила національна мережева компанія.',
  body: [
    'Без світла на одинадцяту ранку лишалося близько тридцяти тисяч осель, переважно на Полтавщині. Аварійні бригади ввели в роботу резервні лінії та пересувний трансформатор.',
    '«Ми вчимося на кожній ночі. Те, на що торік ішов тиждень, тепер робимо за дев’ять годин», – сказала головна диспетчерка компанії Тетяна Верес.',
    'Графіки погодинних вимкнень на вечір збережено, проте їх скоротять до однієї черги. Споживачів просять не вмикати потужних приладів із п’ятої до дев’ятої вечора.',
  ],
  author: 'Андрій Тимчук',
  picture: 'Бригада працює на лінії. Ілюстрація',
};

export const energy: readonly Story[] = [
  {
    id: 'grid-restored',
    topic: 'energy',
    reports: [
      gridByVistovyi,
      {
        outlet: 'ranok',
        minutesAgo: 33,
        slug: 'devyat-hodyn-do-svitla',
        title: 'Дев’ять годин до світла: як бригади рятували дві підстанції',
        lead: 'О другій ночі світла не було у 450 тисячах осель, на одинадцяту ранку – лише в тридцяти тисячах. Розповідаємо, як це вдалося.',
        body: [
          'Перші три бригади виїхали, щойно дозволили військові. Пошкоджену секцію обійшли тимчасовою лінією, а з Черкас серед ночі привезли пересувний трансформатор вагою шістдесят тонн.',
          'Майстер Богдан Сердюк за останні два роки відновлював цю підстанцію чотири рази. «Я вже знаю тут кожен болт на ім’я», – жартує він.',
          'Найважче було з водоканалом: насоси вмикали по одному, щоб не перевантажити лінію. Вода у квартири повернулася о восьмій.',
        ],
        author: 'Марта Левицька',
        picture: 'Пересувний трансформатор у дорозі. Ілюстрація',
      },
      {
        outlet: 'vechir',
        minutesAgo: 18,
        slug: 'uvecheri-odna-cherha-vymknen',
        title: 'Увечері вимикатимуть лише одну чергу: пошкоджені підстанції знову працюють',
        lead: 'Після нічної атаки мережу вдалося стабілізувати швидше, ніж очікували, тож вечірні графіки скорочено.',
        body: [
          'З п’ятої до дев’ятої вечора діятиме одна черга погодинних вимкнень замість трьох. Так вирішили диспетчери після того, як обидві підстанції повернулися до роботи.',
          'За ніч електрику отримали 420 тисяч родин. Ще близько тридцяти тисяч під’єднають протягом дня.',
          'У мережевій компанії дякують тим, хто переніс прання на ніч: за їхніми підрахунками, це заощадило потужність невеликого міста.',
        ],
        author: 'Юрій Палій',
      },
      carried(gridByVistovyi, { outlet: 'kurier', minutesAgo: 41, credit: 'Вістовий' }),
      {
        outlet: 'meridian',
        minutesAgo: 39,
        slug: 'ukraine-grid-power-restored-420000-homes',
        title: 'Ukraine restores power to 420,000 homes after overnight strike on substations',
        lead: 'Repair crews have reconnected most of the 450,000 households cut off in three Ukrainian regions by an overnight attack on two substations, the grid operator said.',
        body: [
          'POLTAVA (Meridian Wire) – About 30,000 homes, most of them around Poltava, were still without electricity at eleven in the morning. Reserve lines and a mobile transformer had been brought into service.',
          '“What took a week last year we now do in nine hours,” chief dispatcher Tetiana Veres said.',
          'Scheduled evening cuts stay in force but will affect a single group of customers instead of three.',
        ],
        author: 'Piotr Wolny',
      },
      {
        outlet: 'continental',
        minutesAgo: 7,
        slug: 'ukraine-learned-to-repair-in-the-dark',
        title: 'Nine hours instead of a week: how Ukraine learned to repair its grid in the dark',
        lead: 'A sixty-tonne transformer on a lorry and a drawer full of rehearsed plans brought 420,000 homes back before lunch.',
        body: [
          'When two substations were hit shortly before two in the morning, the dispatchers in Poltava opened a plan numbered 17. It had been rehearsed in September, engineers said, down to the bend in the road where the lorry with the mobile transformer would have to reverse.',
          'By eleven all but 30,000 of the 450,000 households cut off had power again. “We learn from every night,” said Tetiana Veres, the grid company’s chief dispatcher.',
          'European grid operators have begun to send observers. What interests them, one said, is less the equipment than the habit of writing down each night what went wrong.',
        ],
        author: 'Sofia Brandt',
        picture: 'Power lines at dawn. Illustration',
      },
    ],
  },
  {
    id: 'gas-storage',
    topic: 'energy',
    reports: [
      {
        outlet: 'ledger',
        minutesAgo: 688,
        slug: 'gas-stores-91-per-cent-joint-buying',
        title: 'Gas stores 91% full as joint buying enters fourth winter',
        lead: 'Europe goes into the heating season with more gas than a year ago, and pays about a tenth less for it.',
        body: [
          'Storage sites in the European Union were 91 per cent full at the start of the week, four points above the level of last November. The joint purchasing scheme has covered 13 billion cubic metres this year.',
          'Ukraine’s underground stores, the largest in Europe, hold two billion cubic metres for foreign traders. “They are the cheapest insurance on the continent,” said Ingrid Maes, an analyst at the Leuven Energy Institute.',
          'A mild December would leave the stores half full in March, according to the institute. A cold one would take them down to 35 per cent, still within the rules.',
        ],
        author: 'Pauline Verbeke',
      },
      {
        outlet: 'balans',
        minutesAgo: 655,
        slug: 'inozemni-treidery-dva-miliardy-kubometriv',
        title: 'Іноземні трейдери зберігають в Україні два мільярди кубометрів газу',
        lead: 'Європейські сховища заповнені на 91 відсоток, а українські підземні знову стали резервом для всього континенту.',
        body: [
          'Це вдвічі більше, ніж торік у листопаді. За добу зберігання трейдери платять приблизно на третину менше, ніж у Центральній Європі.',
          'Аналітикиня Левенського інституту енергетики Інґрід Мас називає українські сховища «найдешевшою страховкою на континенті».',
          'За розрахунками інституту, навіть холодна зима залишить у сховищах ЄС на березень 35 відсотків запасу.',
        ],
        author: 'Олег Заболотний',
        picture: 'Компресорна станція. Ілюстрація',
      },
      {
        outlet: 'continental',
        minutesAgo: 631,
        slug: 'europe-enters-winter-with-full-gas-stores',
        title: 'Europe enters winter with fuller gas stores and a smaller bill',
        lead: 'Storage has reached 91 per cent, and households may feel the difference by spring, regulators say.',
        body: [
          'Four winters ago governments were asking people to shower for two minutes less. This year the stores are 91 per cent full and nobody is asking for anything, which regulators see as a success in itself.',
          'Prices for delivery in January are a tenth below those of last year. Joint purchases of 13 billion cubic metres have helped, and so has the Ukrainian storage rented by traders.',
          'Consumer groups warn that contracts lag behind the market: most households will see lower bills only from April.',
        ],
        author: 'Rhys Calloway',
      },
    ],
  },
  {
    id: 'no-cuts-thursday',
    topic: 'energy',
    reports: [
      {
        outlet: 'vistovyi',
        minutesAgo: -14,
        slug: 'zavtra-bez-vymknen',
        title: 'Завтра світло не вимикатимуть у жодній області',
        lead: 'Уперше за п’ять тижнів графіки погодинних вимкнень скасовано по всій країні, повідомили в національній мережевій компанії.',
        body: [
          'Рішення ухвалили після відновлення двох підстанцій і запуску енергоблока, який стояв на плановому ремонті.',
          'Запасу потужності вистачить і на вечірній пік, якщо температура не опуститься нижче мінус восьми, пояснила головна диспетчерка Тетяна Верес.',
          'Обмеження для промисловості діятимуть лише з шостої до восьмої вечора.',
        ],
        author: 'Андрій Тимчук',
      },
      {
        outlet: 'kurier',
        minutesAgo: -15,
        slug: 'hrafiky-skasovano-pershyi-raz-za-pyat-tyzhniv',
        title: 'Графіки скасовано: перший за п’ять тижнів день без вимкнень',
        lead: 'Ліфти, трамваї та котельні працюватимуть завтра без перерв, обіцяють енергетики.',
        body: [
          'Дніпровські комунальники вже повідомили, що повернуть повний розклад трамваїв. Востаннє місто жило без графіків у середині жовтня.',
          'За даними агентства «Вістовий», запасу вистачить і на вечірній пік. Умова одна: мороз не має бути сильнішим за вісім градусів.',
          'Майстрині з перукарні на набережній Світлані Журбі новина скоротила список справ. «Генератор нарешті поїде на ремонт, – каже вона. – Він заслужив».',
        ],
        author: 'Валерій Шевчук',
      },
      {
        outlet: 'ranok',
        minutesAgo: -16,
        slug: 'den-bez-hrafikiv-shcho-varto-zrobyty',
        title: 'День без графіків: що варто встигнути, поки є світло',
        lead: 'Завтра вимкнень не буде ніде. Енергетики радять не вмикати все відразу й нагадують про вечірній пік.',
        body: [
          'Перше, що радять фахівці, – зарядити акумулятори вдень, а не після шостої. Друге – перевірити, чи не відсиріли подовжувачі на балконі.',
          'Скасувати графіки вдалося завдяки двом відновленим підстанціям і енергоблокові, що повернувся з ремонту.',
          'Чи буде так само післязавтра, вирішать завтра о сьомій вечора.',
        ],
        author: 'Марта Левицька',
      },
      {
        outlet: 'continental',
        minutesAgo: -17,
        slug: 'ukraine-first-day-without-power-cuts',
        title: 'Ukraine plans first day without power cuts in five weeks',
        lead: 'The grid operator has cancelled tomorrow’s rolling blackouts in every region after two repaired substations and a reactor unit returned to service.',
        body: [
          'Trams in Dnipro will run to their full timetable for the first time since mid-October, and cafés in Kyiv are already advertising hot lunches again.',
          'Reserves will cover the evening peak as long as temperatures stay above minus eight degrees, dispatchers said. Limits on industry apply for two hours only.',
          'Whether the day after will be the same is to be decided tomorrow evening.',
        ],
        author: 'Sofia Brandt',
      },
    ],
  },
];
