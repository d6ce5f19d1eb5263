import type { ArticleView, GoneView } from '../../utils/model/article-view.ts';
import type { Settings } from '../../utils/model/settings.ts';
import type { Surface } from '../../utils/surface/surface.ts';
import { inTime } from '../app/in-time.ts';
import { readRoute } from './route.ts';

/** What an article's page is drawn from at first. */
export interface FirstArticle {
  readonly id: number;
  readonly view: ArticleView | GoneView;
  readonly settings: Settings;
}

/** The article that a fragment names, asked for before there is anything to draw; nothing where that takes too long. */
export async function firstArticle(
  surface: Pick<Surface, 'article' | 'settings'>,
  hash: string,
): Promise<FirstArticle | undefined> {
  const route = readRoute(hash);
  if (route.page !== 'article') return undefined;
  const asked = await inTime(Promise.all([surface.article(route.id), surface.settings()]));
  if (!asked) return undefined;
  const [view, settings] = asked;
  return view.ok && settings.ok ? { id: route.id, view: view.value, settings: settings.value } : undefined;
}
