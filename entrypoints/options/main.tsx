/** Wires the settings page. */
import { start } from '../../components/app/app.tsx';
import { Options } from '../../components/options/options.tsx';
import { createSurface } from '../../utils/surface/create.ts';

void start(createSurface(), <Options />);
