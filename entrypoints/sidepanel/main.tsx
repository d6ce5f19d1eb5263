/** Wires the side panel of Chrome and the sidebar of Firefox: the popup's application, kept open beside the tabs. */
import { start } from '../../components/app/app.tsx';
import { PAGE_SIZE } from '../../components/latest/controller.ts';
import { firstAnswers } from '../../components/latest/first-answers.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { createSurface } from '../../utils/surface/create.ts';

const surface = createSurface({ asksInTab: import.meta.env.FIREFOX });
const first = firstAnswers(surface, PAGE_SIZE);
void start(
  surface,
  first.then((answers) => <Popup first={answers} isAside />),
);
