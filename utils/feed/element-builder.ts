/**
 * Builds elements from the events of an XML parser. It keeps a stack of its own, because feeds close tags wrongly in
 * ways that only one who knows feeds can put right: an item ends where the next begins, a headline that is not
 * closed ends where the item's date begins.
 */
import { type Attributes, newElement, type Open, statesNothing } from './building.ts';
import { EntityDecoder } from './entities.ts';
import { breaksOut, endsAtItem } from './feed-elements.ts';
import type { Grammar } from './grammar.ts';
import { MAX_DEPTH, MAX_ITEMS, MAX_NODES, MAX_OPEN_TAGS } from './limits.ts';
import { MarkupWriter } from './markup-writer.ts';
import { Namespaces } from './namespaces.ts';
import type { Prolog } from './prolog.ts';
import type { ItemMapper, XmlElement } from './xml-element.ts';

/** Fed with the events of one document; holds the items that are whole so far, and the root with what stands outside of items. */
export class ElementBuilder<Item> {
  readonly items: Item[] = [];
  root: XmlElement;
  /** The root was closed. */
  complete = false;
  /** As many items were read as are read of any document. */
  full = false;
  /** Nothing more is to be read. */
  stopped = false;

  readonly #rootTag: string;
  readonly #grammar: Grammar;
  readonly #base: string;
  readonly #mapItem: ItemMapper<Item>;
  readonly #entities: EntityDecoder;
  readonly #stack: Open[] = [];
  /** Length of the stack with the item that is being read on top; 0 outside of one. */
  #itemDepth = 0;
  #itemsSeen = 0;
  #itemNodes = 0;
  #headNodes = 0;
  #openTags = 0;
  #inCdata = false;

  /** @param base address of the document, for relative ones in it */
  constructor(prolog: Prolog, grammar: Grammar, base: string, mapItem: ItemMapper<Item>) {
    this.#rootTag = prolog.root;
    this.#grammar = grammar;
    this.#base = base;
    this.#mapItem = mapItem;
    this.#entities = new EntityDecoder(prolog.doctype);
    this.root = newElement(prolog.root, {}, base);
  }

