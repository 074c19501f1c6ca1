import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { contract, OutputOf } from '../contract/index.ts';
import type { InputFile, Plan } from './testing/import-files.ts';
import { cards, facebook, linkedin, ties } from './testing/made-files.ts';

type Questions = OutputOf<(typeof contract)['transfer']['planQuestions']>;

/** Few, so that they meet; spellings of one name among them. */
const name = fc.constantFrom('Jane Doe', 'jane doe', 'José Lamas', 'Jose Lamas', 'Tom Brown');
const handle = fc.constantFrom('jane', 'jose', 'tom', '');
const email = fc.constantFrom('a@x.example', 'b@x.example', '');
const uid = fc.constantFrom('u1', 'u2', '');

const card = fc
  .record({ name, nickname: fc.option(name), email, uid })
  .map(({ email: address, name: said, nickname, uid: id }) =>
    [
      `FN:${said}`,
      ...(nickname === null ? [] : [`NICKNAME:${nickname}`]),
      ...(address === '' ? [] : [`EMAIL:${address}`]),
      ...(id === '' ? [] : [`UID:${id}`]),
    ].join('\n'),
  );
const connection = fc.record({ name, handle, email }).map((said) => {
  const url = said.handle === '' ? '' : `https://www.linkedin.com/in/${said.handle}`;
  return `${said.name.replace(' ', ',')},${url},${said.email},Acme,Editor,08 Feb 2026`;
});
const pair = fc
  .tuple(name, name)
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => `${from},${to},,,,`);

const some = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> =>
  fc.array(item, { minLength: 1, maxLength: 5 });
const file: fc.Arbitrary<InputFile> = fc.oneof(
  some(name).map((names) => facebook(...names)),
  some(card).map((bodies) => cards(...bodies)),
  some(connection).map((rows) => linkedin(...rows)),
  some(pair).map((rows) => ties(...rows)),
);
const step = fc.record({
  files: fc.array(file, { minLength: 1, maxLength: 3 }),
  answers: fc.infiniteStream(fc.constantFrom('same' as const, 'different' as const, null)),
});

/** Plans, answers what is asked as long as there are answers, and applies. */
async function importWith(
  test: TestBook,
  { answers, files }: typeof step extends fc.Arbitrary<infer Step> ? Step : never,
): Promise<{ planned: Plan; applied: Plan['files'] }> {
  const named = files.map((each, at) => ({ ...each, name: `${at} ${each.name}` }));
  const open = await test.call<Plan>('transfer.plan', { files: named });
  const questions = await test.call<Questions>('transfer.planQuestions', {
    planId: open.planId,
    limit: 500,
  });
  const said = questions.rows.flatMap(({ key }) => {
    const answer = answers.next().value;
    return answer === null ? [] : [{ key, answer }];
  });
  const { planId } = open;
  const planned = await test.call<Plan>('transfer.decide', { planId, answers: said });
  const { files: applied } = await test.call<Plan>('transfer.apply', { planId: planned.planId });
  return { planned, applied };
}

describe('whatever is answered', () => {
  it('is applied as it was planned, and leaves a sound book', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 3 }), async (steps) => {
        const test = makeTestBook();
        try {
          await test.call('book.setMe', { name: 'Ada Me' });
          for (const each of steps) {
            const { applied, planned } = await importWith(test, each);
            expect(applied.map(({ people }) => people)).toEqual(
              planned.files.map(({ people }) => people),
            );
          }
          expect(test.book.all('PRAGMA foreign_key_check')).toEqual([]);
        } finally {
          test.close();
        }
      }),
      { numRuns: 150 },
    );
  });
});
