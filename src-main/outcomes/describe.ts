import type { ReadableBook } from '../book/access.ts';
import type { PersonId, PersonRef } from '../contract/common.ts';
import type { DescentStep, Outcome, OriginInput } from '../contract/outcomes.ts';
import type { CreditedOutcome, OutcomeRow } from '../tables/credited-outcomes.ts';
import { personRefs } from '../tables/persons.ts';
import { listPlatforms } from '../tables/platforms.ts';
import { readEvents, readOrganisations, readSteps, type StepRow } from './queries.ts';

const present = <T>(value: T | null | undefined): value is T =>
  value !== null && value !== undefined;

/** Outcomes as pages show them: with names, lines of descent and whom they are credited to. In the same order. */
export function describeOutcomes(
  book: ReadableBook,
  outcomes: readonly CreditedOutcome[],
): Outcome[] {
  const steps = readSteps(book, new Set(outcomes.flatMap(({ credit }) => credit.line)));
  const people = [
    ...outcomes.flatMap(({ clientPersonId, credit }) => [clientPersonId, ...credit.people]),
    ...[...steps.values()].flatMap((step) => [step.introducerId, step.firstId, step.secondId]),
  ].filter(present);
  const refs = personRefs(book, new Set(people));
  const named = (id: PersonId): PersonRef => refs.get(id) ?? { id, name: `#${id}`, isNamed: false };
  const organisations = readOrganisations(
    book,
    new Set(outcomes.map((row) => row.clientOrganisationId).filter(present)),
  );
  const events = readEvents(
    book,
    new Set(outcomes.map(({ credit }) => credit.eventId).filter(present)),
  );
  const platforms = new Map(listPlatforms(book).map((platform) => [platform.id, platform]));
  return outcomes.map((row) => {
    const platform = platforms.get(row.platformId ?? row.sharePlatformId ?? -1);
    return {
      id: row.id,
      kind: row.kind,
      title: row.title,
      client: clientOf(row, named, organisations),
      value: valueOf(row),
      onDate: row.onDate,
      note: row.note,
      platform: platform === undefined ? null : { key: platform.key, name: platform.name },
      origin: originOf(row),
      line: row.credit.line.flatMap((id) => describeStep(steps.get(id), named)),
      event: (row.credit.eventId === null ? null : events.get(row.credit.eventId)) ?? null,
      credited: row.credit.people.map(named),
    };
  });
}

/** The value of an outcome, or null if it was not counted in money. */
export function valueOf({ amount, currency }: OutcomeRow): Outcome['value'] {
  return amount === null || currency === null ? null : { amount, currency };
}

function clientOf(
  { clientPersonId, clientOrganisationId }: OutcomeRow,
  named: (id: PersonId) => PersonRef,
  organisations: ReturnType<typeof readOrganisations>,
): Outcome['client'] {
  if (clientPersonId !== null) return { kind: 'person', person: named(clientPersonId) };
  const organisation = organisations.get(clientOrganisationId ?? -1);
  return organisation === undefined ? null : { kind: 'organisation', organisation };
}

function originOf(row: OutcomeRow): OriginInput | null {
  if (row.introductionId !== null) return { kind: 'introduction', id: row.introductionId };
  if (row.eventId !== null) return { kind: 'event', id: row.eventId };
  if (row.personId !== null) return { kind: 'person', id: row.personId };
  return row.shareId === null ? null : { kind: 'share', id: row.shareId };
}

function describeStep(
  step: StepRow | undefined,
  named: (id: PersonId) => PersonRef,
): DescentStep[] {
  if (step === undefined) return [];
  const { introductionId, kind, onDate, introducerId, firstId, secondId } = step;
  return [
    {
      introductionId,
      kind,
      introducer: named(introducerId),
      first: named(firstId),
      second: named(secondId),
      onDate,
    },
  ];
}
