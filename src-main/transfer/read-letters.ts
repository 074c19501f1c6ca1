/** Reads a mailbox or calendar as its owner's: by the addresses that the book or the user says are theirs. */
import { AppError } from '../contract/result.ts';
import { normaliseEmail } from '../tables/contact-points.ts';
import type { ImportPlanner } from './import-planner.ts';
import { emptyPerson, type ParsedFile } from './parsed-file.ts';
import type { ImportRequest } from './plan-import.ts';
import { likelyOwners, peopleOfLetters } from './plan-letters.ts';
import type { RowSource } from './plan-persons.ts';
import type { Ref } from './plan-stage.ts';

/**
 * The file with the people of its letters. Addresses that the user says are the owner's are kept with them.
 *
 * @throws AppError INVALID_INPUT with the likeliest addresses when none of the file's is known to be the owner's
 */
export function readLetters(
  planner: ImportPlanner,
  request: ImportRequest,
  parsed: ParsedFile,
  owner: Ref,
  source: RowSource,
): ParsedFile {
  const letters = parsed.letters ?? [];
  const { dossiers, index } = planner.tools;
  const said = request.mine.map((address) => normaliseEmail(address) ?? address);
  const mine = new Set(said);
  for (const { key, kind } of dossiers.of(owner).contacts) {
    if (kind === 'email') mine.add(key);
  }
  const there = new Set(
    letters.flatMap(({ from, to }) => [from, ...to]).map((one) => one?.address),
  );
  if (letters.length > 0 && ![...mine].some((address) => there.has(address))) {
    throw new AppError(
      'INVALID_INPUT',
      `Say which addresses are ${ownerName(planner, owner)}: none in “${parsed.title}” is known to be. ` +
        'On the command line with --mine ADDRESS,ADDRESS.',
      { needs: 'addresses', suggestions: likelyOwners(letters) },
    );
  }
  const kept = said.filter((address) => there.has(address));
  if (kept.length > 0) {
    const emails = kept.map((value) => ({
      value,
      normalised: value,
      label: null,
      preferred: false,
    }));
    planner.persons.complete(owner, { ...emptyPerson(0), emails }, [], source);
  }
  const { counted, leftOut, people, ties } = peopleOfLetters(letters, {
    mine,
    isKnown: (address) => index.holders('email', address).length > 0,
    isCounted: (mark) => planner.marks.isCounted(mark),
    today: planner.clock.today,
  });
  planner.marks.add(counted, source.importRef);
  return { ...parsed, people, ties, leftOut: [...parsed.leftOut, ...leftOut], letters: null };
}

function ownerName(planner: ImportPlanner, owner: Ref): string {
  const name = planner.tools.dossiers.of(owner).displayName;
  return name === null ? 'the owner’s' : `${name}’s`;
}
