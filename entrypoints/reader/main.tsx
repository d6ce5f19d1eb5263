/** Wires the page that shows the news in a tab. */
import { start } from '../../components/app/app.tsx';
import { PAGE_SIZE } from '../../components/latest/controller.ts';
import { Reader } from '../../components/reader/reader.tsx';
import { createSurface } from '../../utils/surface/create.ts';

const surface = createSurface();
const first = surface.latest(null, PAGE_SIZE);
const markup = () => import('../../utils/page/markup.ts');
void start(surface, <Reader first={first} markup={markup} />);
