import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeOf } from '../book/row-changes.ts';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import type { PersonId } from '../contract/common.ts';
import { findPersons } from '../tables/find-persons.ts';
import { foldName } from '../tables/fold-name.ts';
import { insertPerson } from '../tables/persons.ts';
import { rebuildSearch, refreshSearch } from './indexing.ts';

type Found = OutputOf<StoreContract['search']['find']>;
type Created = OutputOf<StoreContract['people']['create']>;

let test: TestBook;
beforeEach(async () => {
  test = makeTestBook();
  await test.call('book.setMe', { name: 'Ada Me' });
});
afterEach(() => test.close());

async function create(name: string, more: object = {}): Promise<number> {
  return (await test.call<Created>('people.create', { name, ...more })).person.id;
}

async function find(text: string): Promise<Found> {
  return test.call<Found>('search.find', { text });
}

/** "name:Zoë Müller" for each person found, best first. */
async function people(text: string): Promise<string[]> {
  return (await find(text)).people.map((person) => `${person.matched}:${person.name}`);
}

describe('finding people', () => {
  it.each([
    ['Zoë Müller', 'name'],
    ['zoe muller', 'name'],
    ['MULLER zo', 'name'],
    ['mueller', 'name'],
    ['ülle', 'name'],
    ['acme pri', 'organisation'],
    ['zoe print', 'organisation'],
    ['designer', 'organisation'],
    ['brand', 'topic'],
    ['bookkeeper', 'topic'],
    ['zoe@home.example', 'contact'],
    ['7946 0000', 'contact'],
    ['+44 20 7946 0000', 'contact'],
    ['02079460000', 'contact'],
    ['museum', 'note'],
    ['Zoe Mullre', 'typo'],
    ['Miller', 'typo'],
    ['Zeo', 'typo'],
  ])('finds somebody by %j (%s)', async (text, matched) => {
    const id = await create('Zoë Müller', {
      organisation: 'Acme Print',
      title: 'designer',
      email: 'zoe@home.example',
      phone: '020 7946 0000',
      note: 'Talked about the museum.',
    });
    await create('Tom Brown');
    await test.call('people.tag', { ids: [id], tag: 'brand' });
    const { topic } = await test.call<{ topic: { id: number } }>('topics.addStatement', {
      personId: id,
      kind: 'offers',
      topic: 'accountant',
    });
    await test.call('topics.addSynonym', { id: topic.id, name: 'Bookkeeper' });
    expect(await people(text)).toEqual([`${matched}:Zoë Müller`]);
  });

  it('puts the exact name first, then beginnings, then words, then parts of words', async () => {
    await create('Joanna Smith');
    await create('Mary Ann');
    await create('Anna Lee');
    await create('Ann');
    expect(await people('ann')).toEqual([
      'name:Ann',
      'name:Anna Lee',
      'name:Mary Ann',
      'name:Joanna Smith',
    ]);
  });

  it('puts whom I know best first among those who match alike', async () => {
    const ids = [await create('Kim One'), await create('Kim Two'), await create('Kim Three')];
    await test.call('ties.rate', { a: 1, b: ids[2], rating: 5 });
    expect((await people('kim'))[0]).toBe('name:Kim Three');
  });

  it('finds an account without a name by its id', async () => {
    const { book } = test;
    const personId = book.run("INSERT INTO person (created_at) VALUES ('2026-01-01')").id;
    book.run(
      `INSERT INTO account (person_id, platform_id, key, external_id) VALUES (@personId, 3, 'id:605297950', '605297950')`,
      { personId },
    );
    rebuildSearch(book);
    expect(await people('605297950')).toEqual(['contact:X account 605297950']);
    expect(await people(`#${personId}`)).toEqual(['name:X account 605297950']);
  });

  it('finds nobody for blanks and signs, and for what is nowhere', async () => {
    await create('Zoë Müller');
    for (const text of ['', '  ', '"', '*', '()', 'xylophone'])
      expect(await people(text)).toEqual([]);
  });
});

