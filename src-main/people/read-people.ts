import type { Handlers, QueryContext } from '../book/context.ts';
import type { PersonId, PersonRef } from '../contract/common.ts';
import type { PersonRow } from '../contract/people.ts';
import { findOverlap } from '../graph/index.ts';
import { findPersons } from '../tables/find-persons.ts';
import { foldName } from '../tables/fold-name.ts';
import { readLargestOrganisations, readOrganisationsNamed } from '../tables/organisations.ts';
import { personHints, personRefs } from '../tables/persons.ts';
import { readRhythms, type RhythmRow } from '../tables/rhythms.ts';
import { meId, resolvePerson } from '../tables/resolve-person.ts';
import { confirmedStrength, tiesOf } from '../tables/tie-strengths.ts';
import { existingPerson, readPersonDetail } from './person-detail.ts';
import { orderedPersonIds } from './person-order.ts';
import {
  readEvents,
  readEventsOf,
  readListedPersons,
  readOrganisations,
  readPlatforms,
  readTags,
  readTopicsOf,
} from './queries.ts';

type Reading =
  | 'list'
  | 'ids'
  | 'get'
  | 'resolve'
  | 'complete'
  | 'mutual'
  | 'filterNames'
  | 'organisations';

/** The queries about people. */
export const readPeople: Pick<Handlers<'people'>, Reading> = {
  list: (context, { filter, sort, offset, limit }) => {
    const ids = orderedPersonIds(context, filter, sort);
    return { total: ids.length, rows: describeRows(context, ids.slice(offset, offset + limit)) };
  },
  ids: (context, { filter }) => ({
    ids: [...orderedPersonIds(context, filter, { by: 'name', direction: 'ascending' })],
  }),
  get: (context, { id }) => readPersonDetail(context, id),
  resolve: ({ book }, { name }) => {
    const id = resolvePerson(book, name);
    return { ...existingPerson(book, id), isMe: id === meId(book) };
  },
  complete: (context, { text, limit }) => {
    const ids =
      text.trim() === '' ? strongestContacts(context, limit) : completions(context, text, limit);
    const hints = personHints(context.book, ids);
    return inOrder(context, ids).map((ref) => ({ ...ref, hint: hints.get(ref.id) ?? '' }));
  },
  mutual: (context, { id, offset, limit }) => {
    const { book, network } = context;
    existingPerson(book, id);
    const me = meId(book);
    if (me === null || me === id) return { total: 0, rows: [] };
    const graph = network.graph();
    const strengths = new Map(
      (findOverlap(graph, me, id).sharedPeople as readonly PersonId[]).map((person) => [
        person,
        (graph.tie(me, person)?.strength ?? 0) * (graph.tie(person, id)?.strength ?? 0),
      ]),
    );
    const ids = [...strengths.keys()].toSorted(
      (a, b) => (strengths.get(b) ?? 0) - (strengths.get(a) ?? 0) || a - b,
    );
    const rows = inOrder(context, ids.slice(offset, offset + limit));
    return {
      total: ids.length,
      rows: rows.map((ref) => ({ ...ref, strength: strengths.get(ref.id) ?? 0 })),
    };
  },
  filterNames: ({ book }, { organisationIds, eventIds }) => ({
    organisations: readOrganisations(book, organisationIds),
    events: readEvents(book, eventIds),
  }),
  organisations: ({ book }, { text, limit }) =>
    text.trim() === ''
      ? readLargestOrganisations(book, limit)
      : readOrganisationsNamed(book, foldName(text), limit),
};

function completions({ book, network }: QueryContext, text: string, limit: number): PersonId[] {
  const me = meId(book);
  const graph = network.graph();
  const weight = (id: PersonId): number => confirmedStrength(graph, me, id) ?? 0;
  return findPersons(book, text, { limit, weight, namesOnly: true }).map(({ id }) => id);
}

/** Whom an empty box offers: the people I know best. */
function strongestContacts({ book, network }: QueryContext, limit: number): PersonId[] {
  const me = meId(book);
  if (me === null) return [];
  return tiesOf(network.graph(), me)
    .filter((tie) => tie.isConfirmed)
    .slice(0, limit)
    .map(({ id }) => id);
}

function inOrder({ book }: QueryContext, ids: readonly PersonId[]): PersonRef[] {
  const refs = personRefs(book, ids);
  return ids.flatMap((id) => refs.get(id) ?? []);
}

function describeRows(context: QueryContext, ids: readonly PersonId[]): PersonRow[] {
  const { book, clock, network } = context;
  const me = meId(book);
  const graph = network.graph();
  const listed = readListedPersons(book, ids);
  const tags = Map.groupBy(readTags(book, ids), (tag) => tag.personId);
  const platforms = Map.groupBy(readPlatforms(book, ids, me), (row) => row.personId);
  const topics = Map.groupBy(readTopicsOf(book, ids, clock.today), (row) => row.personId);
  const events = Map.groupBy(readEventsOf(book, ids), (row) => row.personId);
  const rhythms = new Map(readRhythms(book, ids).map((row) => [row.personId, row]));
  return inOrder(context, ids).map((ref) => {
    const row = listed.get(ref.id);
    const statements = topics.get(ref.id) ?? [];
    return {
      ...ref,
      organisation: row?.organisation ?? null,
      title: row?.title ?? null,
      email: row?.email ?? null,
      tags: (tags.get(ref.id) ?? []).map(({ id, name, colour }) => ({ id, name, colour })),
      platforms: (platforms.get(ref.id) ?? []).map(({ key }) => key),
      strength: confirmedStrength(graph, me, ref.id),
      lastContactOn: row?.lastContactOn ?? null,
      phone: row?.phone ?? null,
      birthday: row?.birthday ?? null,
      howMet: row?.howMet ?? '',
      metOn: row?.metOn ?? null,
      addedOn: row?.addedOn ?? clock.today,
      doNotAsk: row?.doNotAsk === 1,
      keepInTouch: keepInTouchOf(rhythms.get(ref.id)),
      offers: statements.filter(({ kind }) => kind === 'offers').map(({ name }) => name),
      needs: statements.filter(({ kind }) => kind === 'needs').map(({ name }) => name),
      events: (events.get(ref.id) ?? []).map(({ title }) => title),
    };
  });
}

function keepInTouchOf(row: RhythmRow | undefined): PersonRow['keepInTouch'] {
  if (row === undefined) return null;
  const { every, unit, dueOn } = row;
  return { rhythm: { every, unit }, dueOn };
}
