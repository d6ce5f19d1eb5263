/** The place on the bar in which headlines take their turn. */
import { element } from '../panel/elements.ts';

export interface BarWindow {
  readonly element: HTMLElement;
  /** Puts a document in the place of the one that is shown, once it can be seen. */
  show(html: string): void;
}

/**
 * Each document has a frame of its own: another document in the same frame would be a step in the history of the page,
 * which the reader would have to go back through.
 */
export function createWindow(title: string): BarWindow {
  const place = element('div', { class: 'window' });
  return {
    element: place,
    show: (html) => {
      const frame = element('iframe', {
        title,
        class: 'coming',
        sandbox: 'allow-popups allow-popups-to-escape-sandbox',
      });
      frame.srcdoc = html;
      const earlier = [...place.children];
      frame.addEventListener(
        'load',
        () => {
          frame.classList.remove('coming');
          for (const one of earlier) one.remove();
        },
        { once: true },
      );
      place.append(frame);
    },
  };
}
