import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src-main/contract/common.ts';
import { haveOneName, inWorkOrder, type Pair, pairKey, rolesOf, tellingReasons } from './pairs.ts';

function pair(a: number, b: number, keep = a): Pair {
  const person = (id: number) => ({ id: id as PersonId, name: `P${id}`, isNamed: true, hint: '' });
  return {
    a: person(a),
    b: person(b),
    score: 0.5,
    reasons: [],
    isSure: false,
    keep: keep as PersonId,
  };
}

describe('pairs that may be one person', () => {
  it('come in their order, those put off last and in the order of being put off', () => {
    const pairs = [pair(1, 2), pair(3, 4), pair(5, 6)];
    expect(inWorkOrder(pairs, ['3-4', '1-2']).map(pairKey)).toEqual(['5-6', '3-4', '1-2']);
    expect(inWorkOrder(pairs, [])).toEqual(pairs);
  });

  it('say each reason once: what a stronger one says as well is left out', () => {
    const reasons = (...kinds: Pair['reasons'][number]['kind'][]) =>
      kinds.map((kind) => ({ kind, detail: kind }));
    const told = (...kinds: Pair['reasons'][number]['kind'][]) =>
      tellingReasons(reasons(...kinds)).map(({ kind }) => kind);
    expect(told('sameEmail', 'sameNameAtOrganisation', 'sameName', 'asked')).toEqual([
      'sameEmail',
      'sameNameAtOrganisation',
    ]);
    expect(told('asked')).toEqual(['asked']);
    expect(told('samePhone', 'asked')).toEqual(['samePhone', 'asked']);
    expect(told('alikeNames', 'otherBirthday')).toEqual(['alikeNames', 'otherBirthday']);
  });

  it('are ticked for a merge in bulk only if both bear one name', () => {
    const of = (kind: Pair['reasons'][number]['kind']): Pair => ({
      ...pair(1, 2),
      reasons: [
        { kind: 'sameEmail', detail: 'a@b.example' },
        { kind, detail: '' },
      ],
    });
    expect(haveOneName(of('sameName'))).toBe(true);
    expect(haveOneName(of('sameNameAtOrganisation'))).toBe(true);
    expect(haveOneName(of('alikeNames'))).toBe(false);
    expect(haveOneName(of('samePhone'))).toBe(false);
  });

  it('say who stays', () => {
    expect(rolesOf(pair(1, 2, 2))).toEqual({ keep: 2, gone: 1 });
    expect(rolesOf(pair(1, 2, 1))).toEqual({ keep: 1, gone: 2 });
  });
});
