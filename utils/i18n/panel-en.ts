/** English texts of the panel on pages: a part of the catalogue by itself, since nothing else is loaded into pages. */
import { TIMES_EN } from './times-en.ts';

export const PANEL_EN = {
  ...TIMES_EN,
  'panel.title': 'Related to this page',
  'panel.count': { one: '{n} related', other: '{n} related' },
  'panel.sources': { one: '{n} source', other: '{n} sources' },
  'panel.since': 'Since then',
  'panel.same': 'Same story elsewhere',
  'panel.related': 'Related',
  'panel.event': 'same event',
  'panel.quote': 'same quote',
  'panel.names': 'same people',
  'panel.place': 'same place',
  'panel.topic': 'same topic',
  'panel.earlier': 'earlier',
  'panel.from': {
    one: 'From your {n} source. This page is not sent anywhere.',
    other: 'From your {n} sources. This page is not sent anywhere.',
  },
  'panel.nothing': 'Nothing related in your sources',
  'panel.menu': 'Menu',
  'panel.minimise': 'Minimise',
  'panel.close': 'Close',
  'panel.off': 'Not on this site',
  'panel.collapsed': 'Keep collapsed on this site',
  'panel.toStart': 'Move to the left',
  'panel.toEnd': 'Move to the right',
  'panel.why': 'Why these?',
  'panel.whyText':
    'Lede compared the headline and the first lines of this page with the articles that your browser holds already. Reports of the same event stand first, then what shares a quotation, people, a place or a topic with it. Nothing of this page was sent or kept.',
  'panel.settings': 'Panel settings',
  'panel.follow': 'Follow this source',
} as const;
