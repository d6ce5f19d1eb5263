/** Wires the page that opens once, at installation. */
import { start } from '../../components/app/app.tsx';
import { Welcome } from '../../components/welcome/welcome.tsx';
import { loadFullText } from '../../utils/i18n/load.ts';
import { createSurface } from '../../utils/surface/create.ts';

void start(createSurface(), <Welcome />, loadFullText);
