import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { contract, OutputOf } from '../contract/index.ts';
import {
  type InputFile,
  importFile,
  ofPerson,
  type Plan,
  textFile,
} from './testing/import-files.ts';
import { facebook, linkedin } from './testing/made-files.ts';

type Changes = OutputOf<(typeof contract)['transfer']['changes']>;

let test: TestBook;
beforeEach(async () => {
  test = makeTestBook();
  await test.call('book.setMe', { name: 'Ada Me' });
});
afterEach(() => test.close());

const jane = (company: string) =>
  `Jane,Doe,https://www.linkedin.com/in/jane,jane@x.example,${company},Designer,01 Feb 2019`;
const tom = 'Tom,Brown,https://www.linkedin.com/in/tom,,,,03 Mar 2020';
const sue = 'Sue,Ray,https://www.linkedin.com/in/sue,,,,05 May 2025';
const members = () =>
  test.book.all<{ name: string; goneOn: string | null }>(
    `SELECT person.display_name AS name, gone_on AS goneOn FROM circle_member
     JOIN account ON account.id = account_id JOIN person ON person.id = person_id ORDER BY name`,
  );
const tied = () =>
  test.book.column<string>(
    `SELECT display_name FROM tie JOIN person ON person.id = high_person_id ORDER BY 1`,
  );
const changesOf = async (importId: number | null) =>
  (await test.call<Changes>('transfer.changes', { importId })).rows.map(
    ({ kind, person, was, became }) => [kind, person.name, was, became],
  );

describe('a newer edition of a list', () => {
  it('tells who came, who went and who moved, before and after', async () => {
    await importFile(test, linkedin(jane('Acme'), tom));
    const newer = linkedin(jane('Bolt'), sue);
    const plan = await test.call<Plan>('transfer.plan', { files: [newer] });
    expect(plan.files[0]?.changes).toEqual({
      came: 1,
      went: 1,
      moved: 1,
      doubtful: 0,
      tiesEnded: 1,
    });
    expect(
      await test.call('transfer.planChanges', { planId: plan.planId, file: 0, kind: 'moved' }),
    ).toMatchObject({
      total: 1,
      rows: [{ name: 'Jane Doe', was: 'Designer, Acme', became: 'Designer, Bolt' }],
    });
    const { importId } = await importFile(test, newer);
    expect(await changesOf(importId)).toEqual([
      ['moved', 'Jane Doe', 'Designer, Acme', 'Designer, Bolt'],
      ['came', 'Sue Ray', null, null],
      ['went', 'Tom Brown', null, null],
    ]);
    expect(members()).toEqual([
      { name: 'Jane Doe', goneOn: null },
      { name: 'Sue Ray', goneOn: null },
      { name: 'Tom Brown', goneOn: '2025-05-05' },
    ]);
    expect(tied()).toEqual(['Jane Doe', 'Sue Ray']);
    expect((await importFile(test, newer)).importId).toBeNull();
  });

  it('dates a change of jobs when asked, in one step of undo', async () => {
    await importFile(test, linkedin(jane('Acme'), tom));
    const { importId } = await importFile(test, linkedin(jane('Bolt'), tom));
    const { rows } = await test.call<Changes>('transfer.changes', { importId });
    const [move] = rows;
    const roles = () =>
      test.book.all(
        `SELECT organisation.name, is_current AS isCurrent, started_on AS startedOn, ended_on AS endedOn
         FROM role JOIN organisation ON organisation.id = organisation_id ORDER BY role.id`,
      );
    const before = roles();
    expect(move).toMatchObject({ kind: 'moved', doneOn: null });
    const done = await test.call('transfer.updateMovedRole', { changeId: move?.id });
    expect(done).toEqual({ ended: 1, begun: 1 });
    expect(roles()).toEqual([
      { name: 'Acme', isCurrent: 0, startedOn: null, endedOn: move?.onDate },
      { name: 'Bolt', isCurrent: 1, startedOn: move?.onDate, endedOn: null },
    ]);
    const after = await test.call<Changes>('transfer.changes', { importId });
    expect(after.rows[0]?.doneOn).toBe('2026-06-15');
    // what was dated since stays as it is when the import is taken out
    const dated = roles();
    await test.call('transfer.takeOut', { importId });
    expect(roles()).toEqual(dated);
    await test.call('book.undo');
    await test.call('book.undo');
    expect(roles()).toEqual(before);
    const again = await test.call<Changes>('transfer.changes', { importId });
    expect(again.rows[0]?.doneOn).toBeNull();
  });

  it('says nothing of changes the first time', async () => {
    const report = await importFile(test, linkedin(jane('Acme'), tom));
    expect(report.changes).toEqual({ came: 0, went: 0, moved: 0 });
  });

  it('leaves a tie that has another reason, without the link', async () => {
    await importFile(test, linkedin(jane('Acme'), tom));
    const id = (name: string) =>
      test.book.value<number>('SELECT id FROM person WHERE display_name = @name', { name });
    await test.call('ties.tell', { a: id('Ada Me'), b: id('Tom Brown') });
    const report = await importFile(test, linkedin(jane('Acme'), sue));
    expect(report.changes.went).toBe(1);
    expect(
      test.book.column(
        `SELECT kind FROM evidence JOIN tie ON tie.id = tie_id WHERE high_person_id = @tom`,
        { tom: id('Tom Brown') ?? 0 },
      ),
    ).toEqual(['told']);
  });

  it('is of its own owner, platform and relation only', async () => {
    await importFile(test, linkedin(jane('Acme'), tom));
    await importFile(test, linkedin(jane('Acme')), ofPerson('Kim Oh'));
    await importFile(test, facebook('Tom Brown', 'Zoe Hill'));
    expect(members().filter(({ goneOn }) => goneOn !== null)).toEqual([]);
  });

  it('keeps those who hide their name: their day still stands there', async () => {
    await importFile(test, linkedin(jane('Acme'), tom));
    const report = await importFile(test, linkedin(jane('Acme'), ',,,,,,03 Mar 2020', sue));
    expect(report.changes).toMatchObject({ came: 1, went: 0 });
  });

  it('asks when more than half would be gone, and does as it is told', async () => {
    const all = linkedin(jane('Acme'), tom, sue);
    await importFile(test, all);
    const few = linkedin('Max,Hill,https://www.linkedin.com/in/max,,,,01 Jan 2026', sue);
    const plan = await test.call<Plan>('transfer.plan', { files: [few] });
    expect(plan.files[0]?.changes).toMatchObject({ went: 0, doubtful: 2 });
    const kept = await test.call<Plan>('transfer.plan', { files: [few], departures: 'none' });
    expect(kept.files[0]?.changes).toMatchObject({ went: 0, doubtful: 2 });
    const report = await importFile(test, few, { departures: 'all' });
    expect(report.changes).toEqual({ came: 1, went: 2, moved: 0 });
  });

  it('takes back who has come again', async () => {
    const [both, one] = [linkedin(jane('Acme'), tom, sue), linkedin(jane('Acme'), sue)];
    await importFile(test, both);
    await importFile(test, one);
    const max = 'Max,Hill,https://www.linkedin.com/in/max,,,,01 Jan 2026';
    const report = await importFile(test, linkedin(jane('Acme'), tom, sue, max));
    expect(report.changes).toMatchObject({ came: 2, went: 0 });
    expect(tied()).toEqual(['Jane Doe', 'Max Hill', 'Sue Ray', 'Tom Brown']);
  });
});

