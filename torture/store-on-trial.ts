import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { checkBook } from '../src-main/store/check-book.ts';
import type { Store } from '../src-main/store/store.ts';
import { hashBook, openStore } from './history.ts';

const list = fileURLToPath(
  new URL('../src-main/transfer/fixtures/world/me/linkedin/Connections.csv', import.meta.url),
);

/** A store under bad conditions, with what a user would do in it. One book is open at a time. */
export class StoreOnTrial {
  #store: Store | null = null;

  get store(): Store {
    if (this.#store === null) throw new Error('No book is open.');
    return this.#store;
  }

  open(path: string, backupFolder: string | null = null): void {
    this.close();
    this.#store = openStore(path, backupFolder);
  }

  close(): void {
    this.#store?.close();
    this.#store = null;
  }

  /** 'ok', or the code of the refusal. */
  async answer(path: string, input: unknown): Promise<string> {
    const result = await this.store.dispatch(path, input);
    return result.ok ? 'ok' : result.error.code;
  }

  /** What is in the book now. */
  hash(): string {
    return hashBook(this.store.session().book.reader);
  }

  /** That everything can be read, and that it is what it was. */
  async expectReads(hash: string): Promise<void> {
    expect(await this.answer('people.list', {})).toBe('ok');
    expect(await this.answer('search.find', { text: 'Person' })).toBe('ok');
    expect(this.hash()).toBe(hash);
  }

  /** That a change can be made again, and that the book is whole after it and after a restart. */
  async expectWrites(path: string): Promise<void> {
    expect(await this.answer('people.create', { name: 'After The Room' })).toBe('ok');
    expect(checkBook(this.store.session().book.reader).problems).toEqual([]);
    const hash = this.hash();
    this.open(path);
    expect(this.hash()).toBe(hash);
  }

  /** Makes changes until one is refused; says the answer and the hash of what was committed before. */
  async writeUntilRefused(trial: number): Promise<{ code: string; hash: string }> {
    const guest = { name: `Guest of trial ${trial}`, note: 'room '.repeat(700) };
    let hash = this.hash();
    for (let at = 0; at < 3_000; at++) {
      // oxlint-disable-next-line no-await-in-loop -- one after another is the point
      const code = await this.answer('people.create', guest);
      if (code !== 'ok') return { code, hash };
      hash = this.hash();
    }
    return { code: 'never refused', hash };
  }

  /** A plan of an import that is ready to be carried out; its id. */
  async planImport(): Promise<string> {
    const files = [{ name: 'Connections.csv', bytes: new Uint8Array(readFileSync(list)) }];
    const plan = await this.store.dispatch('transfer.plan', { files });
    if (!plan.ok) throw new Error(plan.error.message);
    return (plan.value as { planId: string }).planId;
  }
}
