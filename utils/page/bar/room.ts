/** Room for the bar at the end of a page that scrolls: what the page ends with is not hidden, and nothing of it moves. */

const PROPERTY = 'padding-bottom';

/**
 * Makes a page longer by `height` CSS pixels, and gives the function that takes this back. A page that fits its window is
 * left as it is: there every pixel more would move something.
 */
export function makeRoom(doc: Document, height: number): () => void {
  const { documentElement: html, scrollingElement: scroller } = doc;
  if (scroller === null || scroller.scrollHeight <= scroller.clientHeight) return () => {};
  const before = html.getAttribute('style');
  const [value, priority] = [html.style.getPropertyValue(PROPERTY), html.style.getPropertyPriority(PROPERTY)];
  const padding = Number.parseFloat(getComputedStyle(html).paddingBottom) || 0;
  html.style.setProperty(PROPERTY, `${padding + height}px`, 'important');
  const ours = html.style.getPropertyValue(PROPERTY);
  return () => {
    // What the page set meanwhile is the page's.
    if (html.style.getPropertyValue(PROPERTY) !== ours) return;
    html.style.setProperty(PROPERTY, value, priority);
    if (before === null && html.getAttribute('style') === '') html.removeAttribute('style');
  };
}
