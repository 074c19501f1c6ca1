import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { contract, OutputOf } from '../contract/index.ts';
import { exportBytes } from './testing/export-bytes.ts';
import { type InputFile, type Plan, type Report, textFile } from './testing/import-files.ts';
import { facebook, linkedin } from './testing/made-files.ts';

type Questions = OutputOf<(typeof contract)['transfer']['planQuestions']>;
type Answer = 'same' | 'different';

let test: TestBook;
beforeEach(async () => {
  test = makeTestBook();
  await test.call('book.setMe', { name: 'Ada Me' });
});
afterEach(() => test.close());

const plan = (...files: InputFile[]): Promise<Plan> => test.call('transfer.plan', { files });
const questionsOf = ({ planId }: Plan): Promise<Questions> =>
  test.call('transfer.planQuestions', { planId, limit: 500 });
const decide = (
  { planId }: Plan,
  answers: readonly { key: string; answer: Answer }[],
): Promise<Plan> => test.call('transfer.decide', { planId, answers });
const apply = async ({ planId }: Plan): Promise<readonly Report[]> =>
  (await test.call<{ files: Report[] }>('transfer.apply', { planId })).files;
const names = (): unknown[] =>
  test.book.column('SELECT display_name FROM person WHERE is_me = 0 ORDER BY id');

/** Answers the only question of a plan. */
async function answerOne(open: Plan, answer: Answer): Promise<Plan> {
  const { rows, total } = await questionsOf(open);
  expect(total).toBe(1);
  return decide(
    open,
    rows.map(({ key }) => ({ key, answer })),
  );
}

const jane = linkedin('Jane,Doe,https://www.linkedin.com/in/jane,,Acme,Editor,08 Feb 2026');

