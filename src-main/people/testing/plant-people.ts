import type { WritableBook } from '../../book/access.ts';
import type { TestBook } from '../../book/testing/make-book.ts';
import type { PersonId } from '../../contract/common.ts';
import { combineEvidence } from '../../graph/strength.ts';
import { addAccount } from '../../tables/accounts.ts';
import { addContactPoint } from '../../tables/contact-points.ts';
import { addInteraction } from '../../tables/interactions.ts';
import { insertPerson } from '../../tables/persons.ts';
import { addRole } from '../../tables/roles.ts';
import { findOrCreateTag, tagPersons } from '../../tables/tags.ts';
import { addEvidence } from '../../tables/tie-evidence.ts';
import { addStatement, findOrCreateTopic } from '../../tables/topics.ts';

/* A book with every mixture of what the list of people can be sorted and filtered by. */

/** What was put in, for the naive answer. */
export interface Planted {
  readonly id: PersonId;
  readonly name: string | null;
  readonly organisation: string | null;
  readonly title: string | null;
  readonly strength: number | null;
  /** Often in touch years ago, and not since. */
  readonly isFading: boolean;
  readonly lastContact: string | null;
  readonly metOn: string | null;
  readonly birthday: string | null;
  readonly howMet: string;
  readonly hasEmail: boolean;
  readonly hasPhone: boolean;
  readonly hasRhythm: boolean;
  /** Two weeks after the last contact, or after the rhythm was set; null if archived. */
  readonly dueOn: string | null;
  readonly platforms: readonly string[];
  readonly events: readonly string[];
  readonly tags: readonly string[];
  readonly doNotAsk: boolean;
  readonly isArchived: boolean;
  readonly side: 'offers' | 'needs' | null;
}

export const me = 'Mara Me';
const now = '2026-06-15T12:00:00.000Z';
const names = ['Zoë Ray', 'zoe ray', 'Ann Lee', 'Äon', 'Bo', 'O’Brien', 'Émile', null, null];
const ratings = [null, 1, 3, 5] as const;
const strengths = new Map<number, number>([
  [1, 0.1],
  [3, 0.5],
  [5, 0.9],
]);
/** Days of the messages on which fading ties rest, and nothing else. */
const longAgo = ['2022-01-10', '2022-02-10', '2022-03-10', '2022-04-10'];
const fadedStrength =
  combineEvidence(
    longAgo.map((date) => ({ kind: 'message', date })),
    '2026-06-15',
  )?.strength ?? null;
const meetings = ['At a fair in Kraków', 'School', ''];

const nobody: Omit<Planted, 'id' | 'name'> = {
  organisation: null,
  title: null,
  strength: null,
  isFading: false,
  lastContact: null,
  metOn: null,
  birthday: null,
  howMet: '',
  hasEmail: false,
  hasPhone: false,
  hasRhythm: false,
  dueOn: null,
  platforms: [],
  events: [],
  tags: [],
  doNotAsk: false,
  isArchived: false,
  side: null,
};

export function plantMe(id: PersonId): Planted {
  return { ...nobody, id, name: me };
}

/** Puts in the person of an index; each trait comes round at another pace. */
export function plant(
  { book }: TestBook,
  index: number,
  meId: PersonId,
  events: ReadonlyMap<string, number>,
): Planted {
  const person = drawPerson(index);
  const id = insertPerson(
    book,
    {
      displayName: person.name,
      birthday: person.birthday,
      howMet: person.howMet,
      metOn: person.metOn,
    },
    now,
  );
  book.run('UPDATE person SET do_not_ask = @doNotAsk, is_archived = @isArchived WHERE id = @id', {
    id,
    doNotAsk: Number(person.doNotAsk),
    isArchived: Number(person.isArchived),
  });
  plantWork(book, id, person);
  const rating = ratings[index % ratings.length] ?? null;
  if (rating !== null) {
    const { tieId } = addEvidence(book, meId, id, { kind: 'told' });
    book.run('UPDATE tie SET rating = @rating WHERE id = @tieId', { tieId, rating });
  }
  if (person.isFading) {
    for (const onDate of longAgo) addEvidence(book, meId, id, { kind: 'message', onDate });
  }
  const called = index % 3 === 0 ? null : calledOn(index);
  if (called !== null) addInteraction(book, { personId: id, kind: 'call', onDate: called });
  plantAddresses(book, id, person, index);
  if (person.hasRhythm) {
    book.run(
      `INSERT INTO keep_in_touch (person_id, every, unit, started_on) VALUES (@id, 2, 'week', @rhythmsSince)`,
      { id, rhythmsSince },
    );
  }
  for (const tag of person.tags) tagPersons(book, [id], findOrCreateTag(book, tag).id);
  for (const event of person.events) {
    book.run('INSERT INTO attendance (event_id, person_id) VALUES (@event, @id)', {
      event: events.get(event) ?? null,
      id,
    });
  }
  if (person.side !== null) {
    const topicId = findOrCreateTopic(book, 'logos').id;
    addStatement(book, { personId: id, topicId, kind: person.side }, '2026-06-15');
  }
  return { ...person, id };
}

