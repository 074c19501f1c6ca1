import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook } from '../book/testing/make-book.ts';
import type { TestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import type { Introduction } from '../contract/introductions.ts';
import { addContactPoint } from '../tables/contact-points.ts';
import { insertPerson } from '../tables/persons.ts';
import { addRole } from '../tables/roles.ts';
import { addEvidence } from '../tables/tie-evidence.ts';
import { findOrCreateTopic } from '../tables/topics.ts';

type Letters = StoreContract['letters'];
type Facts = OutputOf<Letters['factsFor']>;

let test: TestBook;
let me: PersonId;
let tom: PersonId;
let jane: PersonId;

beforeEach(async () => {
  test = makeTestBook({ today: '2026-11-24' });
  me = (await test.call<{ me: { id: PersonId } }>('book.setMe', { name: 'Mara Lindqvist' })).me.id;
  const add = (displayName: string) =>
    insertPerson(test.book, { displayName }, '2026-11-24T12:00:00.000Z');
  [tom, jane] = [add('Tom Brown'), add('Jane Doe')];
});
afterEach(() => test.close());

const make = (input: object) => test.call<Introduction>('introductions.create', input);
const record = (introductionId: number, kind: string, more: object = {}) =>
  test.call<Introduction>('letters.record', { introductionId, kind, ...more });
const sent = (introductionId: number) =>
  test.call<OutputOf<Letters['sent']>>('letters.sent', { introductionId });

describe('the facts of a letter', () => {
  it('are what the book knows of the two, of their tie, and of the last meeting', async () => {
    addRole(test.book, { personId: me, organisation: 'Lindqvist Design', title: 'designer' });
    addContactPoint(test.book, { personId: tom, kind: 'email', value: 'tom@example.org' });
    addEvidence(test.book, tom, jane, { kind: 'platform_link', platformId: 1 });
    const { event } = await test.call<{ event: { id: number } }>('events.create', {
      title: 'Brews & Books',
      heldOn: '2026-11-02',
    });
    await test.call('events.setAttendance', { id: event.id, personId: tom, haveMet: true });
    const topicId = findOrCreateTopic(test.book, 'accountant').id;
    const ask = { introducerId: tom, targetId: jane, topicId };
    const facts = await test.call<Facts>('letters.factsForAsk', ask);
    expect(facts.recipients).toMatchObject([{ name: 'Tom Brown', email: 'tom@example.org' }]);
    expect(facts).toMatchObject({
      me: { title: 'designer', organisation: 'Lindqvist Design' },
      person: { name: 'Jane Doe', email: null },
      topic: 'accountant',
      lastMeeting: { title: 'Brews & Books', isRecent: true },
      reasons: [{ kind: 'platform_link', platform: 'LinkedIn' }],
      howWeMet: null,
    });
  });

  it('of a double opt-in turn the two round, and the introduction is written to both', async () => {
    const { id } = await make({ kind: 'make', firstId: tom, secondId: jane });
    const facts = (kind: string) =>
      test.call<Facts>('letters.factsFor', { introductionId: id, kind });
    const names = ({ recipients, person, other }: Facts) => [
      recipients.map(({ name }) => name),
      person.name,
      other?.name ?? null,
    ];
    expect(names(await facts('ask_target'))).toEqual([['Jane Doe'], 'Tom Brown', null]);
    expect(names(await facts('ask_other'))).toEqual([['Tom Brown'], 'Jane Doe', null]);
    expect(names(await facts('introduce'))).toEqual([
      ['Tom Brown', 'Jane Doe'],
      'Tom Brown',
      'Jane Doe',
    ]);
  });

  it('of letting an ask go are to whoever was asked, with what it was for', async () => {
    const ask = { kind: 'ask', introducerId: tom, secondId: jane, goal: 'Find an accountant' };
    const { id } = await make({ ...ask, state: 'asked' });
    const facts = await test.call<Facts>('letters.factsFor', {
      introductionId: id,
      kind: 'let_go',
    });
    expect(facts).toMatchObject({
      recipients: [{ name: 'Tom Brown' }],
      person: { name: 'Jane Doe' },
      goal: 'Find an accountant',
    });
  });

  it('are refused for a letter that such an introduction does not have', async () => {
    const { id } = await make({ kind: 'make', firstId: tom, secondId: jane });
    for (const method of ['letters.factsFor', 'letters.record'])
      expect(await test.dispatch(method, { introductionId: id, kind: 'ask' })).toMatchObject({
        error: { code: 'INVALID_INPUT' },
      });
  });
});

describe('an ask that is recorded with its letter', () => {
  const letter = { subject: 'Could you?', message: 'Hello Tom' };

  it('keeps it as sent on its day, and one undo takes back both', async () => {
    const ask = { kind: 'ask', introducerId: tom, secondId: jane, state: 'asked', ...letter };
    const { id } = await make({ ...ask, onDate: '2026-11-20' });
    expect(await sent(id)).toMatchObject([
      { kind: 'ask', sentOn: '2026-11-20', subject: 'Could you?', body: 'Hello Tom' },
    ]);
    await test.call('book.undo');
    expect(test.book.value('SELECT count(*) FROM introduction_letter')).toBe(0);
    expect(test.book.value('SELECT count(*) FROM introduction')).toBe(0);
  });

  it('keeps one of each when several are asked', async () => {
    const ann = insertPerson(test.book, { displayName: 'Ann' }, '2026-11-24T12:00:00.000Z');
    const { asks } = await test.call<{ asks: Introduction[] }>('goals.ask', {
      what: 'Find an accountant',
      asks: [
        { introducerId: tom, secondId: jane, ...letter },
        { introducerId: ann, secondId: jane, subject: 'Please', message: 'Hello Ann' },
      ],
    });
    const kept = await Promise.all(asks.map(({ id }) => sent(id)));
    expect(kept.map((letters) => letters.map(({ subject, body }) => [subject, body]))).toEqual([
      [['Could you?', 'Hello Tom']],
      [['Please', 'Hello Ann']],
    ]);
  });

  it('keeps none while it is an idea, nor without words', async () => {
    const ask = { kind: 'ask', introducerId: tom, secondId: jane };
    const idea = await make({ ...ask, ...letter });
    const wordless = await make({ ...ask, state: 'asked' });
    expect([await sent(idea.id), await sent(wordless.id)]).toEqual([[], []]);
  });
});

describe('a letter that was sent', () => {
  it('moves an introduction step by step through the double opt-in, and each keeps its day', async () => {
    const begun = { kind: 'make', firstId: tom, secondId: jane, onDate: '2026-11-01' };
    const { id } = await make(begun);
    const first = await record(id, 'ask_target', { body: 'May I?', onDate: '2026-11-02' });
    expect(first).toMatchObject({ state: 'permission_asked', remindOn: '2026-11-09' });
    const second = await record(id, 'ask_other', { onDate: '2026-11-05' });
    expect(second).toMatchObject({ state: 'permission_asked', remindOn: '2026-11-12' });
    expect(second.history).toHaveLength(2);
    await test.call('introductions.move', { id, state: 'accepted', onDate: '2026-11-06' });
    expect((await record(id, 'introduce')).state).toBe('made');
    expect((await sent(id)).map(({ kind, sentOn }) => [kind, sentOn])).toEqual([
      ['ask_target', '2026-11-02'],
      ['ask_other', '2026-11-05'],
      ['introduce', '2026-11-24'],
    ]);
    expect((await sent(id))[0]?.body).toBe('May I?');
  });

  it('never moves an introduction back, and a reminder only waits anew', async () => {
    const { id } = await make({ kind: 'ask', introducerId: tom, secondId: jane, state: 'asked' });
    await test.call('introductions.move', { id, state: 'permission_asked' });
    expect((await record(id, 'ask')).state).toBe('permission_asked');
    await test.call('introductions.update', { id, remindOn: null });
    expect(await record(id, 'reminder')).toMatchObject({
      state: 'permission_asked',
      remindOn: '2026-12-01',
    });
    await test.call('introductions.move', { id, state: 'declined' });
    // after a no, asking again begins anew
    expect((await record(id, 'ask')).state).toBe('asked');
  });

  it('of thanks is kept, and noted as thanks, and changes nothing else', async () => {
    const { id } = await make({
      kind: 'received',
      introducerId: tom,
      secondId: jane,
      state: 'met',
    });
    const before = await test.call<Introduction>('introductions.get', { id });
    const after = await record(id, 'thanks', { subject: 'Thank you', body: 'Jane is a gem.' });
    expect(after).toEqual(before);
    expect(await sent(id)).toMatchObject([{ kind: 'thanks', body: 'Jane is a gem.' }]);
    const given = () => test.call<object[]>('favours.thanksGiven', {});
    expect(await given()).toMatchObject([
      { person: { id: tom }, onDate: '2026-11-24', note: 'Thank you' },
    ]);
    await test.call('book.undo');
    expect(await sent(id)).toEqual([]);
    expect(await given()).toEqual([]);
  });

  it('of letting go is not kept before the ask is let go', async () => {
    const { id } = await make({ kind: 'ask', introducerId: tom, secondId: jane, state: 'asked' });
    const answer = await test.dispatch('letters.record', { introductionId: id, kind: 'let_go' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });

  it('is one step of undo, and goes with its introduction', async () => {
    const { id } = await make({ kind: 'ask', introducerId: tom, secondId: jane });
    await record(id, 'ask', { body: 'Hello' });
    await test.call('book.undo');
    expect(await sent(id)).toEqual([]);
    expect(await test.call<Introduction>('introductions.get', { id })).toMatchObject({
      state: 'idea',
    });
    await record(id, 'ask');
    await test.call('introductions.remove', { id });
    expect(test.book.value('SELECT count(*) FROM introduction_letter')).toBe(0);
  });
});

describe('a template of my own', () => {
  const save = (more: object = {}) =>
    test.dispatch('letters.saveTemplate', {
      kind: 'ask',
      name: 'Short',
      subject: 'Hi',
      body: 'Hello {to}',
      replacesShipped: false,
      ...more,
    });
  const list = () => test.call<OutputOf<Letters['templates']>>('letters.templates');

  it('is added, changed and deleted, each a step of undo', async () => {
    await save();
    const [template] = await list();
    await save({ id: template?.id, name: 'Shorter' });
    expect((await list()).map(({ name }) => name)).toEqual(['Shorter']);
    await test.call('letters.removeTemplate', { id: template?.id });
    expect(await list()).toEqual([]);
    await test.call('book.undo');
    await test.call('book.undo');
    expect((await list()).map(({ name }) => name)).toEqual(['Short']);
  });

  it('stands alone in the place of the one that is shipped, a kind each', async () => {
    await save({ replacesShipped: true });
    expect(await save({ replacesShipped: true })).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await save({ replacesShipped: true, kind: 'thanks' })).toMatchObject({ ok: true });
    expect(await save()).toMatchObject({ ok: true });
    expect(await save({ id: 99 })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});