describe('an older edition read after the newer one', () => {
  const older = linkedin(jane('Acme'), tom);
  const newer = linkedin(jane('Acme'), sue);

  it('comes to the same book', async () => {
    await importFile(test, newer);
    const report = await importFile(test, older);
    expect(report.ties.created).toBe(0);
    expect(tied()).toEqual(['Jane Doe', 'Sue Ray']);
    expect(members()).toEqual([
      { name: 'Jane Doe', goneOn: null },
      { name: 'Sue Ray', goneOn: null },
      { name: 'Tom Brown', goneOn: '2025-05-05' },
    ]);
  });

  it('brings nobody back, also where the list has no dates but was read before', async () => {
    const follower = (...ids: string[]): InputFile =>
      textFile(
        'follower.js',
        `window.YTD.follower.part0 = ${JSON.stringify(
          ids.map((accountId) => ({
            follower: {
              accountId,
              userLink: `https://twitter.com/intent/user?user_id=${accountId}`,
            },
          })),
        )}`,
      );
    const [first, second] = [follower('11', '12', '13'), follower('12', '13', '14')];
    await importFile(test, first);
    await importFile(test, second);
    expect((await importFile(test, first)).importId).toBeNull();
    expect(test.book.value('SELECT count(*) FROM tie')).toBe(3);
  });
});

describe('what was found', () => {
  it('is on the timeline of the person, and can be ticked off', async () => {
    await importFile(test, linkedin(jane('Acme'), tom));
    const { importId } = await importFile(test, linkedin(jane('Bolt'), tom, sue));
    const { rows } = await test.call<Changes>('transfer.changes', { importId, kind: 'moved' });
    expect(rows).toMatchObject([{ email: 'jane@x.example', doneOn: null }]);
    await test.call('transfer.settleChanges', { changeIds: rows.map(({ id }) => id) });
    const imports = await test.call<{ changes: object }[]>('transfer.imports', {});
    expect(imports[0]?.changes).toEqual({ came: 1, went: 0, moved: 1, open: 1 });
    const { timeline } = await test.call<{ timeline: { title: string }[] }>('people.get', {
      id: rows[0]?.person.id,
    });
    expect(timeline.map(({ title }) => title)).toContain(
      'Moved from Designer, Acme to Designer, Bolt',
    );
  });
});
