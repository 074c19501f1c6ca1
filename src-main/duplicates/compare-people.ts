import type { PersonId } from '../contract/common.ts';
import { bear, type Bearers, type Names } from './names.ts';
import {
  eachPair,
  largestOrganisation,
  mostBearers,
  mostNamesakes,
  type PairReasons,
} from './pair-reasons.ts';
import type { Question, readColleagues, readSharedNames, SharedAddress } from './queries.ts';

/*
 * The rules by which people are compared, each only within blocks (one address, one name, one organisation, one rare
 * word of a name), of bounded size, so that the work grows with the book and not with its square. Each yields how much
 * of its part is done.
 */

/** After so many steps each rule yields. */
const stepsAtOnce = 200;

export interface Compared {
  readonly addresses: readonly SharedAddress[];
  readonly colleagues: ReturnType<typeof readColleagues>;
  readonly namesakes: ReturnType<typeof readSharedNames>;
  readonly questions: readonly Question[];
  /** Words of names of whose bearers any may be alike. */
  readonly words: Iterable<string>;
  readonly wordCount: number;
}

/** Reasons for all pairs that the rules find in what was read. */
export function* compare(
  read: Compared,
  names: Names,
  pairs: PairReasons,
): Generator<number, void> {
  addShared(read.addresses, pairs);
  const workplaces = yield* addColleagues(read.colleagues, names, pairs);
  addNamesakes(read.namesakes, workplaces, pairs);
  yield* addAlike(read, names, pairs);
  for (const { low, high, reason, answer } of read.questions) {
    if (answer === 'different') pairs.drop(low, high);
    else if (answer === null) pairs.add(low, high, { kind: 'asked', detail: reason });
  }
}

export const parsePeople = (json: string): PersonId[] => JSON.parse(json) as PersonId[];

function addShared(addresses: readonly SharedAddress[], pairs: PairReasons): void {
  for (const { kind, value, people } of addresses) {
    const reason = { kind: kind === 'email' ? 'sameEmail' : 'samePhone', detail: value } as const;
    eachPair(parsePeople(people), (a, b) => pairs.add(a, b, reason));
  }
}

/** Where each works or worked, in the order of ids. */
type Workplaces = ReadonlyMap<PersonId, readonly number[]>;

/** Adds those alike at one organisation; gives the organisations of everybody, for those of one name. */
function* addColleagues(
  organisations: Compared['colleagues'],
  names: Names,
  pairs: PairReasons,
): Generator<number, Workplaces> {
  const workplaces = new Map<PersonId, number[]>();
  for (const [at, { organisationId, people }] of organisations.entries()) {
    yield at / organisations.length / 2;
    const colleagues = parsePeople(people);
    for (const id of colleagues) {
      const known = workplaces.get(id);
      if (known === undefined) workplaces.set(id, [organisationId]);
      else known.push(organisationId);
    }
    if (colleagues.length > largestOrganisation) continue;
    const bearers: Bearers = new Map();
    for (const id of colleagues) for (const word of names.wordsOf(id)) bear(bearers, word, id);
    for (const group of bearers.values()) {
      eachPair(group, (a, b) => {
        if (!names.areAlike(a, b)) return;
        pairs.add(a, b, { kind: 'alikeAtOrganisation', detail: String(organisationId) });
      });
    }
  }
  return workplaces;
}

function addNamesakes(
  namesakes: Compared['namesakes'],
  workplaces: Workplaces,
  pairs: PairReasons,
): void {
  for (const { people } of namesakes) {
    const bearers = parsePeople(people);
    const byPlace = new Map<number, PersonId[]>();
    for (const id of bearers) {
      for (const place of workplaces.get(id) ?? []) {
        const known = byPlace.get(place);
        if (known === undefined) byPlace.set(place, [id]);
        else known.push(id);
      }
    }
    // of several organisations that two have in common the first is told, whoever else bears the name
    for (const [place, colleagues] of [...byPlace].toSorted(([a], [b]) => a - b)) {
      eachPair(colleagues, (a, b) =>
        pairs.add(a, b, { kind: 'sameNameAtOrganisation', detail: String(place) }),
      );
    }
    if (bearers.length > mostNamesakes) continue;
    eachPair(bearers, (a, b) => pairs.add(a, b, { kind: 'sameName', detail: '' }));
  }
}

function* addAlike(
  { words, wordCount }: Compared,
  names: Names,
  pairs: PairReasons,
): Generator<number, void> {
  let at = 0;
  for (const word of words) {
    if (at++ % stepsAtOnce === 0) yield 0.5 + at / wordCount / 2;
    const group = names.bearers.get(word) ?? [];
    if (group.length < 2 || group.length > mostBearers) continue;
    eachPair(group, (a, b) => {
      if (names.areAlike(a, b)) pairs.add(a, b, { kind: 'alikeNames', detail: '' });
    });
  }
}

/** A birthday speaks for or against those who are suspected already; it makes no suspects by itself. */
export function addBirthdays(
  known: readonly { readonly id: PersonId; readonly birthday: string }[],
  pairs: PairReasons,
): void {
  const birthdays = new Map(known.map(({ id, birthday }) => [id, birthday]));
  for (const { low, high } of pairs.all()) {
    const [a, b] = [birthdays.get(low), birthdays.get(high)];
    if (a === undefined || b === undefined) continue;
    const isSame =
      a === b || (a.slice(-5) === b.slice(-5) && (a.startsWith('--') || b.startsWith('--')));
    pairs.add(low, high, { kind: isSame ? 'sameBirthday' : 'otherBirthday', detail: '' });
  }
}
