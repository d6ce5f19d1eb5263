/** Wires the page that shows the news in a tab. */
import { start } from '../../components/app/app.tsx';
import { PAGE_SIZE } from '../../components/latest/controller.ts';
import { firstAnswers } from '../../components/latest/first-answers.ts';
import { firstArticle } from '../../components/reader/first-article.ts';
import { Reader } from '../../components/reader/reader.tsx';
import { createSurface } from '../../utils/surface/create.ts';

const surface = createSurface();
const markup = () => import('../../utils/page/markup.ts');
// Where the page begins with something else, that does not wait for the news.
const isNews = location.hash.length <= '#/'.length;
const first = isNews ? firstAnswers(surface, PAGE_SIZE) : Promise.resolve(undefined);
const article = firstArticle(surface, location.hash);
// An article is drawn with it: it comes while the article is looked up.
if (location.hash.startsWith('#/article/')) void markup();
void start(
  surface,
  Promise.all([first, article]).then(([answers, opened]) => (
    <Reader first={answers} opened={opened} markup={markup} />
  )),
);
