/** Wires the page that shows the news in a tab. */
import { start } from '../../components/app/app.tsx';
import { PAGE_SIZE } from '../../components/latest/controller.ts';
import { firstAnswers } from '../../components/latest/first-answers.ts';
import { Reader } from '../../components/reader/reader.tsx';
import { createSurface } from '../../utils/surface/create.ts';

const surface = createSurface();
const markup = () => import('../../utils/page/markup.ts');
// Where the page begins with something else, that does not wait for the news.
const isNews = location.hash.length <= '#/'.length;
const first = isNews ? firstAnswers(surface, PAGE_SIZE) : Promise.resolve(undefined);
void start(
  surface,
  first.then((answers) => <Reader first={answers} markup={markup} />),
);
