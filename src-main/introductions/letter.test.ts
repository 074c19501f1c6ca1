import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook } from '../book/testing/make-book.ts';
import type { TestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import { addContactPoint } from '../tables/contact-points.ts';
import { insertPerson } from '../tables/persons.ts';
import { addRole } from '../tables/roles.ts';
import { addEvidence } from '../tables/tie-evidence.ts';
import { findOrCreateTopic } from '../tables/topics.ts';

type Letter = OutputOf<StoreContract['introductions']['draftAsk']>;

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

describe('draftAsk', () => {
  it('writes a letter with a paragraph to forward that does not speak of the introducer', async () => {
    addRole(test.book, { personId: me, organisation: 'Lindqvist Design', title: 'designer' });
    addRole(test.book, { personId: jane, organisation: 'Acme', title: 'accountant' });
    addContactPoint(test.book, { personId: tom, kind: 'email', value: 'tom@example.org' });
    addContactPoint(test.book, { personId: me, kind: 'email', value: 'mara@example.org' });
    addEvidence(test.book, tom, jane, { kind: 'platform_link', platformId: 1 });
    const topicId = findOrCreateTopic(test.book, 'accountant').id;
    const ask = { introducerId: tom, targetId: jane, topicId };
    const { to, subject, body } = await test.call<Letter>('introductions.draftAsk', ask);
    expect(to).toBe('tom@example.org');
    expect(subject).toBe('Could you introduce me to Jane Doe?');
    expect(body).toContain('Hello Tom,');
    expect(body).toContain('I am looking for an accountant, and Jane Doe (accountant at Acme)');
    expect(body).toContain('connected with Jane on LinkedIn');
    const forwarded = body.split('— — —')[1] ?? '';
    expect(forwarded).toContain('My name is Mara Lindqvist, designer at Lindqvist Design.');
    expect(forwarded).toContain('mara@example.org');
    expect(forwarded).not.toContain('Tom');
  });

  it('speaks of the last event at which we talked', async () => {
    const { event } = await test.call<{ event: { id: number } }>('events.create', {
      title: 'Brews & Books',
      heldOn: '2026-11-02',
    });
    await test.call('events.setAttendance', { id: event.id, personId: tom, haveMet: true });
    const ask = { introducerId: tom, targetId: jane };
    const { to, body } = await test.call<Letter>('introductions.draftAsk', ask);
    expect(to).toBeNull();
    expect(body).toContain('It was good to talk to you at Brews & Books.');
    expect(body).toContain('I would like to get to know Jane Doe.');
  });
});
