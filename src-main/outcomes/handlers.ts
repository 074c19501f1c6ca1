import type { CommandContext, Handlers, QueryContext } from '../book/context.ts';
import type { OutcomeId, PersonId } from '../contract/common.ts';
import type { ParsedInputOf, StoreContract } from '../contract/index.ts';
import type { Outcome } from '../contract/outcomes.ts';
import { AppError } from '../contract/result.ts';
import { type CreditedOutcome, readCreditedOutcomes } from '../tables/credited-outcomes.ts';
import { findOrCreateOrganisation } from '../tables/organisations.ts';
import { personExists, personRefs } from '../tables/persons.ts';
import { findOrCreatePlatform } from '../tables/platforms.ts';
import { describeOutcomes } from './describe.ts';
import * as queries from './queries.ts';
import { groupBySource, sumByCurrency } from './sources.ts';

type Draft = ParsedInputOf<StoreContract['outcomes']['create']>;

/** Jobs and gains: what came of it, and where it came from. */
export const outcomesHandlers: Handlers<'outcomes'> = {
  list({ book }, { personId, introductionId }) {
    const all = readCreditedOutcomes(book).filter(
      (outcome) =>
        (introductionId === undefined || outcome.introductionId === introductionId) &&
        (personId === undefined || hasPart(outcome, personId)),
    );
    return describeOutcomes(book, all);
  },

  create(context, draft) {
    const row = checkDraft(context, draft);
    const made = describeOne(context, queries.insertOutcome(context.book, row));
    context.nameStep(`Log “${made.title}”`);
    return made;
  },

  update(context, { id, ...draft }) {
    const before = describeOne(context, id);
    const onDate = draft.onDate ?? before.onDate;
    queries.updateOutcome(context.book, id, checkDraft(context, { ...draft, onDate }));
    const after = describeOne(context, id);
    context.nameStep(`Edit “${after.title}”`);
    return after;
  },

  remove(context, { id }) {
    const { title } = describeOne(context, id);
    queries.deleteOutcome(context.book, id);
    context.nameStep(`Remove “${title}”`);
    return {};
  },

  sources({ book }) {
    const all = describeOutcomes(book, readCreditedOutcomes(book));
    return {
      total: { outcomes: all.length, sums: sumByCurrency(all) },
      by: {
        person: groupBySource(all, 'person'),
        client: groupBySource(all, 'client'),
        event: groupBySource(all, 'event'),
        platform: groupBySource(all, 'platform'),
        year: groupBySource(all, 'year'),
      },
    };
  },

  suggestOrigins({ book }, { personId }) {
    const introductions = queries.readIntroductionsTo(book, personId);
    const refs = personRefs(book, [
      personId,
      ...introductions.map(({ introducerId }) => introducerId),
    ]);
    const nameOf = (id: PersonId): string => refs.get(id)?.name ?? `#${id}`;
    return [
      ...introductions.map(({ id, introducerId, onDate }) => ({
        origin: { kind: 'introduction' as const, id },
        label: `${nameOf(introducerId)} introduced you`,
        onDate,
      })),
      ...queries.readEventsMetAt(book, personId).map(({ id, title, onDate }) => ({
        origin: { kind: 'event' as const, id },
        label: `Met at ${title}`,
        onDate,
      })),
    ];
  },
};

function hasPart({ clientPersonId, credit }: CreditedOutcome, personId: PersonId): boolean {
  return clientPersonId === personId || credit.people.includes(personId);
}

function describeOne({ book }: QueryContext, id: OutcomeId): Outcome {
  const [found] = describeOutcomes(
    book,
    readCreditedOutcomes(book).filter((outcome) => outcome.id === id),
  );
  if (found !== undefined) return found;
  throw new AppError(
    'NOT_FOUND',
    `There is no outcome ${id} in this book: it may have been removed.`,
  );
}

/** Checks that everything named is there and makes what may be made (an organisation, a platform). */
function checkDraft(context: CommandContext, draft: Draft): queries.NewOutcome {
  const { book, clock } = context;
  const { kind, title, client, value, note, platform, origin } = draft;
  const onDate = draft.onDate ?? clock.today;
  if (onDate > clock.today)
    throw new AppError(
      'INVALID_INPUT',
      `${onDate} is still to come: an outcome is logged when it is certain.`,
    );
  if (value !== null && !Intl.supportedValuesOf('currency').includes(value.currency))
    throw new AppError(
      'INVALID_INPUT',
      `“${value.currency}” is not the code of a currency. Codes look like GBP, EUR or USD.`,
    );
  if (client?.kind === 'person' && !personExists(book, client.id))
    throw new AppError('NOT_FOUND', `There is no person ${client.id} in this book.`);
  if (origin !== null && !queries.originExists(book, origin))
    throw new AppError(
      'NOT_FOUND',
      `There is no ${origin.kind} ${origin.id} in this book: it may have been removed.`,
    );
  return {
    kind,
    title,
    clientPersonId: client?.kind === 'person' ? client.id : null,
    clientOrganisationId:
      client?.kind === 'organisation' ? findOrCreateOrganisation(book, client.name) : null,
    amount: value?.amount ?? null,
    currency: value?.currency ?? null,
    onDate,
    note,
    platformId: platform === null ? null : findOrCreatePlatform(book, platform).id,
    origin,
  };
}
