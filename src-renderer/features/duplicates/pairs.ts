import type { PersonId } from '../../../src-main/contract/common.ts';
import type { Answer } from '../../api.ts';

export type Pair = Answer<'duplicates', 'find'>['rows'][number];
type Reason = Pair['reasons'][number];

export function pairKey({ a, b }: Pick<Pair, 'a' | 'b'>): string {
  return `${a.id}-${b.id}`;
}

/** Who stays and who is joined in, unless chosen otherwise. */
export function rolesOf({ a, b, keep }: Pair): { keep: PersonId; gone: PersonId } {
  return keep === a.id ? { keep: a.id, gone: b.id } : { keep: b.id, gone: a.id };
}

/** The two side by side; after the answer the work goes on here. */
export function mergeOf(pair: Pair) {
  return { ...rolesOf(pair), from: 'duplicates' } as const;
}

/** What a reason says already when it stands beside another one. */
const saidBy: Readonly<Partial<Record<Reason['kind'], readonly Reason['kind'][]>>> = {
  sameName: ['sameNameAtOrganisation'],
  alikeNames: ['alikeAtOrganisation'],
  // an import asks because of a name
  asked: ['sameName', 'sameNameAtOrganisation', 'alikeNames', 'alikeAtOrganisation'],
};

/** Reasons without those that another one says as well. */
export function tellingReasons(reasons: readonly Reason[]): readonly Reason[] {
  const kinds = new Set(reasons.map(({ kind }) => kind));
  return reasons.filter(({ kind }) => !(saidBy[kind] ?? []).some((other) => kinds.has(other)));
}

/** Whether both bear one name. Of those who do not, a merge in bulk asks one by one. */
export function haveOneName({ reasons }: Pair): boolean {
  return reasons.some(({ kind }) => kind === 'sameName' || kind === 'sameNameAtOrganisation');
}

/** The pairs in the order to be worked through: those put off come last. */
export function inWorkOrder(pairs: readonly Pair[], putOff: readonly string[]): readonly Pair[] {
  const place = (pair: Pair): number => putOff.indexOf(pairKey(pair));
  return pairs.toSorted((a, b) => place(a) - place(b));
}
