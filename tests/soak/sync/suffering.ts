/** What goes wrong between the browsers and the server, and what of the reader's went through it. */
import type { Acts } from './acts.ts';
import { type FaultName, NO_FAULTS, type Plan, type SoakBrowser } from './faults.ts';
import { FIELDS } from './judgement.ts';
import type { Ledger } from './ledger.ts';

export class Suffering {
  readonly tries: Record<FaultName, number> = {
    'kill push': 0,
    'server restart': 0,
    'lost answer': 0,
    'ok-clears': 0,
    'stale-set': 0,
    'gone-is-read': 0,
  };
  /** What went through a fault of a rule: it is left alone from then on, so that what was lost of it stays lost. */
  readonly witnesses = new Set<string>();
  /** Articles that are read though nobody read them: a set lacked their ids. */
  readByNobody = 0;
  readonly #ledger: Ledger<boolean>;
  readonly #random: () => number;
  readonly #links: () => readonly string[];
  /** Ids that a set lacked in the sync that runs. */
  #hidden: string[] = [];

  constructor(ledger: Ledger<boolean>, random: () => number, links: () => readonly string[]) {
    this.#ledger = ledger;
    this.#random = random;
    this.#links = links;
  }

  /** How a sync is to go wrong. */
  plan(wanted: FaultName | null, acts: Acts): Plan {
    const where = this.#random() < 0.7 ? 'edit-tag' : 'items/ids';
    switch (wanted) {
      case 'kill push':
        return { ...NO_FAULTS, kill: acts.one(['before', 'under way', 'after']) };
      case 'server restart':
        return { ...NO_FAULTS, restart: where };
      case 'lost answer':
        return { ...NO_FAULTS, lose: where };
      case 'ok-clears':
        return { ...NO_FAULTS, forget: true };
      case 'stale-set':
        return { ...NO_FAULTS, stale: true };
      case 'gone-is-read':
        return { ...NO_FAULTS, hide: true };
      default:
        return NO_FAULTS;
    }
  }

  /** It went wrong, with these ids of the server's under way. */
  async suffered(acts: Acts, browser: SoakBrowser, fault: FaultName, ids: readonly string[]): Promise<void> {
    this.tries[fault] += 1;
    const view = await browser.look();
    if (fault === 'stale-set') {
      const unread = this.#links().filter((one) => view.shown(one)?.read === false);
      if (unread.length === 0) return;
      const link = acts.one(unread);
      this.witnesses.add(link);
      this.#ledger.suffer(`${link} read`, fault);
      await acts.markThis(browser, link, 'read', true);
    } else if (fault === 'gone-is-read') {
      // What is read here already, or was marked here, is no matter of what a set lacks.
      for (const id of ids) {
        const row = view.rowOf(id);
        if (row && !row.read && row.waits === undefined) this.#hidden.push(id);
      }
    } else {
      for (const id of ids) {
        const link = view.linkOf(id) ?? '';
        for (const field of FIELDS)
          if (view.rowOf(id)?.pending[field]) this.#ledger.suffer(`${link} ${field}`, fault);
        if (fault === 'ok-clears') this.witnesses.add(link);
      }
    }
  }

  /** What a set lacked must not be read here by that. */
  async judgeHidden(browser: SoakBrowser): Promise<void> {
    const hidden = this.#hidden.splice(0);
    if (hidden.length === 0) return;
    const view = await browser.look();
    for (const id of hidden)
      if (view.rowOf(id)?.read && !this.#ledger.allowed(`${view.linkOf(id)} read`).has(true))
        this.readByNobody += 1;
  }
}
