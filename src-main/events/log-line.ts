import type { CommandContext } from '../book/context.ts';
import type { PersonId, PersonRef } from '../contract/common.ts';
import type { Chip } from '../contract/events.ts';
import { AppError } from '../contract/result.ts';
import { addContactPoint } from '../tables/contact-points.ts';
import { foldName } from '../tables/fold-name.ts';
import { insertFollowUp } from '../tables/follow-ups.ts';
import { insertIntroduction } from '../tables/introduction-rows.ts';
import { insertPerson, personRef } from '../tables/persons.ts';
import { ensureMe } from '../tables/resolve-person.ts';
import { addRole } from '../tables/roles.ts';
import { findOrCreateTag, tagPersons } from '../tables/tags.ts';
import { addEvidence } from '../tables/tie-evidence.ts';
import { addStatement, findOrCreateTopic, joinNotes } from '../tables/topics.ts';
import { contactDay, meetPerson } from './attendance.ts';
import { hasOpenFollowUp, hasReceivedIntroduction } from './queries.ts';
import type { EventRow } from './queries.ts';
import { resolveLine } from './resolve-line.ts';
import type { Picks } from './resolve-line.ts';

export interface LoggedLine {
  readonly person: PersonRef;
  readonly isNew: boolean;
  readonly chips: readonly Chip[];
  /** People named after `knows` or `via`, who are tied to the person since now. */
  readonly alsoTied: readonly PersonId[];
}

/** What the writing of one line shares. */
interface Writing {
  readonly context: CommandContext;
  readonly event: EventRow;
  readonly meId: PersonId;
  readonly personId: PersonId;
  /** The day it was said: the event's, today at the latest. */
  readonly day: string;
  readonly chips: readonly Chip[];
  /** New people of this line by folded name: named twice, they are made once. */
  readonly made: Map<string, PersonId>;
}

/**
 * Stores one line with all it says. The same line again adds nothing.
 * Throws AMBIGUOUS_NAME (`details.candidates`, `details.chip`) while a name is open to question, and
 * INVALID_INPUT for anything else that is not understood: nothing is guessed and nothing dropped.
 */
export function logEventLine(
  context: CommandContext,
  event: EventRow,
  text: string,
  picks: Picks,
): LoggedLine {
  const { book, clock } = context;
  const { chips, problems } = resolveLine(book, text, clock.today, picks);
  refuseProblems(chips, problems);
  const head = chips.find(({ kind }) => kind === 'person');
  if (head === undefined) throw new AppError('INVALID_INPUT', 'The line names nobody.');
  const meId = ensureMe(book, clock.now);
  const made = new Map<string, PersonId>();
  const isNew = head.person === null;
  const personId = personOf(context, head, made, event);
  const day = contactDay(event, clock.today);
  const writing: Writing = { context, event, meId, personId, day, chips, made };
  const note = textsOf(chips, 'note').join('\n');
  meetPerson(context, event, meId, personId, (before) => joinNotes(before, note));
  writeProfile(writing);
  const alsoTied = [...writeKnown(writing), ...writeIntroducers(writing)];
  writeFollowUps(writing);
  const person = personRef(book, personId) ?? { id: personId, name: head.text, isNamed: true };
  context.nameStep(`Log ${person.name} at ${event.title}`);
  return { person, isNew, chips: chips.map((chip) => withPerson(chip, writing)), alsoTied };
}

function refuseProblems(chips: readonly Chip[], problems: readonly string[]): void {
  if (problems.length === 0) return;
  const question = chips.findIndex(({ candidates }) => candidates.length > 0);
  const open = chips[question];
  if (open === undefined) throw new AppError('INVALID_INPUT', problems.join(' '));
  throw new AppError('AMBIGUOUS_NAME', open.problem ?? problems.join(' '), {
    chip: question,
    candidates: open.candidates,
  });
}

function textsOf(chips: readonly Chip[], kind: Chip['kind']): string[] {
  return chips.filter((chip) => chip.kind === kind).map(({ text }) => text);
}

/** The person a chip means, made if new; somebody first met at the event keeps that as how we met. */
function personOf(
  { book, clock }: CommandContext,
  chip: Chip,
  made: Map<string, PersonId>,
  metAt: EventRow | null,
): PersonId {
  if (chip.person !== null) return chip.person.id;
  const key = foldName(chip.text);
  const known = made.get(key);
  if (known !== undefined) return known;
  const id = insertPerson(
    book,
    {
      displayName: chip.text,
      howMet: metAt?.title ?? '',
      metOn: metAt === null ? null : contactDay(metAt, clock.today),
    },
    clock.now,
  );
  made.set(key, id);
  return id;
}

function withPerson(chip: Chip, { context, personId, made }: Writing): Chip {
  const isPerson = chip.kind === 'person' || chip.kind === 'knows' || chip.kind === 'via';
  if (!isPerson || chip.person !== null) return chip;
  const id = chip.kind === 'person' ? personId : made.get(foldName(chip.text));
  const person = id === undefined ? undefined : personRef(context.book, id);
  return person === undefined ? chip : { ...chip, person };
}

function writeProfile({ context, event, personId, day, chips }: Writing): void {
  const { book, clock } = context;
  const [organisation = null] = textsOf(chips, 'organisation');
  const [title = null] = textsOf(chips, 'title');
  if (organisation !== null || title !== null) addRole(book, { personId, organisation, title });
  for (const name of textsOf(chips, 'tag'))
    tagPersons(book, [personId], findOrCreateTag(book, name).id);
  for (const { kind, text } of chips) {
    if (kind === 'needs' || kind === 'offers') {
      const topicId = findOrCreateTopic(book, text).id;
      const said = { personId, topicId, kind, saidOn: day, eventId: event.id };
      addStatement(book, said, clock.today);
    } else if (kind === 'email' || kind === 'phone' || kind === 'url') {
      addContactPoint(book, { personId, kind, value: text });
    }
  }
}

function writeKnown({ context, event, personId, day, chips, made }: Writing): PersonId[] {
  return chips
    .filter(({ kind }) => kind === 'knows')
    .map((chip) => {
      const knownId = personOf(context, chip, made, null);
      addEvidence(context.book, personId, knownId, {
        kind: 'told',
        onDate: day,
        eventId: event.id,
      });
      return knownId;
    });
}

/** `via NAME`: they introduced me. I know them, they know the person: ties that were missing come with it. */
function writeIntroducers(writing: Writing): PersonId[] {
  const { context, event, meId, personId, day, chips, made } = writing;
  return chips
    .filter(({ kind }) => kind === 'via')
    .map((chip) => {
      const introducerId = personOf(context, chip, made, null);
      if (!hasReceivedIntroduction(context.book, introducerId, personId)) {
        insertIntroduction(
          context.book,
          {
            kind: 'received',
            state: 'met',
            introducerId,
            firstId: meId,
            secondId: personId,
            onDate: day,
            eventId: event.id,
          },
          context.clock.now,
        );
      }
      return introducerId;
    });
}

/** A follow-up's text is the quotation right after its day, else all that was noted. */
function writeFollowUps({ context, event, personId, chips }: Writing): void {
  const notes = textsOf(chips, 'note').join(' ');
  for (const [index, chip] of chips.entries()) {
    if (chip.kind !== 'follow_up' || chip.dueOn === null) continue;
    const next = chips[index + 1];
    const what = (next?.kind === 'note' ? next.text : notes).slice(0, 500);
    const followUp = { personId, dueOn: chip.dueOn, what, eventId: event.id };
    if (!hasOpenFollowUp(context.book, followUp)) insertFollowUp(context.book, followUp);
  }
}
