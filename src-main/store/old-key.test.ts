import { copyFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { BookCopy } from '../contract/backups.ts';
import type { contract, OutputOf } from '../contract/index.ts';

type TurnedOn = OutputOf<(typeof contract)['encryption']['turnOn']>;

const passphrase = 'four plain English words';
let t: TestBook;
const at = (name: string): string => join(dirname(t.path), name);
const pick = ({ name, place }: BookCopy) => ({ name, place });

beforeEach(async () => {
  t = makeTestBook({ onDisk: true });
  await t.call('book.setMe', { name: 'Sam' });
  await t.call('people.create', { name: 'Wilhelmina Plainname' });
});
afterEach(() => t.close());

/** A backup under the first key of a book that has a second one: its disk was not there when the key was changed. */
async function leaveUnderOldKey() {
  const { recoveryKey } = await t.call<TurnedOn>('encryption.turnOn', { passphrase });
  const copy = await t.call<BookCopy>('backups.make');
  const ends = ['', '.key', '.sha256'];
  for (const end of ends) copyFileSync(at(`backups/${copy.name}${end}`), at(`kept${end}`));
  await t.call('encryption.turnOff', { passphrase });
  const again = await t.call<TurnedOn>('encryption.turnOn', { passphrase: 'a second passphrase' });
  for (const end of ends) renameSync(at(`kept${end}`), at(`backups/${copy.name}${end}`));
  return { copy, recoveryKey, second: again.recoveryKey };
}

describe('copies under an earlier key', () => {
  it('ask for a passphrase of their own when the book has another key by now', async () => {
    const { copy } = await leaveUnderOldKey();
    expect(await t.dispatch('backups.restore', pick(copy))).toMatchObject({
      error: { code: 'PASSPHRASE_NEEDED' },
    });
    await t.call('backups.restore', { ...pick(copy), passphrase });
    t.reopen();
    expect(
      await t.dispatch('encryption.unlock', { passphrase: 'a second passphrase' }),
    ).toMatchObject({ ok: true });
    expect(t.book.column('SELECT display_name FROM person ORDER BY id')).toEqual([
      'Sam',
      'Wilhelmina Plainname',
    ]);
  });

  it('open with the key of their own recovery sheet as well, and with no other', async () => {
    const { copy, recoveryKey, second } = await leaveUnderOldKey();
    for (const wrong of [second, 'a second passphrase']) {
      expect(
        await t.dispatch('backups.lookInto', { ...pick(copy), passphrase: wrong }),
      ).toMatchObject({ error: { code: 'WRONG_PASSPHRASE' } });
    }
    const asked = { ...pick(copy), passphrase: recoveryKey.toLowerCase() };
    expect(await t.call('backups.verify', asked)).toEqual({ isWhole: true, problem: null });
    expect(await t.call('backups.lookInto', asked)).toMatchObject({ kind: 'backup' });
    await t.call('backups.leave');
  });
});
