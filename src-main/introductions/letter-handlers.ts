import dayjs from 'dayjs';
import type { CommandContext, Handlers, QueryContext } from '../book/context.ts';
import type { IntroductionId, PersonId } from '../contract/common.ts';
import type { OutputOf, ParsedInputOf, StoreContract } from '../contract/index.ts';
import { type Introduction, introductionWay } from '../contract/introductions.ts';
import { AppError } from '../contract/result.ts';
import { requireMe } from '../tables/resolve-person.ts';
import { insertThanks } from '../tables/thanks.ts';
import { dayOfChange, moveIntroduction, reminderOf } from './change-state.ts';
import { describeOne, requireRow, titleOf } from './describe-introductions.ts';
import * as letters from './letter-queries.ts';
import * as queries from './queries.ts';
import type { IntroductionState } from './states.ts';

type Letters = StoreContract['letters'];
type Facts = OutputOf<Letters['factsFor']>;
type LetterKind = ParsedInputOf<Letters['factsFor']>['kind'];
type SentKind = ParsedInputOf<Letters['record']>['kind'];

/** Who writes to whom about whom. */
interface Address {
  readonly recipientIds: readonly [PersonId, ...PersonId[]];
  readonly personId: PersonId;
  readonly otherId?: PersonId;
}

/** The state that a letter leads to when it is sent; reminding and thanking lead to none. */
const stateAfter: Readonly<Record<SentKind, IntroductionState | null>> = {
  ask: 'asked',
  ask_target: 'permission_asked',
  ask_other: 'permission_asked',
  introduce: 'made',
  thanks: null,
  reminder: null,
};
const sentNames: Readonly<Record<SentKind, string>> = {
  ask: 'the ask',
  ask_target: 'the asking of permission',
  ask_other: 'the asking of the other one',
  introduce: 'the introduction',
  thanks: 'the thanks',
  reminder: 'a reminder',
};

function addressOf(introduction: Introduction, letter: LetterKind): Address {
  const { kind, introducer, first, second } = introduction;
  const toSecond: Address = { recipientIds: [second.id], personId: first.id };
  const toIntroducer: Address = { recipientIds: [introducer.id], personId: second.id };
  const known: Partial<Record<LetterKind, Address>> =
    kind === 'make'
      ? {
          ask_target: toSecond,
          ask_other: { recipientIds: [first.id], personId: second.id },
          introduce: {
            recipientIds: [first.id, second.id],
            personId: first.id,
            otherId: second.id,
          },
          reminder: toSecond,
        }
      : kind === 'ask'
        ? { ask: toIntroducer, reminder: toIntroducer, thanks: toIntroducer, let_go: toIntroducer }
        : { thanks: toIntroducer };
  const address = known[letter];
  if (address !== undefined) return address;
  throw new AppError(
    'INVALID_INPUT',
    `The introduction of ${titleOf(introduction)} has no letter of this kind.`,
  );
}

function readFacts(
  context: QueryContext,
  { recipientIds, personId, otherId }: Address,
  about: Pick<Facts, 'topic' | 'goal' | 'since'>,
): Facts {
  const { book, clock } = context;
  const [recipientId] = recipientIds;
  const meeting = queries.findLastMeeting(book, recipientId, clock.today);
  const howMet = letters.findHowMet(book, recipientId).trim();
  return {
    me: queries.requireLetterPerson(book, requireMe(book)),
    recipients: recipientIds.map((id) => queries.requireLetterPerson(book, id)),
    person: queries.requireLetterPerson(book, personId),
    other: otherId === undefined ? null : queries.requireLetterPerson(book, otherId),
    howWeMet: howMet === '' ? null : howMet,
    lastMeeting:
      meeting === undefined
        ? null
        : {
            title: meeting.title,
            isRecent: dayjs(clock.today).diff(meeting.heldOn, 'day') <= 60,
          },
    reasons: queries.listReasons(book, recipientId, personId),
    ...about,
  };
}