function plantWork(book: WritableBook, id: PersonId, person: Omit<Planted, 'id'>): void {
  const { organisation, title } = person;
  if (organisation === null) return;
  addRole(book, { personId: id, organisation, title, startedOn: '2024-01-01' });
  addRole(book, { personId: id, organisation: 'Middle', startedOn: '2020-01-01' });
  addRole(book, { personId: id, organisation: 'Aardvark', title: 'Baker', endedOn: '2025-01-01' });
}

function plantAddresses(
  book: WritableBook,
  id: PersonId,
  { hasEmail, hasPhone, platforms }: Omit<Planted, 'id'>,
  index: number,
): void {
  const add = (kind: 'email' | 'phone', value: string) =>
    addContactPoint(book, { personId: id, kind, value });
  if (hasEmail) add('email', `p${index}@acme.example`);
  if (hasPhone) add('phone', `0161 496 0${100 + index}`);
  if (platforms.includes('x')) {
    addAccount(book, { personId: id, platformId: 3, externalId: `${index}` });
  }
  if (platforms.includes('mastodon')) {
    addAccount(book, { personId: id, platformId: 5, handle: `p${index}@social.example` });
  }
}

const rhythmsSince = '2026-06-01';
const twoWeeksAfter = (day: string): string =>
  new Date(Date.parse(day) + 14 * 86_400_000).toISOString().slice(0, 10);
const calledOn = (index: number): string =>
  index % 5 < 2 ? `2024-0${1 + (index % 5)}-01` : `2026-0${1 + (index % 5)}-01`;

function drawPerson(index: number): Omit<Planted, 'id'> {
  const organisation = [null, 'Acme', 'Zebra', 'ärzte'][index % 4] ?? null;
  const metOn = index % 9 === 0 ? `2025-1${index % 3}-20` : null;
  const called = index % 3 === 0 ? null : calledOn(index);
  const rating = ratings[index % ratings.length] ?? null;
  const lastContact = [called, metOn].reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b));
  const hasRhythm = index % 6 < 2;
  const isArchived = index % 11 === 0;
  const isFading = rating === null && index % 3 === 1;
  const rated = rating === null ? null : (strengths.get(rating) ?? null);
  return {
    name: names[index % names.length] ?? null,
    organisation,
    title:
      organisation === null ? null : ([null, 'Chef de rayon', 'café owner'][index % 3] ?? null),
    strength: isFading ? fadedStrength : rated,
    isFading,
    lastContact,
    metOn,
    birthday: [null, '1980-03-09', '--12-01', '1999-03-09', null][index % 5] ?? null,
    howMet: meetings[index % meetings.length] ?? '',
    hasEmail: index % 5 === 0,
    hasPhone: index % 4 === 1,
    hasRhythm,
    dueOn: hasRhythm && !isArchived ? twoWeeksAfter(lastContact ?? rhythmsSince) : null,
    platforms: [...(index % 6 === 0 ? ['x'] : []), ...(index % 4 === 2 ? ['mastodon'] : [])],
    events: [...(index % 3 === 1 ? ['fair'] : []), ...(index % 7 === 1 ? ['lunch'] : [])],
    tags: [...(index % 2 ? ['red'] : []), ...(index % 7 < 3 ? ['blue'] : [])],
    doNotAsk: index % 10 === 4,
    isArchived,
    side: index % 8 === 0 ? 'needs' : index % 8 === 5 ? 'offers' : null,
  };
}
