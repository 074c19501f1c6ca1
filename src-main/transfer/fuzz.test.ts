import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeTestBook } from '../book/testing/make-book.ts';
import { columnKinds } from '../contract/columns.ts';
import { parseBookDocument } from './read-json.ts';
import {
  expectMappedOrRefused,
  expectOpenedOrRefused,
  expectTakenOrRefused,
  expectTypedRefusal,
} from './testing/expect-taken-or-refused.ts';
import { exportBytes } from './testing/export-bytes.ts';
import { FORMATS, mutate, mutation, SEEDS } from './testing/fuzz-seeds.ts';

/** The same inputs each time; another number finds others. */
const SEED = 20_260_615;

const mutations = fc.array(mutation, { minLength: 1, maxLength: 6 });
const sometimes = { nil: undefined, freq: 3 };

describe('50,000 cut, mixed and mutated files', () => {
  it.each(SEEDS)('are taken or refused in a sentence, wherever %s is cut', (_, bytes) => {
    for (let length = 0; length < bytes.length; length += 7) {
      expectTakenOrRefused(bytes.slice(0, length));
    }
  });

  it.each(SEEDS)('are taken or refused in a sentence, made of %s', (_, bytes) => {
    const format = fc.option(fc.constantFrom(...FORMATS), sometimes);
    fc.assert(
      fc.property(mutations, format, (changes, stated) => {
        expectTakenOrRefused(mutate(bytes, changes), stated);
      }),
      { numRuns: 1400, seed: SEED },
    );
  });

  it('are opened or refused as what was chosen: files, folders and archives', () => {
    const entries = fc.array(
      fc.record({
        seed: fc.constantFrom(...SEEDS),
        changes: fc.array(mutation, { maxLength: 2 }),
        path: fc.constantFrom('a', 'b/c.csv', '../d', '__proto__/e', 'followers_1.json', ''),
      }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(entries, (chosen) => {
        const files = chosen.map(({ seed: [, bytes], changes, path }) => ({
          path,
          bytes: mutate(bytes, changes),
        }));
        expectOpenedOrRefused(files);
      }),
      { numRuns: 3000, seed: SEED },
    );
  });

  it('are mapped or refused, whatever is said of their columns', () => {
    const kinds = fc.array(fc.option(fc.constantFrom(...columnKinds), { nil: null }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.constantFrom(...SEEDS), mutations, kinds, ([, bytes], changes, said) => {
        expectMappedOrRefused(mutate(bytes, changes), said);
      }),
      { numRuns: 4000, seed: SEED },
    );
  });

  it('are refused as books, and leave the book as it is', async () => {
    const test = makeTestBook();
    const bytes = await exportBytes(test, 'json');
    fc.assert(
      fc.property(mutations, (changes) => {
        expectTypedRefusal(() => parseBookDocument(mutate(bytes, changes)));
      }),
      { numRuns: 2000, seed: SEED },
    );
    for (const changes of fc.sample(mutations, { numRuns: 100, seed: SEED })) {
      const files = [{ name: 'book.json', bytes: new Uint8Array(mutate(bytes, changes)) }];
      const plan = await test.dispatch('transfer.plan', { files });
      expect(plan.ok ? '' : plan.error.code).not.toBe('INTERNAL');
    }
    expect(await exportBytes(test, 'json')).toEqual(bytes);
    test.close();
  });

  it('are taken or refused in a sentence, of plain noise', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(...SEEDS),
        fc.constantFrom('', 'PK\u0003\u0004', '{"format":"acquaint-book"', 'BEGIN:VCARD\n'),
        (noise, [, seed], start) => {
          expectTakenOrRefused(Buffer.concat([strToU8(start), noise]));
          expectTakenOrRefused(Buffer.concat([seed.subarray(0, 60), noise]));
        },
      ),
      { numRuns: 1500, seed: SEED },
    );
  });
});