  /** @param tag the name as written, in lower case; so are the names of the attributes */
  open(tag: string, attributes: Attributes): void {
    this.#openTags += 1;
    if (this.stopped || this.complete) return;
    const top = this.#stack.at(-1);
    this.#readAttributes(attributes, top);
    if (top === undefined) this.#openRoot(tag, attributes);
    else this.#openWithin(top, tag, attributes);
    if (this.#stack.length >= MAX_DEPTH || this.#openTags >= MAX_OPEN_TAGS) this.stopped = true;
  }

  /** @param implied no closing tag: an empty element, or one whose parent was closed */
  close(tag: string, implied: boolean): void {
    this.#openTags -= 1;
    if (this.stopped) return;
    for (let depth = this.#stack.length; depth > 0; depth -= 1) {
      if (this.#stack[depth - 1]?.tag === tag) {
        this.#popTo(depth - 1);
        return;
      }
      // The parser knows of elements that were ended here already; their parent's closing tag comes next.
      if (implied) return;
    }
  }

  /** @param data as written; references in it are decoded unless it stands in a CDATA section */
  text(data: string): void {
    const top = this.#stack.at(-1);
    // Between the fields of an item there is nothing but white space.
    if (top === undefined || this.stopped || this.#stack.length === this.#itemDepth) return;
    const text = this.#inCdata ? data : this.#entities.decode(data);
    if (top.writer === null) top.element.text += text;
    else top.writer.text(text);
  }

  /** Says where CDATA sections begin and end. */
  cdata(inside: boolean): void {
    this.#inCdata = inside;
  }

  /** The root was met. */
  get begun(): boolean {
    return this.#stack.length > 0 || this.complete;
  }

  /** The name as written of the innermost open element. */
  get tag(): string {
    return this.#stack.at(-1)?.tag ?? '';
  }

  /** To be called when there is no more text; an item that is still open is handed over without its open part. */
  end(): void {
    const item = this.#stack[this.#itemDepth - 1]?.element;
    if (item === undefined) return;
    const cut = this.#stack[this.#itemDepth]?.element;
    if (cut !== undefined && item.children.at(-1) === cut) item.children.pop();
    this.#take(item, true);
  }

  /** Decodes the values, and frees names of the feed's own prefix (`rss:isPermaLink`). */
  #readAttributes(attributes: Attributes, parent: Open | undefined): void {
    for (const key in attributes) {
      const value = this.#entities.decode(attributes[key] ?? '');
      attributes[key] = value;
      if (parent !== undefined && key.includes(':')) attributes[parent.namespaces.resolve(key)] ??= value;
    }
  }

  #openRoot(tag: string, attributes: Attributes): void {
    if (tag !== this.#rootTag) return;
    const namespaces = Namespaces.ofRoot(tag, attributes);
    const element = newElement(namespaces.resolve(tag), attributes, this.#base);
    this.root = element;
    this.#stack.push({ tag, element, namespaces, writer: null, inMarkup: false });
  }

  #openWithin(parent: Open, tag: string, attributes: Attributes): void {
    const name = parent.namespaces.within(tag, attributes).resolve(tag);
    const isItem = this.#grammar.items.has(name);
    const holder = isItem ? this.#holderOfItem(parent) : this.#holderOf(name, parent);
    const namespaces = holder.namespaces.within(tag, attributes);
    const writer = isItem ? null : this.#writerFor(holder);
    if (writer !== null) {
      writer.open(name, tag, attributes);
      this.#stack.push({ tag, element: holder.element, namespaces, writer, inMarkup: true });
      return;
    }
    const element = newElement(name, attributes, holder.element.base);
    this.#stack.push({ tag, element, namespaces, writer: null, inMarkup: false });
    if (isItem) {
      this.#itemDepth = this.#stack.length;
      this.#itemNodes = 0;
    } else if (this.#mayGrow()) {
      holder.element.children.push(element);
    }
  }

  /** Counts an element of the item or head that is being read; false once there are more than are kept. */
  #mayGrow(): boolean {
    const nodes = this.#itemDepth > 0 ? ++this.#itemNodes : ++this.#headNodes;
    return nodes <= MAX_NODES;
  }

  /** Ends whatever an item cannot stand in, and gives what is open then. */
  #holderOfItem(parent: Open): Open {
    if (this.#itemDepth > 0) this.#popTo(this.#itemDepth - 1);
    let top = this.#stack.at(-1) ?? parent;
    while (this.#stack.length > 1 && (top.inMarkup || endsAtItem(top.element.name, this.#grammar))) {
      this.#popTo(this.#stack.length - 1);
      top = this.#stack.at(-1) ?? parent;
    }
    return top;
  }

  /** Ends a text or date that was not closed before the next field, and gives what is open then. */
  #holderOf(name: string, parent: Open): Open {
    if (parent.inMarkup || this.#stack.length < 2) return parent;
    if (!breaksOut(parent.element.name, name, this.#grammar)) return parent;
    this.#popTo(this.#stack.length - 1);
    return this.#stack.at(-1) ?? parent;
  }

  #writerFor(holder: Open): MarkupWriter | null {
    if (holder.writer === null && this.#grammar.texts.has(holder.element.name)) {
      holder.writer = new MarkupWriter(holder.element, this.#grammar.textIsText);
    }
    return holder.writer;
  }

  #popTo(length: number): void {
    while (this.#stack.length > length) {
      const open = this.#stack.pop();
      if (open === undefined) return;
      if (open.inMarkup) open.writer?.close();
      else if (open.writer !== null) open.element.markup = open.writer.html;
      else if (this.#stack.length + 1 === this.#itemDepth) this.#take(open.element, false);
    }
    if (length === 0) this.complete = true;
  }

  #take(item: XmlElement, cut: boolean): void {
    this.#itemDepth = 0;
    this.#itemsSeen += 1;
    const mapped = statesNothing(item) ? null : this.#mapItem(item, cut, this.root);
    if (mapped !== null) this.items.push(mapped);
    this.full = this.#itemsSeen >= MAX_ITEMS;
    this.stopped ||= this.full;
  }
}
