/**
 * Reads XML of any quality into small elements, one item at a time; the only file that knows htmlparser2. The
 * document as a whole is never held as a tree: an item is handed over and forgotten when its closing tag (or the
 * next item) comes.
 */
import { Parser } from 'htmlparser2';
import { ElementBuilder } from './element-builder.ts';
import type { Grammar } from './grammar.ts';
import { MAX_READ_MS } from './limits.ts';
import type { Prolog } from './prolog.ts';
import { cdataRunsOn, isMisread, isMisspeltCdata, repairMarkup } from './repair.ts';
import type { ItemMapper, XmlElement } from './xml-element.ts';

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
  const deadline = performance.now() + MAX_READ_MS;
  const endsWell = endsWithRoot(text, prolog);
  let read = begin();
  const misread = run(text, read, deadline, true);
  if (misread || swallowed(read, endsWell)) {
    read = begin();
    // What still looks wrong in the repaired text stays wrong.
    run(repairMarkup(text), read, deadline, false);
  }
  return { root: read.root, items: read.items, complete: read.complete || (read.full && endsWell) };
}

/** Whether a section that is not closed hid the root, or the closing tag with which the document ends. */
function swallowed(read: ElementBuilder<unknown>, endsWell: boolean): boolean {
  return !read.stopped && (!read.begun || (!read.complete && endsWell));
}

/**
 * Feeds a text to a builder.
 *
 * @param careful stop where markup is met that must be repaired first
 * @returns true if it stopped for that
 */
function run<Item>(text: string, builder: ElementBuilder<Item>, deadline: number, careful: boolean): boolean {
  let misread = false;
  const stopIf = (isWrong: boolean): void => {
    misread ||= isWrong;
    builder.stopped ||= isWrong;
  };
  let inCdata = false;
  const setCdata = (inside: boolean): void => {
    inCdata = inside;
    builder.cdata(inside);
  };
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
      oncdatastart: () => setCdata(true),
      oncdataend: () => setCdata(false),
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
  return misread;
}

/** Whether a document ends with its root's closing tag. */
function endsWithRoot(text: string, prolog: Prolog): boolean {
  return text.slice(-200).trimEnd().toLowerCase().endsWith(`</${prolog.root}>`);
}
