/** All stories of the test press, split into files by topic. */
import type { Story } from '../types.ts';
import { economy } from './economy.ts';
import { energy } from './energy.ts';
import { europe } from './europe.ts';
import { world } from './world.ts';

export const stories: readonly Story[] = [...world, ...energy, ...economy, ...europe];
