/** Collects who was in contact when: one person a key, one count a kind and direction. */
import {
  emptyPerson,
  type InteractionKind,
  type ParsedAccount,
  type ParsedInteraction,
  type ParsedPerson,
} from '../parsed-file.ts';

type Direction = ParsedInteraction['direction'];

interface Collected {
  readonly line: number;
  name: string | null;
  account: ParsedAccount | null;
  readonly counts: Map<Direction, { count: number; first: string | null; last: string | null }>;
}

export class InteractionCollector {
  readonly #kind: InteractionKind;
  readonly #people = new Map<string, Collected>();

  constructor(kind: InteractionKind) {
    this.#kind = kind;
  }

  /**
   * Counts one contact.
   * @param key what the person is known by in this file; the same key is the same person
   * @param date 'YYYY-MM-DD' or null
   */
  add(
    key: string,
    line: number,
    who: { readonly name: string | null; readonly account: ParsedAccount | null },
    direction: Direction,
    date: string | null,
  ): void {
    let person = this.#people.get(key);
    if (person === undefined) {
      person = { line, name: who.name, account: who.account, counts: new Map() };
      this.#people.set(key, person);
    }
    person.name ??= who.name;
    person.account ??= who.account;
    const seen = person.counts.get(direction) ?? { count: 0, first: null, last: null };
    seen.count++;
    if (date !== null) {
      if (seen.first === null || date < seen.first) seen.first = date;
      if (seen.last === null || date > seen.last) seen.last = date;
    }
    person.counts.set(direction, seen);
  }

  /** The people, in the order in which they first appear. */
  people(): ParsedPerson[] {
    return [...this.#people.values()].map(({ line, name, account, counts }) => ({
      ...emptyPerson(line),
      name,
      accounts: account === null ? [] : [account],
      interactions: [...counts].map(([direction, seen]) => ({
        kind: this.#kind,
        direction,
        ...seen,
      })),
    }));
  }
}
