import { describe, expect, it } from 'vitest';
import { makeTestBook } from '../book/testing/make-book.ts';
import { AppError } from '../contract/result.ts';
import { makeBreathe } from './breathe.ts';
import { findLikelyPairs } from './find-duplicates.ts';

describe('breathing', () => {
  it('lets what waits be done, tells how far the work is, and throws what ends it', async () => {
    const seen: (number | string)[] = [];
    const breathe = makeBreathe((done) => {
      if (done > 0.5) throw new AppError('STOPPED', 'Stopped.');
      seen.push(done);
    }, 0);
    setImmediate(() => seen.push('somebody else'));
    await breathe(0.2);
    await breathe(0.4);
    expect(seen).toEqual(['somebody else', 0.2, 0.4]);
    await expect(breathe(0.6)).rejects.toThrow('Stopped.');
  });
});

describe('pairs looked for while the book changes', () => {
  it('are those of the book as it was when the search began', async () => {
    const t = makeTestBook();
    for (const name of ['Jane Doe', 'Jane Doe', 'Tom Okafor', 'Tom Okafro']) {
      await t.call('people.create', { name, organisation: 'Acme' });
    }
    const undisturbed = await findLikelyPairs(t.book, async () => {});
    let breaths = 0;
    const disturbed = await findLikelyPairs(t.book, async () => {
      breaths += 1;
      if (breaths === 1) t.book.run("UPDATE person SET display_name = 'X', folded_name = 'x'");
    });
    expect(undisturbed).toHaveLength(2);
    expect(disturbed).toEqual(undisturbed);
    expect(await findLikelyPairs(t.book, async () => {})).not.toEqual(undisturbed);
    t.close();
  });
});
