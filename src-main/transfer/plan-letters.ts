/** Makes people of letters and meetings: who was written to or met, how often, how lately, who with whom. */
import { smallEventSize } from '../tables/co-attendance.ts';
import { type Letter, LeftOutCounter } from './letters.ts';
import {
  emptyPerson,
  type LeftOut,
  type ParsedInteraction,
  type ParsedPerson,
  type ParsedTie,
} from './parsed-file.ts';

export interface LetterOptions {
  /** Addresses of the owner, compared form. */
  readonly mine: ReadonlySet<string>;
  /** Whether somebody in the book has this address. */
  readonly isKnown: (address: string) => boolean;
  /** Whether an earlier import has counted the letter of this mark. */
  readonly isCounted: (mark: string) => boolean;
  /** What is planned for later has not taken place. */
  readonly today: string;
}

export interface LetterPeople {
  readonly people: readonly ParsedPerson[];
  readonly ties: readonly ParsedTie[];
  readonly leftOut: readonly LeftOut[];
  /** Marks of the letters that are counted now. */
  readonly counted: readonly string[];
}

interface Contact {
  readonly letter: Letter;
  readonly direction: 'in' | 'out' | null;
}

interface Correspondent {
  readonly address: string;
  readonly line: number;
  readonly names: Map<string, number>;
  readonly contacts: Contact[];
}

