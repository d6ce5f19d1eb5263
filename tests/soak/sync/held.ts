/** What a browser holds of an account's articles, read beside its background: the same way in all browsers. */
import type { ServerRow } from '../../../utils/account/marks.ts';
import { type AllRead, type Article, isRead, type Mark } from '../../../utils/model/article.ts';
import type { Story } from '../../../utils/model/story.ts';

export interface Held {
  readonly articles: readonly Pick<Article, 'id' | 'url' | 'story'>[];
  readonly marks: readonly Mark[];
  readonly rows: readonly Pick<ServerRow, 'id' | 'articleId' | 'read' | 'saved' | 'pending' | 'waits'>[];
  readonly stories: readonly Pick<Story, 'id' | 'articles'>[];
  readonly allRead: AllRead;
  /** Whether a 'mark all' waits until the server is told of it. */
  readonly isHoldingBack: boolean;
}

/** Runs where the database is, with nothing but its arguments and the globals of any page. */
export async function readHeld(databases: Pick<IDBFactory, 'open'>): Promise<Held> {
  const result = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await result(databases.open('lede'));
  try {
    const tx = db.transaction(['articles', 'marks', 'serverItems', 'stories', 'records']);
    const all = <T>(name: string): Promise<T[]> => result(tx.objectStore(name).getAll());
    const [articles, marks, rows, stories, allRead, order] = await Promise.all([
      all<Article>('articles'),
      all<Mark>('marks'),
      all<ServerRow>('serverItems'),
      all<Story>('stories'),
      result<AllRead | undefined>(tx.objectStore('records').get('allRead')),
      result<unknown>(tx.objectStore('records').get('markAllOrder')),
    ]);
    return {
      articles: articles.map(({ id, url, story }) => ({ id, url, story })),
      marks,
      rows,
      stories: stories.map((story) => ({ id: story.id, articles: story.articles })),
      allRead: allRead ?? { upToId: 0, at: 0 },
      isHoldingBack: order !== undefined,
    };
  } finally {
    db.close();
  }
}

/** The same by links and by the server's ids. */
export class View {
  readonly held: Held;
  readonly #byLink: ReadonlyMap<string, Held['articles'][number]>;

  constructor(held: Held) {
    this.held = held;
    this.#byLink = new Map(held.articles.map((article) => [article.url ?? '', article]));
  }

  get links(): readonly string[] {
    return [...this.#byLink.keys()];
  }

  article(link: string): Held['articles'][number] | undefined {
    return this.#byLink.get(link);
  }

  row(link: string): Held['rows'][number] | undefined {
    const article = this.article(link);
    return article && this.held.rows.find(({ articleId }) => articleId === article.id);
  }

  rowOf(id: string): Held['rows'][number] | undefined {
    return this.held.rows.find((row) => row.id === id);
  }

  linkOf(id: string): string | null {
    const articleId = this.rowOf(id)?.articleId;
    return this.held.articles.find((article) => article.id === articleId)?.url ?? null;
  }

  /** What is shown of an article; null where it is not here. */
  shown(link: string): { readonly read: boolean; readonly saved: boolean } | null {
    const article = this.article(link);
    if (!article) return null;
    const mark = this.held.marks.find(({ articleId }) => articleId === article.id);
    return { read: isRead(article.id, mark, this.held.allRead), saved: mark?.saved ?? false };
  }

  /** The links of what the article's story holds. */
  mates(link: string): string[] {
    const article = this.article(link);
    const story = this.held.stories.find(({ id }) => id === article?.story);
    const ids = new Set(story?.articles ?? [article?.id]);
    return this.held.articles.flatMap(({ id, url }) => (ids.has(id) && url !== null ? [url] : []));
  }

  get waiting(): number {
    return this.held.rows.filter(({ waits }) => waits !== undefined).length;
  }
}
