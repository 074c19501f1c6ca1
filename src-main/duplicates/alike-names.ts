import { misspelling } from '../tables/typo-keys.ts';

/** More words than this that differ are too many to guess from. */
const mostDifferent = 2;

/**
 * Whether two folded names, as words, may be one name written in two ways, though they are not equal. They share
 * a word; and of what remains either each word misspells, begins or abbreviates one of the other ("jon" and
 * "john", "j" and "jane"), or one name has nothing left and they share two words (a middle name left out).
 */
export function areAlike(a: readonly string[], b: readonly string[]): boolean {
  const common = a.filter((word) => b.includes(word));
  if (common.length === 0) return false;
  const restA = a.filter((word) => !common.includes(word));
  const restB = b.filter((word) => !common.includes(word));
  if (restA.length === 0 || restB.length === 0) {
    return common.length > 1 && restA.length + restB.length > 0;
  }
  if (restA.length !== restB.length || restA.length > mostDifferent) return false;
  const [a1 = '', a2] = restA;
  const [b1 = '', b2] = restB;
  if (a2 === undefined || b2 === undefined) return isMisspelt(a1, b1);
  return (isMisspelt(a1, b1) && isMisspelt(a2, b2)) || (isMisspelt(a1, b2) && isMisspelt(a2, b1));
}

function isMisspelt(a: string, b: string): boolean {
  return misspelling([a], [b]) !== null || misspelling([b], [a]) !== null;
}
