/** What readers did, and what may therefore stand at the end. */

/** What one browser did last with one thing, and what the other did that neither knew of the other then. */
interface Doings<V> {
  readonly last: Map<number, { readonly value: V; readonly order: number }>;
  /** Faults that it went through. */
  readonly faults: Set<string>;
}

export class Ledger<V> {
  readonly #doings = new Map<string, Doings<V>>();
  /** How much was done, in both browsers together. */
  order = 0;

  /**
   * A reader does something in a browser.
   *
   * @param knows whether this browser knows what the other one did last, and that will not be sent again
   */
  async note(
    browser: number,
    key: string,
    value: V,
    knows: (other: number, value: V, order: number) => Promise<boolean>,
  ): Promise<void> {
    const doings = this.#of(key);
    this.order += 1;
    for (const [other, did] of [...doings.last]) {
      if (other === browser) continue;
      if (await knows(other, did.value, did.order)) doings.last.delete(other);
    }
    doings.last.set(browser, { value, order: this.order });
  }

  /** Something went through a fault. */
  suffer(key: string, fault: string): void {
    this.#of(key).faults.add(fault);
  }

  /** What may stand at the end; empty where nobody did anything. */
  allowed(key: string): ReadonlySet<V> {
    return new Set([...(this.#doings.get(key)?.last.values() ?? [])].map(({ value }) => value));
  }

  faultsOf(key: string): readonly string[] {
    return [...(this.#doings.get(key)?.faults ?? [])];
  }

  keys(): readonly string[] {
    return [...this.#doings.keys()];
  }

  #of(key: string): Doings<V> {
    const known = this.#doings.get(key) ?? { last: new Map(), faults: new Set<string>() };
    this.#doings.set(key, known);
    return known;
  }
}
