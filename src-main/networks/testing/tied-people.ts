import type { TestBook } from '../../book/testing/make-book.ts';

/** People of a test book by their names, made on first mention. */
export class TiedPeople {
  readonly ids = new Map<string, number>();
  readonly #book: TestBook;

  private constructor(book: TestBook) {
    this.#book = book;
  }

  /** Begins with me. */
  static async around(book: TestBook, me: string): Promise<TiedPeople> {
    const people = new TiedPeople(book);
    const made = await book.call<{ me: { id: number } }>('book.setMe', { name: me });
    people.ids.set(me, made.me.id);
    return people;
  }

  async id(name: string): Promise<number> {
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const { person } = await this.#book.call<{ person: { id: number } }>('people.create', {
      name,
      isMyContact: false,
    });
    this.ids.set(name, person.id);
    return person.id;
  }

  /** @param rating 1..5 = 0.10, 0.30, 0.50, 0.70, 0.90 */
  async tie(a: string, b: string, rating: number): Promise<void> {
    await this.#book.call('ties.rate', { a: await this.id(a), b: await this.id(b), rating });
  }
}
