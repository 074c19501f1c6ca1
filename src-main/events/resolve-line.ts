import type { ReadableBook } from '../book/access.ts';
import type { PersonId, PersonRef } from '../contract/common.ts';
import type { Chip } from '../contract/events.ts';
import { findPersonsByMatchKey, homeCountry, matchKeyOf } from '../tables/contact-points.ts';
import { foldName } from '../tables/fold-name.ts';
import { findOrganisation } from '../tables/organisations.ts';
import { personRef } from '../tables/persons.ts';
import {
  findPersonsByExactName,
  findPersonsByFoldedName,
  meId,
  personCandidates,
} from '../tables/resolve-person.ts';
import { findTag } from '../tables/tags.ts';
import type { Tag } from '../tables/tags.ts';
import { findTopic } from '../tables/topics.ts';
import { parseEventLine } from './line-grammar.ts';
import type { LinePiece } from './line-grammar.ts';
import { worksAt } from './queries.ts';

/** Answers to the questions of chips: index of the chip -> the person meant, or null for "a new one". */
export type Picks = ReadonlyMap<number, PersonId | null>;

export interface ResolvedLine {
  readonly chips: readonly Chip[];
  /** What stands in the way of logging the line, as sentences; empty when nothing does. */
  readonly problems: readonly string[];
}

const personKinds: ReadonlySet<Chip['kind']> = new Set(['person', 'knows', 'via']);

/**
 * Understands a line against the book: which names, organisations, tags and topics it has already, and what
 * must be asked. Changes nothing. `today` is the day of logging.
 */
export function resolveLine(
  book: ReadableBook,
  text: string,
  today: string,
  picks: Picks = new Map(),
): ResolvedLine {
  const pieces = parseEventLine(text, today);
  const understood = pieces.map((piece, index) =>
    resolvePiece(book, piece, pieces, picks.get(index)),
  );
  const head = understood.find(({ kind }) => kind === 'person');
  const me = meId(book);
  const chips = understood.map((chip) =>
    chip.problem === null ? { ...chip, problem: problemOfSelf(chip, head, me) } : chip,
  );
  const problems = chips.flatMap(({ problem }) => (problem === null ? [] : [problem]));
  if (head === undefined) problems.unshift('A line begins with a name: write first who it was.');
  return { chips, problems };
}

/** A tie needs two people, an introduction three: nobody takes two parts. */
function problemOfSelf(chip: Chip, head: Chip | undefined, me: PersonId | null): string | null {
  if (!personKinds.has(chip.kind)) return null;
  const isMe = chip.person !== null && chip.person.id === me;
  if (isMe && chip.kind === 'person') return 'That is you: log the people whom you met.';
  if (isMe && chip.kind === 'via') return 'That is you: name who introduced the two of you.';
  if (head === undefined || chip.kind === 'person') return null;
  const isHead =
    chip.person === null
      ? head.person === null && foldName(chip.text) === foldName(head.text)
      : chip.person.id === head.person?.id;
  return isHead ? `The line is about ${head.text}: name somebody else after “${chip.kind}”.` : null;
}

function resolvePiece(
  book: ReadableBook,
  piece: LinePiece,
  pieces: readonly LinePiece[],
  pick: PersonId | null | undefined,
): Chip {
  const plain: Chip = { ...piece, isNew: false, person: null, candidates: [] };
  if (piece.problem !== null) return plain;
  if (personKinds.has(piece.kind)) return resolvePerson(book, plain, pieces, pick);
  switch (piece.kind) {
    case 'organisation': {
      const id = findOrganisation(book, piece.text);
      const known = id === null ? undefined : nameOfOrganisation(book, id);
      return { ...plain, text: known ?? piece.text, isNew: known === undefined };
    }
    case 'tag': {
      const known = findWrittenTag(book, piece.text);
      return { ...plain, text: known?.name ?? piece.text, isNew: known === null };
    }
    case 'needs':
    case 'offers': {
      const known = findTopic(book, piece.text);
      return { ...plain, text: known?.name ?? piece.text, isNew: known === null };
    }
    default:
      return plain;
  }
}

function nameOfOrganisation(book: ReadableBook, id: number): string | undefined {
  return book.value<string>('SELECT name FROM organisation WHERE id = @id', { id });
}

/** "#co-working" also finds the tag "co working": a line has no blanks in a tag without quotes. */
function findWrittenTag(book: ReadableBook, text: string): Tag | null {
  return findTag(book, text) ?? findTag(book, text.replaceAll(/[-_]/gu, ' '));
}

function resolvePerson(
  book: ReadableBook,
  chip: Chip,
  pieces: readonly LinePiece[],
  pick: PersonId | null | undefined,
): Chip {
  if (pick === null) return { ...chip, isNew: true };
  if (pick !== undefined) {
    const picked = personRef(book, pick);
    if (picked !== undefined) return asKnown(chip, picked);
    return { ...chip, problem: `The person chosen for “${chip.text}” is no longer in the book.` };
  }
  const isHead = chip.kind === 'person';
  const found = findByName(book, chip.text);
  const reached = isHead ? findByAddress(book, pieces) : [];
  const narrowed = isHead && found.length > 1 ? narrow(book, found, reached, pieces) : found;
  const [only] = narrowed;
  if (only !== undefined && narrowed.length === 1) {
    const known = personRef(book, only);
    if (known !== undefined) return asKnown(chip, known);
  }
  if (found.length > 1) {
    const problem = `${found.length} people are called ${chip.text}: pick one, or say that this is a new one.`;
    return withQuestion(book, chip, found, problem);
  }
  // the name is new but the address is not: a spelling of the same person, or a shared mailbox?
  if (reached.length > 0) {
    const names = reached.map((id) => personRef(book, id)?.name ?? '').join(', ');
    const problem = `The address belongs to ${names}: the same person, or a new one?`;
    return withQuestion(book, chip, reached, problem);
  }
  return { ...chip, isNew: true };
}

function asKnown(chip: Chip, person: PersonRef): Chip {
  return { ...chip, text: person.name, person, isNew: false };
}

function withQuestion(
  book: ReadableBook,
  chip: Chip,
  ids: readonly PersonId[],
  problem: string,
): Chip {
  const candidates = personCandidates(book, ids).map((candidate) => ({
    ...candidate,
    isNamed: true,
  }));
  return { ...chip, problem, candidates };
}

function findByName(book: ReadableBook, name: string): PersonId[] {
  const exact = findPersonsByExactName(book, name);
  return exact.length > 0 ? exact : findPersonsByFoldedName(book, name);
}

function findByAddress(book: ReadableBook, pieces: readonly LinePiece[]): PersonId[] {
  const found = new Set<PersonId>();
  for (const { kind, text } of pieces) {
    if (kind !== 'email' && kind !== 'phone') continue;
    const key = matchKeyOf(kind, text, homeCountry(book));
    if (key === null) continue;
    for (const id of findPersonsByMatchKey(book, kind, key)) found.add(id);
  }
  return [...found];
}

/** Of several people of one name: who has the address, else who works at the organisation of the line. */
function narrow(
  book: ReadableBook,
  found: readonly PersonId[],
  reached: readonly PersonId[],
  pieces: readonly LinePiece[],
): readonly PersonId[] {
  const byAddress = found.filter((id) => reached.includes(id));
  if (byAddress.length === 1) return byAddress;
  const organisation = pieces.find(({ kind }) => kind === 'organisation');
  if (organisation === undefined) return found;
  const foldedName = foldName(organisation.text);
  const colleagues = found.filter((id) => worksAt(book, id, foldedName));
  return colleagues.length === 1 ? colleagues : found;
}
