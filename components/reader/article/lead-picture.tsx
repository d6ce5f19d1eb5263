import type { ArticleView } from '../../../utils/model/article-view.ts';
import { Prose } from './prose.tsx';

interface LeadPictureProps {
  readonly view: ArticleView;
  /** The text that is shown, markup of others. */
  readonly html: string;
}

/** The article's picture above its text, unless the text has pictures of its own. */
export function LeadPicture({ view, html }: LeadPictureProps) {
  const { home, image, row } = view;
  if (image === null || /<img\b/i.test(html)) return null;
  const markup = `<figure><img src="${image.replace(/["&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}" alt=""></figure>`;
  // Through the same door as all markup of others: one place decides which pictures are asked for.
  return <Prose html={markup} base={row.url} home={home} language={null} withPictures />;
}