describe('an undecided row, answered before the import is applied', () => {
  it('is shown beside whom it may be, with what speaks for it', async () => {
    await apply(await plan(jane));
    const table = textFile('a.csv', 'name,company\nJane Doe,Acme\n');
    expect(await questionsOf(await plan(table))).toEqual({
      total: 1,
      alike: [expect.any(String)],
      rows: [
        {
          key: expect.any(String),
          file: 'a.csv',
          line: 2,
          name: 'Jane Doe',
          hint: 'Acme',
          known: {
            person: expect.objectContaining({ name: 'Jane Doe' }),
            name: 'Jane Doe',
            hint: expect.stringContaining('Acme'),
          },
          reason: 'Same name: "Jane Doe"',
          suggests: 'same',
          because: ['Both work or worked at Acme'],
        },
      ],
    });
  });

  it('as the same person under another spelling has one entry of the list still', async () => {
    await apply(await plan(facebook('José Lamas')));
    const decided = await answerOne(await plan(facebook('Jose Lamas')), 'same');
    await apply(decided);
    expect(names()).toEqual(['José Lamas']);
    expect(test.book.column('SELECT display_name FROM account')).toEqual(['José Lamas']);
  });

  it('as the same person completes that one, and is not asked again', async () => {
    await apply(await plan(jane));
    const decided = await answerOne(await plan(facebook('Jane Doe')), 'same');
    const people = { created: 0, matched: 1, unsure: 0, unchanged: 0 };
    expect(decided.files).toMatchObject([{ people }]);
    expect(await apply(decided)).toMatchObject([{ people }]);
    expect(names()).toEqual(['Jane Doe']);
    const again = await plan(facebook('Jane Doe'));
    expect(again.files).toMatchObject([{ people: { matched: 0, unchanged: 1 } }]);
  });

  it('as two people makes the second, and is not asked again', async () => {
    await apply(await plan(jane));
    const decided = await answerOne(await plan(facebook('Jane Doe')), 'different');
    expect(decided.files).toMatchObject([{ people: { created: 1, unsure: 0 } }]);
    await apply(decided);
    expect(names()).toEqual(['Jane Doe', 'Jane Doe']);
    expect(await test.call('transfer.questions', { limit: 10 })).toMatchObject({ total: 0 });
    expect(test.book.all('SELECT answer FROM identity_question')).toEqual([
      { answer: 'different' },
    ]);
    expect((await questionsOf(await plan(facebook('Jane Doe')))).total).toBe(0);
  });

  it('is remembered also where the row adds nothing but the answer', async () => {
    await apply(await plan(jane));
    const bare = textFile('a.csv', 'name,company\nJane Doe,\n');
    await apply(await answerOne(await plan(bare), 'same'));
    expect(names()).toEqual(['Jane Doe']);
    expect((await plan(bare)).files).toMatchObject([{ people: { unsure: 0, unchanged: 1 } }]);
  });

  it('may be about two rows of one import', async () => {
    const both = await plan(jane, facebook('Jane Doe'));
    expect((await questionsOf(both)).rows).toMatchObject([
      { known: { person: null, name: 'Jane Doe', hint: 'Acme, Editor' } },
    ]);
    await apply(await answerOne(both, 'same'));
    expect(names()).toEqual(['Jane Doe']);
  });

  it('about two rows of one list is remembered, and a third row is asked about', async () => {
    const rows = ['name,email', 'Jane Doe,jane@x.example', 'Jane Doe,'];
    const book = textFile('a.csv', rows.join('\n'));
    await apply(await answerOne(await plan(book), 'same'));
    expect(names()).toEqual(['Jane Doe']);
    expect((await plan(book)).files).toMatchObject([{ people: { unsure: 0, unchanged: 2 } }]);
    const longer = textFile('a.csv', [...rows, 'Jane Doe,'].join('\n'));
    expect((await plan(longer)).files).toMatchObject([{ people: { unsure: 1, unchanged: 2 } }]);
  });

  it('is answered together with others of which more than the name speaks for one person alone', async () => {
    const anotherTom = 'Tom,Brown,https://www.linkedin.com/in/tom2,,Acme,Baker,08 Feb 2026';
    await apply(
      await plan(
        linkedin(
          'Jane,Doe,https://www.linkedin.com/in/jane,,Acme,Editor,08 Feb 2026',
          'Ann,Lee,https://www.linkedin.com/in/ann,,Acme,Editor,08 Feb 2026',
          'Kim,Oh,https://www.linkedin.com/in/kim,,Bolt,Editor,08 Feb 2026',
          'Tom,Brown,https://www.linkedin.com/in/tom1,,Acme,Baker,08 Feb 2026',
          anotherTom,
        ),
      ),
    );
    const rows = [
      'name,company',
      'Jane Doe,Acme',
      'Ann Lee,Acme',
      'Kim Oh,Cargo',
      'Tom Brown,Acme',
    ];
    const open = await plan(textFile('a.csv', rows.join('\n')));
    const { alike, rows: questions } = await questionsOf(open);
    const namesOf = (keys: readonly string[]): string[] =>
      keys.map((key) => questions.find((question) => question.key === key)?.name ?? '');
    expect(namesOf(alike)).toEqual(['Jane Doe', 'Ann Lee']);
    const decided = await decide(
      open,
      alike.map((key) => ({ key, answer: 'same' as const })),
    );
    expect(decided.files).toMatchObject([{ people: { unsure: 2, created: 0 } }]);
    expect((await questionsOf(decided)).alike).toEqual([]);
  });

  it('can be taken back, and left for later', async () => {
    await apply(await plan(jane));
    const open = await plan(facebook('Jane Doe'));
    const decided = await answerOne(open, 'same');
    const back = await decide(decided, []);
    expect(back.files).toEqual(open.files);
    await apply(back);
    expect(await test.call('transfer.questions', { limit: 10 })).toMatchObject({ total: 1 });
  });

  it('belongs to its plan: another plan or another question is not answered by it', async () => {
    await apply(await plan(jane));
    const open = await plan(facebook('Jane Doe'));
    const unknown = await decide(open, [{ key: '9.9 person 99', answer: 'same' }]);
    expect(unknown.files).toEqual(open.files);
    expect(
      await test.dispatch('transfer.decide', { planId: open.planId, answers: [] }),
    ).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it('is undone with the import', async () => {
    await apply(await plan(jane));
    const before = await exportBytes(test, 'json');
    await apply(await answerOne(await plan(facebook('Jane Doe')), 'same'));
    await test.call('book.undo');
    expect(await exportBytes(test, 'json')).toEqual(before);
  });
});

describe('any answers to any questions', () => {
  const name = fc.constantFrom('Jane Doe', 'Tom Brown', 'Ann Lee');
  const row = fc
    .tuple(name, fc.nat(5))
    .map(([who, id]): readonly [string, string] => [
      who,
      `${who.replace(' ', ',')},https://www.linkedin.com/in/p${id},,,,`,
    ]);
  const file = fc.oneof(
    fc
      .uniqueArray(row, { maxLength: 4, selector: ([, line]) => line.slice(-8) })
      .map((rows) => linkedin(...rows.map(([, line]) => line))),
    fc.uniqueArray(name, { maxLength: 3 }).map((all) => facebook(...all)),
    fc
      .uniqueArray(name, { maxLength: 3 })
      .map((all) => textFile('t.csv', ['name,note', ...all.map((one) => `${one},x`)].join('\n'))),
  );

  it('leave a plan that is exact, and nothing of what was answered to be asked again', async () => {
    const answer = fc.constantFrom<Answer | null>('same', 'different', null);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(file, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
        fc.array(answer, { minLength: 1, maxLength: 7 }),
        async (imports, said) => {
          const book = makeTestBook();
          test = book;
          await test.call('book.setMe', { name: 'Ada Me' });
          for (const files of imports) {
            const open = await plan(...files);
            const { rows } = await questionsOf(open);
            const answers = rows.flatMap(({ key }, at) => {
              const one = said[at % said.length] ?? null;
              return one === null ? [] : [{ key, answer: one }];
            });
            const decided = await decide(open, answers);
            const before = names().length;
            const reports = await apply(decided);
            expect(reports.map(({ people }) => people)).toEqual(
              decided.files.map(({ people }) => people),
            );
            expect(names().length - before).toBe(
              reports.reduce((sum, { people }) => sum + people.created + people.unsure, 0),
            );
            const again = await plan(...files);
            for (const { people } of again.files) {
              expect(people).toMatchObject({ created: 0, unsure: 0 });
            }
            expect(book.book.all('PRAGMA foreign_key_check')).toEqual([]);
          }
          book.close();
        },
      ),
      { numRuns: 150 },
    );
    test = makeTestBook();
  });
});
