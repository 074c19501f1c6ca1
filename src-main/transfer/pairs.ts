import type { Ref } from './plan-stage.ts';
import { remember } from './small-lists.ts';

/** Something known of pairs. Numbers as keys need not be made first, as a text of the two would. */
export class Pairs<Value> {
  readonly #byFirst = new Map<Ref, Map<Ref, Value>>();

  get(first: Ref, second: Ref): Value | undefined {
    return this.#byFirst.get(first)?.get(second);
  }

  set(first: Ref, second: Ref, value: Value): void {
    remember(this.#byFirst, first, () => new Map<Ref, Value>()).set(second, value);
  }

  delete(first: Ref, second: Ref): void {
    this.#byFirst.get(first)?.delete(second);
  }
}