/** How many letters each address has a part in, the most first: one of these is the owner's. */
export function likelyOwners(
  letters: readonly Letter[],
): readonly { readonly address: string; readonly letters: number }[] {
  const counts = new Map<string, number>();
  for (const { from, to } of letters) {
    const all = new Set([...(from === null ? [] : [from]), ...to].map(({ address }) => address));
    for (const address of all) counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  return [...counts]
    .map(([address, total]) => ({ address, letters: total }))
    .sort((a, b) => b.letters - a.letters || (a.address < b.address ? -1 : 1))
    .slice(0, 8);
}

export function peopleOfLetters(letters: readonly Letter[], options: LetterOptions): LetterPeople {
  const leftOut = new LeftOutCounter();
  const everybody = new Map<string, Correspondent>();
  const companies: { readonly letter: Letter; readonly others: readonly string[] }[] = [];
  const seen = new Set<string>();
  for (const letter of letters) {
    // A letter lies in several folders of one mailbox.
    if (seen.has(letter.mark)) continue;
    seen.add(letter.mark);
    const reason = refuse(letter, options);
    if (reason !== null) leftOut.add(letter.line, reason);
    else companies.push({ letter, others: noteLetter(everybody, letter, options.mine) });
  }
  const taken = [...everybody.values()].filter((one) => isTaken(one, options, leftOut));
  const index = new Map(taken.map(({ address }, at) => [address, at]));
  const counted = new Set<string>();
  for (const { contacts } of taken) {
    for (const { letter } of contacts) {
      if (!options.isCounted(letter.mark)) counted.add(letter.mark);
    }
  }
  return {
    people: taken.map((one) => makePerson(one, options)),
    ties: tiesOf(companies, index),
    leftOut: leftOut.rows('time'),
    counted: [...counted],
  };
}

function refuse({ day, from, kind, to }: Letter, { mine, today }: LetterOptions): string | null {
  const others = new Set([...(from === null ? [] : [from]), ...to].map(({ address }) => address));
  const size = others.size;
  for (const address of mine) others.delete(address);
  if (others.size === size) {
    return kind === 'meeting'
      ? 'A meeting without you, or one that you declined.'
      : 'A letter that names you neither as sender nor as recipient.';
  }
  if (others.size === 0) return 'Nobody but you had a part in it.';
  if (others.size > smallEventSize) return `More than ${smallEventSize} people had a part in it.`;
  if (day > today) return 'It lies in the future.';
  return null;
}

/** Counts the letter for those in contact with the owner by it; returns all others who had a part in it. */
function noteLetter(
  everybody: Map<string, Correspondent>,
  letter: Letter,
  mine: ReadonlySet<string>,
): string[] {
  const { from, kind, to } = letter;
  const isMine = from !== null && mine.has(from.address);
  const others: string[] = [];
  for (const mailbox of [...(from === null ? [] : [from]), ...to]) {
    const { address, name } = mailbox;
    if (mine.has(address) || others.includes(address)) continue;
    others.push(address);
    let one = everybody.get(address);
    if (one === undefined) {
      one = { address, line: letter.line, names: new Map(), contacts: [] };
      everybody.set(address, one);
    }
    if (name !== null) one.names.set(name, (one.names.get(name) ?? 0) + 1);
    if (kind === 'meeting') one.contacts.push({ letter, direction: null });
    else if (isMine) one.contacts.push({ letter, direction: 'out' });
    else if (mailbox === from) one.contacts.push({ letter, direction: 'in' });
  }
  return others;
}

/** Who wrote and never had an answer is no contact, unless the book knows them. */
function isTaken(
  { address, contacts, line }: Correspondent,
  { isKnown }: LetterOptions,
  leftOut: LeftOutCounter,
): boolean {
  if (contacts.some(({ direction }) => direction !== 'in') || isKnown(address)) return true;
  leftOut.add(
    line,
    contacts.length === 0
      ? 'Somebody who was only written to together with you, by others.'
      : 'Somebody who wrote to you and whom you never wrote to.',
  );
  return false;
}

function makePerson(one: Correspondent, { isCounted }: LetterOptions): ParsedPerson {
  const [name = null] = [...one.names].sort((a, b) => b[1] - a[1]).map(([written]) => written);
  return {
    ...emptyPerson(one.line),
    name,
    emails: [{ value: one.address, normalised: one.address, label: null, preferred: false }],
    interactions: interactionsOf(one.contacts, isCounted),
  };
}

/**
 * For each direction and month how many letters are new, and once for each direction the day of the newest of all,
 * with no count: by that it is known since when the two write to each other, however often the mailbox is read.
 */
function interactionsOf(
  contacts: readonly Contact[],
  isCounted: (mark: string) => boolean,
): ParsedInteraction[] {
  const groups = new Map<string, { kind: 'message' | 'meeting' } & ParsedInteraction>();
  const add = (key: string, { letter, direction }: Contact, count: 0 | 1): void => {
    const { day, kind } = letter;
    const before = groups.get(key) ?? { kind, direction, count: 0, first: day, last: day };
    groups.set(key, {
      ...before,
      count: before.count + count,
      first: before.first !== null && before.first < day ? before.first : day,
      last: before.last !== null && before.last > day ? before.last : day,
    });
  };
  for (const contact of contacts) {
    const { direction, letter } = contact;
    add(`${letter.kind} ${direction}`, contact, 0);
    if (isCounted(letter.mark)) continue;
    add(`${letter.kind} ${direction} ${letter.day.slice(0, 7)}`, contact, 1);
  }
  return [...groups.values()];
}

/** Each pair of people who had a part in one letter: perhaps they know each other. */
function tiesOf(
  companies: readonly { readonly letter: Letter; readonly others: readonly string[] }[],
  index: ReadonlyMap<string, number>,
): ParsedTie[] {
  const found = new Map<string, ParsedTie>();
  for (const { letter, others } of companies) {
    const those = others.flatMap((address) => index.get(address) ?? []).sort((a, b) => a - b);
    those.forEach((from, at) => {
      for (const to of those.slice(at + 1)) {
        const key = `${from} ${to}`;
        if (!found.has(key)) found.set(key, pairOf(from, to, letter));
      }
    });
  }
  return [...found.values()];
}

function pairOf(from: number, to: number, { day, line }: Letter): ParsedTie {
  return {
    line,
    from: { by: 'index', index: from },
    to: { by: 'index', index: to },
    kind: 'together',
    relation: null,
    platform: null,
    strength: null,
    since: day,
    note: null,
    extra: [],
  };
}
