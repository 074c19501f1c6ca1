import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import type { DuplicateReason } from '../contract/duplicates.ts';
import { searchWords } from '../tables/search-words.ts';
import { areAlike } from './alike-names.ts';
import {
  readBirthdays,
  readColleagues,
  readNames,
  readOrganisationNames,
  readQuestions,
  readSharedAddresses,
  readSharedNames,
} from './queries.ts';

/** An address of more people than this is an office's and proves nothing. */
const mostSharers = 4;
/** A name of more people than this is a common one: it speaks only together with an organisation. */
const mostNamesakes = 3;
/** Names alike speak by themselves only if they share a word that so few people bear. */
const mostBearers = 12;
/** In a larger organisation names alike are no surprise. */
const largestOrganisation = 400;

export interface LikelyPair {
  readonly low: PersonId;
  readonly high: PersonId;
  /** In (0, 1). */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
  /** More than the name speaks for it. */
  readonly isSure: boolean;
}

/**
 * Pairs of people who may be one, the likeliest first, of equal ones the smaller ids first. People are compared
 * only within blocks (one address, one name, one organisation, one rare word of a name), of bounded size, so that
 * the work grows with the book and not with its square. Pairs told apart are left out.
 */
export function findLikelyPairs(book: ReadableBook): LikelyPair[] {
  const pairs = new PairReasons();
  const names = new Names(book);
  addShared(book, pairs);
  const workplaces = addColleagues(book, names, pairs);
  addNamesakes(book, workplaces, pairs);
  addAlike(names, pairs);
  for (const { low, high, reason, answer } of readQuestions(book)) {
    if (answer === 'different') pairs.drop(low, high);
    else if (answer === null) pairs.add(low, high, { kind: 'asked', detail: reason });
  }
  addBirthdays(book, pairs);
  nameOrganisations(book, pairs);
  return [...pairs.all()]
    .map(({ low, high, reasons }) => judge(low, high, reasons, names))
    .toSorted((a, b) => b.score - a.score || a.low - b.low || a.high - b.high);
}

interface Entry {
  readonly low: PersonId;
  readonly high: PersonId;
  readonly reasons: DuplicateReason[];
}

/** Reasons by pair; the first of a kind stays. */
class PairReasons {
  readonly #pairs = new Map<string, Entry>();

  add(a: PersonId, b: PersonId, reason: DuplicateReason): void {
    if (a === b) return;
    const [low, high] = a < b ? [a, b] : [b, a];
    const key = `${low} ${high}`;
    const entry = this.#pairs.get(key);
    if (entry === undefined) this.#pairs.set(key, { low, high, reasons: [reason] });
    else if (!entry.reasons.some(({ kind }) => kind === reason.kind)) entry.reasons.push(reason);
  }

  drop(low: PersonId, high: PersonId): void {
    this.#pairs.delete(`${low} ${high}`);
  }

  all(): IterableIterator<Entry> {
    return this.#pairs.values();
  }
}

function eachPair<T>(items: readonly T[], act: (a: T, b: T) => void): void {
  items.forEach((a, index) => {
    for (const b of items.slice(index + 1)) act(a, b);
  });
}

const parsePeople = (json: string): PersonId[] => JSON.parse(json) as PersonId[];

function addShared(book: ReadableBook, pairs: PairReasons): void {
  for (const { kind, value, people } of readSharedAddresses(book, mostSharers)) {
    const reason = { kind: kind === 'email' ? 'sameEmail' : 'samePhone', detail: value } as const;
    eachPair(parsePeople(people), (a, b) => pairs.add(a, b, reason));
  }
}

/** Folded names as words, and who bears each word. */
class Names {
  readonly ids: readonly PersonId[];
  readonly #words = new Map<PersonId, readonly string[]>();