function requireTemplate({ book }: QueryContext, id: number): letters.TemplateRow {
  const template = letters.listTemplates(book).find((row) => row.id === id);
  if (template !== undefined) return template;
  throw new AppError('NOT_FOUND', 'This template is no longer there.');
}

/** Moves an introduction on to where a letter leads, if it may go there; else only waits for an answer anew. Thanks end nothing. */
function moveAfter(
  context: CommandContext,
  before: Introduction,
  kind: SentKind,
  onDate: string,
): void {
  const target = stateAfter[kind];
  // a letter moves it on, never back; a no begins anew
  const isAhead =
    target !== null && introductionWay.indexOf(target) > introductionWay.indexOf(before.state);
  if (target !== null && isAhead && before.next.includes(target)) {
    moveIntroduction(context, before.id, { state: target, outcome: null, onDate, note: '' });
    return;
  }
  if (kind === 'thanks') return;
  const remindOn = reminderOf(before.state, onDate);
  if (remindOn !== null) waitAnew(context, before.id, remindOn);
}

/** Only the day on which it comes back changes. */
function waitAnew(context: CommandContext, id: IntroductionId, remindOn: string): void {
  const { goal, goalId, message, note, cameFromId, eventId } = requireRow(context, id);
  const details = { goal, goalId, message, note, cameFromId, eventId, remindOn };
  queries.updateDetails(context.book, id, details);
}

/** Letters around introductions. The words themselves are put together in the window, from templates. */
export const lettersHandlers: Handlers<'letters'> = {
  templates: ({ book }) => letters.listTemplates(book),

  saveTemplate(context, template) {
    const { book, nameStep } = context;
    const { id, kind, name, replacesShipped } = template;
    if (id !== null) requireTemplate(context, id);
    const rival = letters
      .listTemplates(book)
      .find((row) => row.replacesShipped && row.kind === kind && row.id !== id);
    if (replacesShipped && rival !== undefined)
      throw new AppError(
        'CONFLICT',
        `“${rival.name}” stands in the place of the letter that comes with Acquaint already: change that one.`,
      );
    nameStep(`${id === null ? 'Add' : 'Change'} the letter “${name}”`);
    return { id: letters.writeTemplate(book, template) };
  },

  removeTemplate(context, { id }) {
    const { name, replacesShipped } = requireTemplate(context, id);
    letters.deleteTemplate(context.book, id);
    context.nameStep(`${replacesShipped ? 'Reset' : 'Delete'} the letter “${name}”`);
    return {};
  },

  factsForAsk(context, { introducerId, targetId, topicId }) {
    const topic = topicId === null ? null : (queries.findTopicName(context.book, topicId) ?? null);
    const address: Address = { recipientIds: [introducerId], personId: targetId };
    return readFacts(context, address, { topic, goal: null, since: null });
  },

  factsFor(context, { introductionId, kind }) {
    const introduction = describeOne(context, introductionId);
    const { topic, goal, since } = introduction;
    return readFacts(context, addressOf(introduction, kind), {
      topic: topic?.name ?? null,
      goal: goal === '' ? null : goal,
      since,
    });
  },

  record(context, { introductionId, kind, subject, body, onDate }) {
    const before = describeOne(context, introductionId);
    addressOf(before, kind);
    const sentOn = dayOfChange(context, onDate, before.since);
    letters.insertLetter(context.book, { introductionId, kind, subject, body, sentOn });
    if (kind === 'thanks')
      insertThanks(context.book, {
        personId: before.introducer.id,
        onDate: sentOn,
        note: subject,
      });
    moveAfter(context, before, kind, sentOn);
    context.nameStep(`Keep ${sentNames[kind]} for ${titleOf(before)}`);
    return describeOne(context, introductionId);
  },

  sent: ({ book }, { introductionId }) => letters.listSent(book, introductionId),
};