describe('finding the rest', () => {
  it('finds organisations, events, tags and topics by a part of their names', async () => {
    const id = await create('Zoë Müller', { organisation: 'Café Acme' });
    await test.call('people.tag', { ids: [id], tag: 'Cafés' });
    await test.call('topics.addStatement', { personId: id, kind: 'needs', topic: 'café tables' });
    await test.call('events.create', { title: 'At the CAFÉ' });
    const found = await find('cafe');
    expect(found.organisations).toMatchObject([{ name: 'Café Acme', people: 1 }]);
    expect(found.events.map(({ title }) => title)).toEqual(['At the CAFÉ']);
    expect(found.tags.map(({ name }) => name)).toEqual(['Cafés']);
    expect(found.topics.map(({ name }) => name)).toEqual(['café tables']);
  });
});

describe('the index', () => {
  it('follows a change, its undo and its redo', async () => {
    const id = await create('Zoë Müller', { organisation: 'Acme' });
    await test.call('people.update', { id, name: 'Zoë Smith' });
    expect([await people('muller'), await people('smith')]).toEqual([[], ['name:Zoë Smith']]);
    await test.call('book.undo');
    expect([await people('muller'), await people('smith')]).toEqual([['name:Zoë Müller'], []]);
    await test.call('book.redo');
    expect([await people('muller'), await people('smith')]).toEqual([[], ['name:Zoë Smith']]);
    await test.call('people.remove', { ids: [id] });
    expect(await people('zoe')).toEqual([]);
    await test.call('book.undo');
    expect(await people('acme')).toEqual(['organisation:Zoë Smith']);
  });

  it('follows what is renamed elsewhere: a tag, a synonym', async () => {
    const id = await create('Zoë Müller');
    const { tag } = await test.call<{ tag: { id: number } }>('people.tag', {
      ids: [id],
      tag: 'brand',
    });
    await test.call('tags.update', { id: tag.id, name: 'logos' });
    expect([await people('brand'), await people('logos')]).toEqual([[], ['topic:Zoë Müller']]);
    await test.call('tags.remove', { id: tag.id });
    expect(await people('logos')).toEqual([]);
  });

  it('is not rewritten for what it does not hold, however many people are changed', async () => {
    const id = await create('Zoë Müller', { note: 'museum' });
    const { event } = await test.call<{ event: { id: number } }>('events.create', {
      title: 'Fair',
    });
    // with the entry taken away by hand, finding her again would show that it was written
    for (const table of ['person_words', 'person_trigrams', 'person_typos']) {
      test.book.run(`DELETE FROM ${table}`);
    }
    await test.call('people.archive', { ids: [id], isArchived: true });
    await test.call('people.archive', { ids: [id], isArchived: false });
    await test.call('people.addToEvent', { ids: [id], eventId: event.id });
    await test.call('people.logInteraction', { id, kind: 'call' });
    await test.call('book.undo');
    expect(await people('museum')).toEqual([]);
    await test.call('people.logInteraction', { id, kind: 'call', note: 'about the fair' });
    expect(await people('museum')).toEqual(['note:Zoë Müller']);
  });

  it('holds the same after any changes as when it is made anew', async () => {
    const probes = ['anna b', ...'a an ann bo ob cafe brand museum anma acme'.split(' ')];
    const name = fc.constantFrom('Anna Bo', 'Bob Ann', 'Zoë Anna', 'Bo', 'Ann-Marie Café');
    const change = fc.oneof(
      fc.record({ kind: fc.constant('create' as const), name }),
      fc.record({ kind: fc.constant('rename' as const), at: fc.nat(9), name }),
      fc.record({ kind: fc.constant('remove' as const), at: fc.nat(9) }),
      fc.record({
        kind: fc.constant('tag' as const),
        at: fc.nat(9),
        tag: fc.constantFrom('brand', 'café'),
      }),
      fc.record({ kind: fc.constant('note' as const), at: fc.nat(9) }),
      fc.record({ kind: fc.constant('archive' as const), at: fc.nat(9) }),
      fc.record({
        kind: fc.constant('call' as const),
        at: fc.nat(9),
        note: fc.constantFrom('', 'museum'),
      }),
      fc.record({ kind: fc.constant('undo' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        const ids: number[] = [];
        for (const step of changes) {
          const id = 'at' in step ? ids[step.at % Math.max(1, ids.length)] : undefined;
          if (step.kind === 'create') ids.push(await create(step.name, { organisation: 'Acme' }));
          // refusals (somebody removed, nothing to undo) are part of the game
          else if (step.kind === 'undo') await test.dispatch('book.undo');
          else if (id === undefined) continue;
          else if (step.kind === 'rename')
            await test.dispatch('people.update', { id, name: step.name });
          else if (step.kind === 'note')
            await test.dispatch('people.update', { id, note: 'museum' });
          else if (step.kind === 'archive')
            await test.dispatch('people.archive', { ids: [id], isArchived: true });
          else if (step.kind === 'call')
            await test.dispatch('people.logInteraction', { id, kind: 'call', note: step.note });
          else if (step.kind === 'tag')
            await test.dispatch('people.tag', { ids: [id], tag: step.tag });
          else await test.dispatch('people.remove', { ids: [id] });
        }
        const found = (): unknown =>
          probes.map((text) => findPersons(test.book, text, { limit: 50 }));
        const kept = found();
        rebuildSearch(test.book);
        expect(kept).toEqual(found());
        const created = test.book.column<number>('SELECT id FROM person WHERE is_me = 0');
        if (created.length > 0) await test.call('people.remove', { ids: created });
      }),
      // a run is up to a dozen commands, each with its commit
      { numRuns: 500 },
    );
  });

  it('finds every planted name by itself, by the beginning of any word, and folded', () => {
    const letters = fc.constantFrom(...'abdeimnorstuäöéşłΓж'.split(''));
    const word = fc.array(letters, { minLength: 2, maxLength: 7 }).map((part) => part.join(''));
    const planted = fc.tuple(word, word).map((words) => words.join(' '));
    const { book, opened } = test;
    const property = fc.property(
      fc.uniqueArray(planted, { minLength: 1, maxLength: 8, selector: foldName }),
      fc.nat(),
      (names, pick) => {
        const ids = names.map((displayName) => insertPerson(book, { displayName }, '2026-01-01'));
        refreshSearch(
          book,
          ids.map((id) => changeOf('person', id)),
        );
        const wanted = pick % names.length;
        const name = names[wanted] ?? '';
        const [first = '', last = ''] = name.split(' ');
        const found = (text: string): PersonId[] =>
          findPersons(book, text, { limit: 100 }).map(({ id }) => id);
        const whole = [name, name.toUpperCase(), name.normalize('NFD'), `${last} ${first}`];
        for (const text of [...whole, last.slice(0, 2), first.slice(0, 1)]) {
          expect([text, ...found(text)]).toContain(ids[wanted]);
        }
        expect(found(name)[0]).toBe(ids[wanted]);
      },
    );
    fc.assert(
      property
        .beforeEach(() => opened.sqlite.exec('BEGIN'))
        .afterEach(() => opened.sqlite.exec('ROLLBACK')),
      { numRuns: 2000 },
    );
  });
});

describe('a misspelt text that nothing contains', () => {
  beforeEach(async () => {
    const bo = await create('Bo Ray', { organisation: 'Midland Arts' });
    await test.call('people.tag', { ids: [bo], tag: 'photography' });
    const { topic } = await test.call<{ topic: { id: number } }>('topics.addStatement', {
      personId: bo,
      kind: 'offers',
      topic: 'accountant',
    });
    await test.call('topics.addSynonym', { id: topic.id, name: 'bookkeeper' });
    await test.call('events.create', { title: 'Brews & Books' });
  });

  it.each([
    ['Midlnad Arts', 'organisations', 'Midland Arts'],
    ['acountant', 'topics', 'accountant'],
    ['bookeeper', 'topics', 'accountant'],
    ['photografy', 'tags', 'photography'],
  ] as const)('%s finds one of the %s: %s', async (text, kind, name) => {
    expect((await find(text))[kind]).toMatchObject([{ name }]);
  });

  it('finds an event by its title', async () => {
    expect((await find('Brwes')).events).toMatchObject([{ title: 'Brews & Books' }]);
  });

  it('adds no guesses to what is found', async () => {
    await test.call('events.create', { title: 'Books' });
    expect((await find('books')).events.map(({ title }) => title)).toEqual([
      'Books',
      'Brews & Books',
    ]);
    expect((await find('zebra')).events).toEqual([]);
  });
});
