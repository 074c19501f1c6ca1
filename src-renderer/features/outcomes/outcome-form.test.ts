import { describe, expect, it } from 'vitest';
import type { IntroductionId, OutcomeId, PersonId } from '../../../src-main/contract/common.ts';
import type { Outcome } from '../../../src-main/contract/outcomes.ts';
import { beginForm, faultsOf, toDraft } from './outcome-form.ts';

const tom = { id: 7 as PersonId, name: 'Tom Okafor', isNamed: true };
const outcome: Outcome = {
  id: 1 as OutcomeId,
  kind: 'job',
  title: 'Menus',
  client: { kind: 'person', person: tom },
  value: { amount: 120_050, currency: 'EUR' },
  onDate: '2026-11-01',
  note: 'Four pages',
  platform: { key: 'linkedin', name: 'LinkedIn' },
  origin: { kind: 'introduction', id: 3 as IntroductionId },
  line: [],
  event: null,
  credited: [],
};

describe('the form of an outcome', () => {
  it('gives an edited outcome back as it was', () => {
    expect(toDraft(beginForm(outcome, '2026-11-24'))).toEqual({
      kind: 'job',
      title: 'Menus',
      client: { kind: 'person', id: 7 },
      value: { amount: 120_050, currency: 'EUR' },
      onDate: '2026-11-01',
      note: 'Four pages',
      platform: 'linkedin',
      origin: { kind: 'introduction', id: 3 },
    });
  });

  it('says what is missing, and takes a sum that is not there for none', () => {
    const empty = beginForm(null, '2026-11-24');
    expect([...faultsOf(empty, '2026-11-24')]).toEqual(['title']);
    expect(toDraft({ ...empty, title: ' A tip ' })).toMatchObject({ title: 'A tip', value: null });
    const wrong = { ...empty, title: 'x', amount: 'much', originKind: 'event' } as const;
    expect([...faultsOf(wrong, '2026-11-24')]).toEqual(['amount', 'origin']);
  });

  it('takes today, and no day that is still to come', () => {
    const form = { ...beginForm(null, '2026-11-24'), title: 'A tip' };
    expect(faultsOf(form, '2026-11-24').size).toBe(0);
    expect([...faultsOf({ ...form, onDate: '2026-11-25' }, '2026-11-24')]).toEqual(['onDate']);
  });

  it('leaves out what was filled in and then not chosen', () => {
    const form = {
      ...beginForm(outcome, '2026-11-24'),
      clientKind: 'none',
      originKind: 'none',
    } as const;
    expect(toDraft(form)).toMatchObject({ client: null, origin: null });
  });
});