  constructor(book: ReadableBook) {
    const { ids, names } = readNames(book);
    this.ids = ids;
    ids.forEach((id, index) => this.#words.set(id, searchWords(names[index] ?? '')));
  }

  wordsOf(id: PersonId): readonly string[] {
    return this.#words.get(id) ?? [];
  }

  /** Calls for each pair among some people that shares a word borne by 2 to `most` of them. */
  eachSharingWord(
    people: readonly PersonId[],
    most: number,
    act: (a: PersonId, b: PersonId) => void,
  ): void {
    const bearers = new Map<string, PersonId[]>();
    for (const id of people) {
      for (const word of this.wordsOf(id)) {
        const known = bearers.get(word);
        if (known === undefined) bearers.set(word, [id]);
        else known.push(id);
      }
    }
    for (const group of bearers.values()) {
      if (group.length > 1 && group.length <= most) eachPair(group, act);
    }
  }

  areAlike(a: PersonId, b: PersonId): boolean {
    return areAlike(this.wordsOf(a), this.wordsOf(b));
  }

  /** Whether nothing in the names speaks against it: equal, alike, or one of them not known. */
  canBeOne(a: PersonId, b: PersonId): boolean {
    const [one, other] = [this.wordsOf(a), this.wordsOf(b)];
    if (one.length === 0 || other.length === 0) return true;
    return one.join(' ') === other.join(' ') || areAlike(one, other);
  }
}

type Workplaces = ReadonlyMap<PersonId, readonly number[]>;

/** Adds those alike at one organisation; gives the organisations of everybody, for those of one name. */
function addColleagues(book: ReadableBook, names: Names, pairs: PairReasons): Workplaces {
  const workplaces = new Map<PersonId, number[]>();
  for (const { organisationId, people } of readColleagues(book, Number.MAX_SAFE_INTEGER)) {
    const colleagues = parsePeople(people);
    for (const id of colleagues) {
      const known = workplaces.get(id);
      if (known === undefined) workplaces.set(id, [organisationId]);
      else known.push(organisationId);
    }
    if (colleagues.length > largestOrganisation) continue;
    names.eachSharingWord(colleagues, Number.POSITIVE_INFINITY, (a, b) => {
      if (!names.areAlike(a, b)) return;
      pairs.add(a, b, { kind: 'alikeAtOrganisation', detail: String(organisationId) });
    });
  }
  return workplaces;
}

function addNamesakes(book: ReadableBook, workplaces: Workplaces, pairs: PairReasons): void {
  for (const { people } of readSharedNames(book)) {
    const bearers = parsePeople(people);
    const isRare = bearers.length <= mostNamesakes;
    const byPlace = new Map<number, PersonId[]>();
    for (const id of bearers) {
      for (const place of workplaces.get(id) ?? []) {
        const known = byPlace.get(place);
        if (known === undefined) byPlace.set(place, [id]);
        else known.push(id);
      }
    }
    for (const [place, colleagues] of byPlace) {
      eachPair(colleagues, (a, b) =>
        pairs.add(a, b, { kind: 'sameNameAtOrganisation', detail: String(place) }),
      );
    }
    if (isRare) eachPair(bearers, (a, b) => pairs.add(a, b, { kind: 'sameName', detail: '' }));
  }
}

function addAlike(names: Names, pairs: PairReasons): void {
  names.eachSharingWord(names.ids, mostBearers, (a, b) => {
    if (names.areAlike(a, b)) pairs.add(a, b, { kind: 'alikeNames', detail: '' });
  });
}

/** A birthday speaks for or against those who are suspected already; it makes no suspects by itself. */
function addBirthdays(book: ReadableBook, pairs: PairReasons): void {
  const birthdays = new Map(readBirthdays(book).map(({ id, birthday }) => [id, birthday]));
  for (const { low, high } of pairs.all()) {
    const [a, b] = [birthdays.get(low), birthdays.get(high)];
    if (a === undefined || b === undefined) continue;
    const isSame =
      a === b || (a.slice(-5) === b.slice(-5) && (a.startsWith('--') || b.startsWith('--')));
    pairs.add(low, high, { kind: isSame ? 'sameBirthday' : 'otherBirthday', detail: '' });
  }
}

const atOrganisation = new Set<DuplicateReason['kind']>([
  'sameNameAtOrganisation',
  'alikeAtOrganisation',
]);

/** Puts the names of organisations in place of their ids. */
function nameOrganisations(book: ReadableBook, pairs: PairReasons): void {
  const entries = [...pairs.all()];
  const ids = entries.flatMap(({ reasons }) =>
    reasons.filter(({ kind }) => atOrganisation.has(kind)).map(({ detail }) => Number(detail)),
  );
  const names = new Map(
    readOrganisationNames(book, [...new Set(ids)]).map(({ id, name }) => [String(id), name]),
  );
  for (const { reasons } of entries) {
    for (const reason of reasons) {
      if (atOrganisation.has(reason.kind)) reason.detail = names.get(reason.detail) ?? '';
    }
  }
}

/**
 * What each reason adds, in (0, 1); they add up as 1 - product(1 - w), as evidence of ties does. Figures of
 * judgement, for the order of the list alone.
 */
const weights: Readonly<Record<DuplicateReason['kind'], number>> = {
  sameEmail: 0.85,
  samePhone: 0.7,
  sameNameAtOrganisation: 0.7,
  sameName: 0.4,
  alikeAtOrganisation: 0.5,
  alikeNames: 0.25,
  sameBirthday: 0.6,
  otherBirthday: 0,
  asked: 0.3,
};
/** An address that two people of quite different names have is often a family's or a firm's. */
const otherNamesFactor = 0.5;
const otherBirthdayFactor = 0.2;

const beyondName = new Set<DuplicateReason['kind']>([
  'sameEmail',
  'samePhone',
  'sameNameAtOrganisation',
  'sameBirthday',
]);

function judge(
  low: PersonId,
  high: PersonId,
  reasons: readonly DuplicateReason[],
  names: Names,
): LikelyPair {
  const canBeOne = names.canBeOne(low, high) || reasons.some(({ kind }) => kind === 'sameName');
  const isContradicted = reasons.some(({ kind }) => kind === 'otherBirthday');
  const doubt = reasons.reduce((left, { kind }) => {
    const isAddress = kind === 'sameEmail' || kind === 'samePhone';
    return left * (1 - weights[kind] * (isAddress && !canBeOne ? otherNamesFactor : 1));
  }, 1);
  return {
    low,
    high,
    reasons,
    score: (1 - doubt) * (isContradicted ? otherBirthdayFactor : 1),
    isSure: canBeOne && !isContradicted && reasons.some(({ kind }) => beyondName.has(kind)),
  };
}
