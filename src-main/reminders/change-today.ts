import type { CommandContext, Handlers } from '../book/context.ts';
import type { IntroductionId, PersonId, PersonRef } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import type { Rhythm, TodayLine } from '../contract/today.ts';
import { finishFollowUp, personOfFollowUp } from '../tables/follow-ups.ts';
import { logContact } from '../tables/interactions.ts';
import { personRef } from '../tables/persons.ts';
import { ensureMe } from '../tables/resolve-person.ts';
import { daysFrom } from './birthdays.ts';
import {
  moveFollowUp,
  moveReminder,
  putOff,
  forgetPutOff,
  readReminder,
  removeRhythms,
  setRhythms,
} from './queries.ts';
import { birthdaysOn } from './read-today.ts';

type Changing = 'finish' | 'snooze' | 'logContact' | 'setRhythm';

/** A fading tie that is let go does not come back for half a year. */
const letGoFor = 182;
/** A birthday can be ticked off this many days ahead. */
const birthdayReach = 31;

/** What is done about the lines of Today. Each is one step of undo. */
export const changeToday: Pick<Handlers<'today'>, Changing> = {
  finish: (context, { line }) => {
    const person = personOf(context, line);
    context.nameStep(finish(context, line, person));
    return {};
  },
  snooze: (context, { line, until }) => {
    const { book, clock, nameStep } = context;
    if (until <= clock.today) {
      throw new AppError(
        'INVALID_INPUT',
        `${until} is not after today: name a day on which this is to come back.`,
      );
    }
    const person = personOf(context, line);
    if (line.kind === 'follow_up') moveFollowUp(book, line.id, until);
    else if (line.kind === 'introduction') moveReminder(book, line.id, until);
    else putOff(book, line.kind, line.id, until);
    forgetPutOff(book, clock.today);
    nameStep(`Put ${person.name} off until ${until}`);
    return {};
  },
  logContact: (context, { personId, kind, note, finishes }) => {
    const { book, clock, nameStep } = context;
    const person = existing(context, personId);
    logContact(book, {
      me: ensureMe(book, clock.now),
      personId,
      kind,
      onDate: clock.today,
      note: note.trim(),
    });
    // A rhythm needs nothing more: it counts from the contact.
    if (finishes !== null && finishes.kind !== 'keep_in_touch') finish(context, finishes, person);
    nameStep(`Log a ${kind} with ${person.name}`);
    return {};
  },
  setRhythm: ({ book, clock, nameStep }, { ids, rhythm }) => {
    const changed =
      rhythm === null ? removeRhythms(book, ids) : setRhythms(book, ids, rhythm, clock.today);
    const [first] = ids;
    const only = ids.length === 1 && first !== undefined ? personRef(book, first)?.name : undefined;
    const whom = only ?? (changed === 1 ? '1 person' : `${changed} people`);
    nameStep(
      rhythm === null
        ? `No rhythm any more for ${whom}`
        : `Keep in touch with ${whom} ${describeRhythm(rhythm)}`,
    );
    return { changed };
  },
};

/** 'every week', 'every 3 months'. */
function describeRhythm({ every, unit }: Rhythm): string {
  return every === 1 ? `every ${unit}` : `every ${every} ${unit}s`;
}

/** Ends a line and says what that was, for the step's name. */
function finish(context: CommandContext, line: TodayLine, person: PersonRef): string {
  const { book, clock } = context;
  switch (line.kind) {
    case 'follow_up':
      finishFollowUp(book, line.id, clock.today);
      return `Finish a follow-up with ${person.name}`;
    case 'introduction':
      moveReminder(book, line.id, null);
      return `Stop reminding me of ${person.name}`;
    case 'keep_in_touch':
      logContact(book, {
        me: ensureMe(book, clock.now),
        personId: line.id,
        kind: 'conversation',
        onDate: clock.today,
      });
      return `Log a conversation with ${person.name}`;
    case 'birthday':
      putOff(book, line.kind, line.id, dayAfterBirthday(context, line.id));
      return `Birthday of ${person.name}: done`;
    case 'fading':
      putOff(book, line.kind, line.id, dayIn(clock.today, letGoFor));
      return `Let the tie with ${person.name} be`;
  }
}

function dayIn(today: string, days: number): string {
  return daysFrom(today, days + 1).at(-1) ?? today;
}

/** So that the birthday of next year comes up again. */
function dayAfterBirthday(context: CommandContext, id: PersonId): string {
  const { today } = context.clock;
  const days = daysFrom(today, birthdayReach);
  const own = birthdaysOn(context, days).find(({ personId }) => personId === id);
  return dayIn(own?.onDate ?? today, 1);
}

function personOf(context: CommandContext, line: TodayLine): PersonRef {
  if (line.kind === 'follow_up') return existing(context, personOfFollowUp(context.book, line.id));
  if (line.kind === 'introduction') return existing(context, reminded(context, line.id));
  return existing(context, line.id);
}

/** The other one of an introduction, by whom it is remembered best. Throws NOT_FOUND. */
function reminded({ book }: CommandContext, id: IntroductionId): PersonId {
  const secondId = readReminder(book, id);
  if (secondId === undefined) {
    throw new AppError('NOT_FOUND', 'This introduction is no longer there: it has been removed.');
  }
  return secondId;
}

function existing({ book }: CommandContext, id: PersonId): PersonRef {
  const ref = personRef(book, id);
  if (ref === undefined) {
    throw new AppError('NOT_FOUND', `There is no person #${id} in this book any more.`);
  }
  return ref;
}
