import type { PersonId } from '../../../src-main/contract/common.ts';
import type { Answer } from '../../api.ts';

export type Pair = Answer<'duplicates', 'find'>['rows'][number];

export function pairKey({ a, b }: Pick<Pair, 'a' | 'b'>): string {
  return `${a.id}-${b.id}`;
}

/** Who stays and who is joined in, unless chosen otherwise. */
export function rolesOf({ a, b, keep }: Pair): { keep: PersonId; gone: PersonId } {
  return keep === a.id ? { keep: a.id, gone: b.id } : { keep: b.id, gone: a.id };
}

/** The pairs in the order to be worked through: those put off come last. */
export function inWorkOrder(pairs: readonly Pair[], putOff: readonly string[]): readonly Pair[] {
  const place = (pair: Pair): number => putOff.indexOf(pairKey(pair));
  return pairs.toSorted((a, b) => place(a) - place(b));
}
