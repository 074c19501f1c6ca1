import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import type { DuplicateReason } from '../contract/duplicates.ts';
import { searchWords } from '../tables/search-words.ts';
import type { Breathe } from './breathe.ts';
import { bear, type Bearers, Names } from './names.ts';
import {
  type Question,
  readBirthdays,
  readColleagues,
  readNames,
  readOrganisationNames,
  readQuestions,
  readSharedAddresses,
  readSharedNames,
  type SharedAddress,
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

/** After so many steps of each part of the work others are let through, if it is time. */
const stepsAtOnce = 200;
/** How far the work is when each part begins, roughly as it is distributed in a large book. */
const progress = { names: 0.05, colleagues: 0.4, namesakes: 0.6, alike: 0.65, end: 1 } as const;

/**
 * Pairs of people who may be one, the likeliest first, of equal ones the smaller ids first. People are compared
 * only within blocks (one address, one name, one organisation, one rare word of a name), of bounded size, so that
 * the work grows with the book and not with its square. Pairs told apart are left out. Everything is read before
 * the first breath, so that the answer is that of one state of the book.
 */
export async function findLikelyPairs(book: ReadableBook, breathe: Breathe): Promise<LikelyPair[]> {
  const read = readAll(book);
  const pairs = new PairReasons();
  addShared(read.addresses, pairs);
  await breathe(progress.names);
  const names = await readWords(read.names, breathe);
  const workplaces = await addColleagues(read.colleagues, names, pairs, breathe);
  addNamesakes(read.namesakes, workplaces, pairs);
  await breathe(progress.alike);
  await addAlike(names, pairs, breathe);
  for (const { low, high, reason, answer } of read.questions) {
    if (answer === 'different') pairs.drop(low, high);
    else if (answer === null) pairs.add(low, high, { kind: 'asked', detail: reason });
  }
  addBirthdays(read.birthdays, pairs);
  nameOrganisations(read.organisations, pairs);
  return [...pairs.all()]
    .map(({ low, high, reasons }) => judge(low, high, reasons, names))
    .toSorted((a, b) => b.score - a.score || a.low - b.low || a.high - b.high);
}

interface WhatIsRead {
  readonly addresses: readonly SharedAddress[];
  readonly names: ReturnType<typeof readNames>;
  readonly colleagues: ReturnType<typeof readColleagues>;
  readonly namesakes: ReturnType<typeof readSharedNames>;
  readonly questions: readonly Question[];
  readonly birthdays: ReturnType<typeof readBirthdays>;
  readonly organisations: ReturnType<typeof readOrganisationNames>;
}

function readAll(book: ReadableBook): WhatIsRead {
  const colleagues = readColleagues(book, Number.MAX_SAFE_INTEGER);
  return {
    addresses: readSharedAddresses(book, mostSharers),
    names: readNames(book),
    colleagues,
    namesakes: readSharedNames(book),
    questions: readQuestions(book),
    birthdays: readBirthdays(book),
    organisations: readOrganisationNames(
      book,
      colleagues.map(({ organisationId }) => organisationId),
    ),
  };
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

function addShared(addresses: readonly SharedAddress[], pairs: PairReasons): void {
  for (const { kind, value, people } of addresses) {
    const reason = { kind: kind === 'email' ? 'sameEmail' : 'samePhone', detail: value } as const;
    eachPair(parsePeople(people), (a, b) => pairs.add(a, b, reason));
  }
}

async function readWords({ ids, names }: WhatIsRead['names'], breathe: Breathe): Promise<Names> {
  const known = new Names();
  for (const [at, id] of ids.entries()) {
    known.add(id, searchWords(names[at] ?? ''));
    if (at % stepsAtOnce === 0) await breathe(share('names', 'colleagues', at / ids.length));
  }
  return known;
}

/** How far the whole is when a part of it is. */
function share(from: keyof typeof progress, to: keyof typeof progress, part: number): number {
  return progress[from] + (progress[to] - progress[from]) * part;
}

type Workplaces = ReadonlyMap<PersonId, readonly number[]>;

/** Adds those alike at one organisation; gives the organisations of everybody, for those of one name. */
async function addColleagues(
  organisations: WhatIsRead['colleagues'],
  names: Names,
  pairs: PairReasons,
  breathe: Breathe,
): Promise<Workplaces> {
  const workplaces = new Map<PersonId, number[]>();
  for (const [at, { organisationId, people }] of organisations.entries()) {
    await breathe(share('colleagues', 'namesakes', at / organisations.length));
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
  namesakes: WhatIsRead['namesakes'],
  workplaces: Workplaces,
  pairs: PairReasons,
): void {
  for (const { people } of namesakes) {
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

async function addAlike(names: Names, pairs: PairReasons, breathe: Breathe): Promise<void> {
  let at = 0;
  for (const group of names.bearers.values()) {
    if (at++ % stepsAtOnce === 0) await breathe(share('alike', 'end', at / names.bearers.size));
    if (group.length < 2 || group.length > mostBearers) continue;
    eachPair(group, (a, b) => {
      if (names.areAlike(a, b)) pairs.add(a, b, { kind: 'alikeNames', detail: '' });
    });
  }
}

/** A birthday speaks for or against those who are suspected already; it makes no suspects by itself. */
function addBirthdays(known: WhatIsRead['birthdays'], pairs: PairReasons): void {
  const birthdays = new Map(known.map(({ id, birthday }) => [id, birthday]));
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
function nameOrganisations(known: WhatIsRead['organisations'], pairs: PairReasons): void {
  const names = new Map(known.map(({ id, name }) => [String(id), name]));
  for (const { reasons } of pairs.all()) {
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
