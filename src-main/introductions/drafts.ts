import type { QueryContext } from '../book/context.ts';
import type { EventId, IntroductionId, PersonId } from '../contract/common.ts';
import type { ParsedInputOf, StoreContract } from '../contract/index.ts';
import { AppError } from '../contract/result.ts';
import { creditLine } from '../tables/credit-line.ts';
import { readIntroductionLinks } from '../tables/credited-outcomes.ts';
import { personExists } from '../tables/persons.ts';
import { requireMe } from '../tables/resolve-person.ts';
import { eventExists, findIntroduction, findTopicName } from './queries.ts';
import { isStateOf, stateNames } from './states.ts';

export type IntroductionDraft = ParsedInputOf<StoreContract['introductions']['create']>;

/** Who joins whom. */
export interface Parts {
  readonly introducerId: PersonId;
  readonly firstId: PersonId;
}

function refuse(message: string): never {
  throw new AppError('INVALID_INPUT', message);
}

function partsOf(draft: IntroductionDraft, me: PersonId): Parts {
  const { kind, introducerId, firstId } = draft;
  if (kind === 'make') {
    if (introducerId !== null && introducerId !== me)
      refuse('An introduction that you make has no other introducer: leave the introducer out.');
    if (firstId === null) refuse('An introduction joins two people: name both.');
    return { introducerId: me, firstId };
  }
  if (introducerId === null) refuse('Name who introduces you.');
  if (firstId !== null && firstId !== me)
    refuse(
      'An introduction that you ask for or receive introduces you: leave the first person out.',
    );
  return { introducerId, firstId: me };
}

/**
 * Refuses a parent that is not there, and one that descends from the introduction itself: a line of descent
 * must not become a circle, or its credit would never end. Throws NOT_FOUND or INVALID_INPUT.
 */
export function checkDescent(
  { book }: QueryContext,
  id: IntroductionId,
  cameFromId: IntroductionId | null,
): void {
  if (cameFromId === null) return;
  const { line } = creditLine(readIntroductionLinks(book), cameFromId);
  if (line.length === 0) refuseMissing(`introduction ${cameFromId}`);
  if (line.includes(id))
    refuse('An introduction cannot come from itself, nor from one that came from it.');
}

/** Throws NOT_FOUND for an event that is not there. */
export function checkEvent({ book }: QueryContext, eventId: EventId | null): void {
  if (eventId !== null && !eventExists(book, eventId)) refuseMissing(`event ${eventId}`);
}

function refuseMissing(what: string): never {
  throw new AppError('NOT_FOUND', `There is no ${what} in this book: it may have been removed.`);
}

/**
 * Works out who has which part in a new introduction, and checks that everybody and everything it names is
 * there. Throws INVALID_INPUT, NOT_FOUND or NO_ME. A line of descent cannot become a circle here: an introduction
 * descends only from one that was there before it. What changes it later is checkDescent's.
 */
export function checkDraft(context: QueryContext, draft: IntroductionDraft): Parts {
  const { book } = context;
  const parts = partsOf(draft, requireMe(book));
  const people = [parts.introducerId, parts.firstId, draft.secondId];
  if (new Set(people).size < 3)
    refuse(
      'An introduction needs three different people: one who introduces, and two who are introduced.',
    );
  const nobody = people.find((id) => !personExists(book, id));
  const missing =
    nobody !== undefined
      ? `person ${nobody}`
      : draft.topicId !== null && findTopicName(book, draft.topicId) === undefined
        ? `topic ${draft.topicId}`
        : draft.eventId !== null && !eventExists(book, draft.eventId)
          ? `event ${draft.eventId}`
          : draft.cameFromId !== null && findIntroduction(book, draft.cameFromId) === undefined
            ? `introduction ${draft.cameFromId}`
            : null;
  if (missing !== null) refuseMissing(missing);
  if (!isStateOf(draft.kind, draft.state))
    refuse(
      `An introduction that you receive is never “${stateNames[draft.state]}”: record it as one that you ask for.`,
    );
  return parts;
}
