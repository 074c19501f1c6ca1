import type { Ref } from './plan-stage.ts';

/** Something known of pairs. Numbers as keys take a third of the memory of texts, and need not be made first. */
export class Pairs<Value> {
  readonly #byFirst = new Map<Ref, Map<Ref, Value>>();

  get(first: Ref, second: Ref): Value | undefined {
    return this.#byFirst.get(first)?.get(second);
  }

  set(first: Ref, second: Ref, value: Value): void {
    const bySecond = this.#byFirst.get(first);
    if (bySecond === undefined) this.#byFirst.set(first, new Map([[second, value]]));
    else bySecond.set(second, value);
  }

  delete(first: Ref, second: Ref): void {
    this.#byFirst.get(first)?.delete(second);
  }
}
