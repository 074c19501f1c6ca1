import type {
  EventId,
  IntroductionId,
  PersonRef,
  ShareId,
} from '../../../src-main/contract/common.ts';
import type { OriginInput, Outcome } from '../../../src-main/contract/outcomes.ts';
import { parseAmount, typedAmount } from '../../text/money.ts';

/** What the form holds while it is filled in. */
export interface OutcomeForm {
  readonly kind: Outcome['kind'];
  readonly title: string;
  readonly clientKind: 'none' | 'person' | 'organisation';
  readonly person: PersonRef | null;
  readonly organisation: string;
  readonly amount: string;
  readonly currency: string;
  readonly onDate: string;
  readonly originKind: OriginInput['kind'] | 'none';
  /** Of an introduction, event or share; as a string, because choices have such values. */
  readonly originId: string | null;
  readonly through: PersonRef | null;
  readonly platform: string | null;
  readonly note: string;
}

/** The beginning of a form: an outcome to be edited, or what is known of a new one. */
export function beginForm(
  outcome: Outcome | null,
  today: string,
  given: Partial<OutcomeForm> = {},
): OutcomeForm {
  const client = outcome?.client ?? null;
  const origin = outcome?.origin ?? null;
  const value = outcome?.value ?? null;
  return {
    kind: outcome?.kind ?? 'job',
    title: outcome?.title ?? '',
    clientKind: client?.kind ?? 'none',
    person: client?.kind === 'person' ? client.person : null,
    organisation: client?.kind === 'organisation' ? client.organisation.name : '',
    amount: value === null ? '' : typedAmount(value),
    currency: value?.currency ?? 'GBP',
    onDate: outcome?.onDate ?? today,
    originKind: origin?.kind ?? 'none',
    originId: origin === null || origin.kind === 'person' ? null : String(origin.id),
    through: origin?.kind === 'person' ? (outcome?.credited[0] ?? null) : null,
    platform: outcome?.platform?.key ?? null,
    note: outcome?.note ?? '',
    ...given,
  };
}

/** What is wrong with a form: nothing of it may be guessed. */
export type FormFault = 'title' | 'amount' | 'onDate' | 'origin';

/** `today`: an outcome is logged when it is certain, so that its day is not still to come. */
export function faultsOf(form: OutcomeForm, today: string): Set<FormFault> {
  const faults = new Set<FormFault>();
  if (form.title.trim() === '') faults.add('title');
  if (form.amount.trim() !== '' && parseAmount(form.amount, form.currency) === null)
    faults.add('amount');
  if (form.onDate > today) faults.add('onDate');
  if (form.originKind !== 'none' && originOf(form) === null) faults.add('origin');
  return faults;
}

/** The form as the store takes it. To be called on a form without faults. */
export function toDraft(form: OutcomeForm) {
  const amount = parseAmount(form.amount, form.currency);
  const organisation = form.organisation.trim();
  return {
    kind: form.kind,
    title: form.title.trim(),
    client:
      form.clientKind === 'person' && form.person !== null
        ? { kind: 'person' as const, id: form.person.id }
        : form.clientKind === 'organisation' && organisation !== ''
          ? { kind: 'organisation' as const, name: organisation }
          : null,
    value: amount === null ? null : { amount, currency: form.currency },
    ...(form.onDate === '' ? {} : { onDate: form.onDate }),
    note: form.note,
    platform: form.platform,
    origin: originOf(form),
  };
}

function originOf({ originKind, originId, through }: OutcomeForm): OriginInput | null {
  if (originKind === 'person') return through === null ? null : { kind: 'person', id: through.id };
  if (originKind === 'none' || originId === null) return null;
  const id = Number(originId);
  if (originKind === 'introduction') return { kind: originKind, id: id as IntroductionId };
  if (originKind === 'event') return { kind: originKind, id: id as EventId };
  return { kind: originKind, id: id as ShareId };
}
