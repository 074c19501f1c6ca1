import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { makeLateEntries, rebuildSearch } from '../search/indexing.ts';

/** More than are indexed inside the command. */
const many = 1200;

let test: TestBook;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  test = makeTestBook({ onDisk: true });
  await test.call('book.setMe', { name: 'Robin Me' });
});
afterEach(() => {
  test.close();
  vi.useRealTimers();
});

async function importMany(): Promise<void> {
  const lines = Array.from({ length: many }, (_, index) => {
    const at = String(index).padStart(4, '0');
    return `Given${at},Family${at},p${at}@mail.example`;
  });
  const bytes = new TextEncoder().encode(['First Name,Last Name,Email', ...lines].join('\n'));
  const { planId } = await test.call<{ planId: string }>('transfer.plan', {
    files: [{ name: 'people.csv', bytes }],
  });
  await test.call('transfer.apply', { planId });
}

function countWaiting(): number {
  return test.book.value<number>('SELECT count(*) FROM search_pending') ?? 0;
}

async function find(text: string): Promise<string[]> {
  const { people } = await test.call<{ people: { name: string }[] }>('search.find', { text });
  return people.map(({ name }) => name);
}

/** What the three indexes answer, each asked in its own way. */
async function probe(): Promise<string[][]> {
  const texts = ['Given0077 Family0077', 'amily1199', 'Famliy0501', 'p0012@mail', 'nobody'];
  const answers: string[][] = [];
  for (const text of texts) answers.push(await find(text));
  return answers;
}

describe('the search index after a change of many people', () => {
  it('is made after the import, and found complete by the first question', async () => {
    await importMany();
    expect(countWaiting()).toBe(many);
    const found = await probe();
    expect(countWaiting()).toBe(0);
    expect(found[0]).toEqual(['Given0077 Family0077']);
    rebuildSearch(test.book);
    expect(found).toEqual(await probe());
  });

  it('is made a portion at a time while nobody asks', async () => {
    await importMany();
    const waiting = [countWaiting()];
    while (vi.getTimerCount() > 0 && waiting.length < 100) {
      vi.runOnlyPendingTimers();
      waiting.push(countWaiting());
    }
    expect(waiting.at(-1)).toBe(0);
    expect(waiting.length).toBeGreaterThan(3);
    expect(waiting.toSorted((a, b) => b - a)).toEqual(waiting);
  });

  it('goes on when the book is opened again', async () => {
    await importMany();
    test.reopen();
    expect(countWaiting()).toBe(many);
    expect(await find('Given0077 Family0077')).toEqual(['Given0077 Family0077']);
    expect((await test.call<{ ok: boolean }>('book.check')).ok).toBe(true);
  });

  it('knows of nobody any more whose import was undone, and of all when it is done again', async () => {
    await importMany();
    makeLateEntries(test.book, 700);
    await test.call('book.undo');
    expect(await find('Given0077 Family0077')).toEqual([]);
    expect(test.book.value('SELECT count(*) FROM person_words')).toBe(1);
    await test.call('book.redo');
    expect(await find('Given0077 Family0077')).toEqual(['Given0077 Family0077']);
  });

  it('has the newest name of somebody who is changed before their entry was made', async () => {
    await importMany();
    const id = test.book.value<number>(
      "SELECT id FROM person WHERE display_name = 'Given0005 Family0005'",
    );
    await test.call('people.update', { id, name: 'Quentin Zeller' });
    expect(countWaiting()).toBe(many - 1);
    expect(await find('Quentin')).toEqual(['Quentin Zeller']);
    expect(await find('Given0005')).not.toContain('Given0005 Family0005');
  });
});
