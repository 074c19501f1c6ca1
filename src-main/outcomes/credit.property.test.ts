import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import { insertPerson } from '../tables/persons.ts';

type Sources = OutputOf<StoreContract['outcomes']['sources']>;

let test: TestBook;
beforeEach(() => {
  test = makeTestBook({ today: '2026-11-24' });
});
afterEach(() => test.close());

interface Step {
  /** Which of the people introduces whom: indices, taken modulo what there is. */
  readonly introducer: number;
  readonly second: number;
  readonly parent: number | null;
  readonly event: number | null;
}
interface Reparenting {
  readonly child: number;
  readonly parent: number | null;
}
interface Win {
  readonly amount: number;
  readonly currency: string;
  readonly origin: 'introduction' | 'event' | 'person' | 'none';
  readonly of: number;
}

const index = fc.nat(30);
const maybe = fc.option(index, { nil: null });
const step: fc.Arbitrary<Step> = fc.record({
  introducer: index,
  second: index,
  parent: maybe,
  event: maybe,
});
const win: fc.Arbitrary<Win> = fc.record({
  amount: fc.integer({ min: 1, max: 5_000_000 }),
  currency: fc.constantFrom('GBP', 'EUR', 'JPY'),
  origin: fc.constantFrom('introduction', 'introduction', 'event', 'person', 'none'),
  of: index,
});

const peopleCount = 6;
const eventCount = 3;

/** Introductions as the test remembers them: written down beside the book, not read from it. */
interface Link {
  readonly introducer: number;
  readonly event: number | null;
  parent: number | null;
}

/** Everybody above a place in the forest, itself first; found by walking up, with a bound that only a circle reaches. */
function walkUp(links: readonly Link[], from: number): number[] {
  const places: number[] = [];
  for (let at: number | null = from; at !== null; at = links[at]?.parent ?? null) {
    places.push(at);
    if (places.length > links.length) throw new Error('The line is a circle.');
  }
  return places;
}

/** What the sums should be, a credit at a time: "who currency" to the sum. */
function creditNaively(links: readonly Link[], wins: readonly Win[]) {
  const people = new Map<string, number>();
  const events = new Map<string, number>();
  const add = (sums: Map<string, number>, who: number, { currency, amount }: Win): void => {
    const key = `${who} ${currency}`;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  };
  for (const one of wins) {
    if (one.origin === 'person') add(people, one.of % peopleCount, one);
    if (one.origin === 'event') add(events, one.of % eventCount, one);
    if (one.origin !== 'introduction' || links.length === 0) continue;
    const line = walkUp(links, one.of % links.length);
    const introducers = new Set(line.map((place) => links[place]?.introducer ?? -1));
    for (const introducer of introducers) add(people, introducer, one);
    const began = line.toReversed().find((place) => links[place]?.event !== null);
    const event = began === undefined ? null : (links[began]?.event ?? null);
    if (event !== null) add(events, event, one);
  }
  return { people, events };
}

/** The same of the answer, by the places of people or events in the test's lists. */
function readSums(rows: Sources['by']['person'], ids: readonly number[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { target, sums: own } of rows) {
    if (target === null) continue;
    for (const { currency, amount } of own)
      sums.set(`${ids.indexOf(target.id)} ${currency}`, amount);
  }
  return sums;
}

it('credits along every line what a naive walk credits, and lets no line become a circle', async () => {
  await test.call('book.setMe', { name: 'Me' });
  const people = Array.from({ length: peopleCount }, (_, place) =>
    Number(insertPerson(test.book, { displayName: `P${place}` }, '2026-01-01T00:00:00.000Z')),
  );
  const events: number[] = [];
  for (let place = 0; place < eventCount; place++) {
    const made = await test.call<{ event: { id: number } }>('events.create', {
      title: `E${place}`,
    });
    events.push(made.event.id);
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 8 }),
      fc.array(fc.record({ child: index, parent: maybe }), { maxLength: 10 }),
      fc.array(win, { maxLength: 6 }),
      async (steps, changes, wins) => {
        test.book.run('DELETE FROM outcome');
        test.book.run('DELETE FROM introduction_change');
        test.book.run('UPDATE introduction SET came_from_id = NULL');
        test.book.run('DELETE FROM introduction');
        const { links, ids } = await writeIntroductions(steps, people, events);
        await changeParents(changes, links, ids);
        await writeOutcomes(wins, ids, people, events);
        const expected = creditNaively(links, wins);
        const { by } = await test.call<Sources>('outcomes.sources');
        expect(readSums(by.person, people)).toEqual(expected.people);
        expect(readSums(by.event, events)).toEqual(expected.events);
      },
    ),
    { numRuns: 60 },
  );
});

async function writeIntroductions(
  steps: readonly Step[],
  people: readonly number[],
  events: readonly number[],
): Promise<{ links: Link[]; ids: number[] }> {
  const links: Link[] = [];
  const ids: number[] = [];
  for (const { introducer, second, parent, event } of steps) {
    const by = introducer % peopleCount;
    const to = second % peopleCount === by ? (by + 1) % peopleCount : second % peopleCount;
    const from = parent === null || links.length === 0 ? null : parent % links.length;
    const at = event === null ? null : event % eventCount;
    const made = await test.call<{ id: number }>('introductions.create', {
      kind: 'ask',
      introducerId: people[by],
      secondId: people[to],
      cameFromId: from === null ? null : ids[from],
      eventId: at === null ? null : events[at],
    });
    links.push({ introducer: by, event: at, parent: from });
    ids.push(made.id);
  }
  return { links, ids };
}

/** Tries other parents. The book must refuse exactly those that would close a circle. */
async function changeParents(
  changes: readonly Reparenting[],
  links: Link[],
  ids: readonly number[],
): Promise<void> {
  if (links.length === 0) return;
  for (const { child, parent } of changes) {
    const place = child % links.length;
    const to = parent === null ? null : parent % links.length;
    const closes = to !== null && walkUp(links, to).includes(place);
    const cameFromId = to === null ? null : ids[to];
    const { ok } = await test.dispatch('introductions.update', { id: ids[place], cameFromId });
    expect(ok).toBe(!closes);
    const link = links[place];
    if (ok && link !== undefined) link.parent = to;
  }
}

async function writeOutcomes(
  wins: readonly Win[],
  ids: readonly number[],
  people: readonly number[],
  events: readonly number[],
): Promise<void> {
  for (const { amount, currency, origin, of } of wins) {
    const among = { introduction: ids, event: events, person: people, none: [] }[origin];
    const id = among[of % Math.max(1, among.length)];
    await test.call('outcomes.create', {
      title: 'Work',
      value: { amount, currency },
      origin: id === undefined ? null : { kind: origin, id },
    });
  }
}
