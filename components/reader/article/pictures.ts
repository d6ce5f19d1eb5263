/** Pictures that Lede asks for itself, where the browser would send the reader's cookies with its own requests. */
import type { Surface } from '../../../utils/surface/surface.ts';

/**
 * Has the pictures of a fragment that wait for it (`data-address`) fetched, each drawn as it comes; one that cannot be had
 * becomes a link to itself. Gives the function that lets go of them all.
 */
export function fetchPictures(
  fragment: DocumentFragment,
  surface: Pick<Surface, 'picture'>,
  nameOf: (url: string) => string,
): () => void {
  const held: string[] = [];
  let isOver = false;
  const fetchOne = async (picture: HTMLImageElement, url: string): Promise<void> => {
    const address = await surface.picture(url);
    if (address === null) picture.replaceWith(pictureLink(url, picture.alt || nameOf(url)));
    else if (isOver) URL.revokeObjectURL(address);
    else {
      held.push(address);
      picture.src = address;
    }
  };
  for (const picture of fragment.querySelectorAll<HTMLImageElement>('img[data-address]')) {
    void fetchOne(picture, picture.dataset.address ?? '');
  }
  return () => {
    isOver = true;
    for (const address of held) URL.revokeObjectURL(address);
  };
}

function pictureLink(url: string, name: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'picture-link';
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.referrerPolicy = 'no-referrer';
  link.textContent = name;
  return link;
}
