/**
 * Reads XML of any quality into small elements, one item at a time; the only file that knows htmlparser2. The
 * document as a whole is never held as a tree: an item is handed over and forgotten when its closing tag (or the
 * next item) comes.
 */
import { Parser } from 'htmlparser2';
import { ElementBuilder, type ItemMapper } from './element-builder.ts';
import type { Grammar } from './grammar.ts';
import { MAX_READ_MS } from './limits.ts';
import type { Prolog } from './prolog.ts';
import { cdataRunsOn, isMisread, isMisspeltCdata, repairMarkup } from './repair.ts';
import type { XmlElement } from './xml-element.ts';

export interface XmlFeed<Item> {
  /** The root with all that belongs to no item. */
  readonly root: XmlElement;
  readonly items: readonly Item[];
  /** Whether the document is whole: its root is closed. */
  readonly complete: boolean;
}

/** UTF-16 units read between two looks at the clock. */
const PIECE = 1_000_000;

/**
 * Reads a document.
 *
 * @param base address of the document
 */
export function readXml<Item>(
  text: string,
  prolog: Prolog,
  grammar: Grammar,
  base: string,
  mapItem: ItemMapper<Item>,
): XmlFeed<Item> {
  const begin = (): ElementBuilder<Item> => new ElementBuilder(prolog, grammar, base, mapItem);
  const first = begin();
  // What still looks wrong in the repaired text stays wrong.
  const deadline = performance.now() + MAX_READ_MS;
  const read = run(text, first, deadline, true) ? first : begin();
  if (read !== first) run(repairMarkup(text), read, deadline, false);
  return {
    root: read.root,
    items: read.items,
    complete: read.complete || (read.full && endsWithRoot(text, prolog)),
  };
}

/**
 * Feeds a text to a builder.
 *
 * @param careful stop where markup is met that must be repaired first
 * @returns false if it stopped for that
 */
function run<Item>(text: string, builder: ElementBuilder<Item>, deadline: number, careful: boolean): boolean {
  let misread = false;
  const stopIf = (isWrong: boolean): void => {
    if (!isWrong) return;
    misread = true;
    builder.stopped = true;
  };
  let inCdata = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (careful) stopIf(isMisread(name, attributes));
        builder.open(name, attributes);
        if (builder.stopped) parser.pause();
      },
      onclosetag(name, implied) {
        builder.close(name, implied);
        if (builder.stopped) parser.pause();
      },
      ontext(data) {
        if (careful && inCdata) stopIf(cdataRunsOn(data, builder.tag));
        builder.text(data);
      },
      oncdatastart() {
        inCdata = true;
        builder.cdata(true);
      },
      oncdataend() {
        inCdata = false;
        builder.cdata(false);
      },
      onprocessinginstruction(_name, data) {
        if (careful) stopIf(isMisspeltCdata(data));
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  for (let at = 0; at < text.length && !builder.stopped; at += PIECE) {
    if (at > 0 && performance.now() > deadline) break;
    parser.write(text.length <= PIECE ? text : text.slice(at, at + PIECE));
  }
  if (!misread) builder.end();
  return !misread;
}

/** Whether a document that was not read to its end is whole all the same. */
function endsWithRoot(text: string, prolog: Prolog): boolean {
  return text.slice(-200).trimEnd().toLowerCase().endsWith(`</${prolog.root}>`);
}
