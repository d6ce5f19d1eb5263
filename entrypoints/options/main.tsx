/** Wires the settings page. */
import { start } from '../../components/app/app.tsx';
import { Options } from '../../components/options/options.tsx';
import { loadFullText } from '../../utils/i18n/load.ts';
import { createSurface } from '../../utils/surface/create.ts';

void start(createSurface(), <Options />, loadFullText);
