/** The page designs by name: as different from each other as real news sites are. */
import type { DesignName } from '../types.ts';
import { broadsheet } from './broadsheet.ts';
import type { Design } from './design.ts';
import { legacy } from './legacy.ts';
import { local } from './local.ts';
import { magazine } from './magazine.ts';
import { sport } from './sport.ts';
import { tabloid } from './tabloid.ts';
import { wire } from './wire.ts';

export const designs: Record<DesignName, Design> = {
  broadsheet,
  wire,
  tabloid,
  magazine,
  local,
  sport,
  legacy,
};
