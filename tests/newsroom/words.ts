/** The fixed words of the outlets' pages and the names of their sections. */
import type { Language, Topic } from './types.ts';

export const sectionNames: Record<Language, Record<Topic, string>> = {
  en: {
    world: 'World',
    energy: 'Energy',
    economy: 'Economy',
    europe: 'Europe',
    weather: 'Weather',
    technology: 'Technology',
    science: 'Science',
    culture: 'Culture',
    sport: 'Sport',
    city: 'Cities',
  },
  uk: {
    world: 'Світ',
    energy: 'Енергетика',
    economy: 'Економіка',
    europe: 'Європа',
    weather: 'Погода',
    technology: 'Технології',
    science: 'Наука',
    culture: 'Культура',
    sport: 'Спорт',
    city: 'Місто',
  },
};

const en = {
  latest: 'Latest news',
  readNext: 'Read next',
  readMore: 'Read more',
  by: 'By',
  staff: 'Staff reporter',
  home: 'Home',
  search: 'Search',
  results: 'Search results',
  found: 'Articles found',
  nothing: 'Nothing was found. Try other words.',
  login: 'Sign in',
  email: 'Email',
  password: 'Password',
  shop: 'Shop',
  buy: 'Add to basket',
  forum: 'Forum',
  replies: 'replies',
  posts: [
    'I have wondered about this for a while and would like to hear how others see it.',
    'Thank you for opening this thread. I will read along.',
    'We will print a selection of your answers on Saturday. – The editors',
  ],
  about: 'About us',
  publisher: 'Published by:',
  missing: 'Page not found',
  missingText: 'The page you asked for is not here. It may have been moved or withdrawn.',
  rights: 'All rights reserved.',
  goods: [
    'Annual subscription',
    'Enamel mug',
    'Canvas bag',
    'Notebook with squared paper',
    'Front page poster',
  ],
  threads: [
    'Which night train would you bring back?',
    'Readers’ questions about heat pumps',
    'What are you reading this month?',
    'How do you store apples over winter?',
    'Corrections and suggestions',
  ],
};

const uk: typeof en = {
  latest: 'Останні новини',
  readNext: 'Читайте також',
  readMore: 'Читати далі',
  by: 'Автор:',
  staff: 'Редакція',
  home: 'Головна',
  search: 'Пошук',
  results: 'Результати пошуку',
  found: 'Знайдено матеріалів',
  nothing: 'Нічого не знайдено. Спробуйте інші слова.',
  login: 'Вхід',
  email: 'Електронна пошта',
  password: 'Пароль',
  shop: 'Крамниця',
  buy: 'До кошика',
  forum: 'Форум',
  replies: 'відповідей',
  posts: [
    'Давно про це думаю, тож хотілося б почути, як бачать це інші.',
    'Дякую, що почали цю розмову. Читатиму.',
    'Добірку ваших відповідей надрукуємо в суботу. – Редакція',
  ],
  about: 'Про видання',
  publisher: 'Видавець:',
  missing: 'Сторінку не знайдено',
  missingText: 'Сторінки за цією адресою немає. Можливо, її перенесли або зняли з публікації.',
  rights: 'Усі права застережено.',
  goods: [
    'Передплата на рік',
    'Емальоване горня',
    'Полотняна торба',
    'Записник у клітинку',
    'Плакат із першою шпальтою',
  ],
  threads: [
    'Який нічний потяг ви повернули б?',
    'Запитання читачів про теплові насоси',
    'Що ви читаєте цього місяця?',
    'Як зберігати яблука взимку?',
    'Виправлення та пропозиції',
  ],
};

export type Words = typeof en;

/** Page words by language. */
export const words: Record<Language, Words> = { en, uk };
