/** All stories of the test press, split into files by topic. */
import type { Story } from '../types.ts';
import { city } from './city.ts';
import { culture } from './culture.ts';
import { economy } from './economy.ts';
import { energy } from './energy.ts';
import { europe } from './europe.ts';
import { science } from './science.ts';
import { sport } from './sport.ts';
import { technology } from './technology.ts';
import { weather } from './weather.ts';
import { world } from './world.ts';

export const stories: readonly Story[] = [
  ...world,
  ...energy,
  ...economy,
  ...europe,
  ...weather,
  ...technology,
  ...science,
  ...culture,
  ...sport,
  ...city,
];
