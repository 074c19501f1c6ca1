import type { PersonId } from '../contract/common.ts';
import type { DuplicateReason } from '../contract/duplicates.ts';
import type { Names } from './names.ts';
import type { PairReasons } from './pair-reasons.ts';

export interface LikelyPair {
  readonly low: PersonId;
  readonly high: PersonId;
  /** In (0, 1). */
  readonly score: number;
  /** Of those about an organisation the detail is its id. */
  readonly reasons: readonly DuplicateReason[];
  /** More than the name speaks for it. */
  readonly isSure: boolean;
}

/**
 * What each reason adds, in (0, 1); they add up as 1 - product(1 - w), as evidence of ties does. Figures of
 * judgement, for the order of the list alone.
 */
const weights: Readonly<Record<DuplicateReason['kind'], number>> = {
  sameEmail: 0.85,
  samePhone: 0.7,
  sameNameAtOrganisation: 0.7,
  sameName: 0.4,
  alikeAtOrganisation: 0.5,
  alikeNames: 0.25,
  sameBirthday: 0.6,
  otherBirthday: 0,
  asked: 0.3,
};
/** An address that two people of quite different names have is often a family's or a firm's. */
const otherNamesFactor = 0.5;
const otherBirthdayFactor = 0.2;

const beyondName = new Set<DuplicateReason['kind']>([
  'sameEmail',
  'samePhone',
  'sameNameAtOrganisation',
  'sameBirthday',
]);

/** How likely each pair is one person, by all its reasons. */
export function judgePairs(pairs: PairReasons, names: Names): LikelyPair[] {
  return [...pairs.all()].map(({ low, high, reasons }) => judge(low, high, reasons, names));
}

function judge(
  low: PersonId,
  high: PersonId,
  reasons: readonly DuplicateReason[],
  names: Names,
): LikelyPair {
  const canBeOne = names.canBeOne(low, high) || reasons.some(({ kind }) => kind === 'sameName');
  const isContradicted = reasons.some(({ kind }) => kind === 'otherBirthday');
  const doubt = reasons.reduce((left, { kind }) => {
    const isAddress = kind === 'sameEmail' || kind === 'samePhone';
    return left * (1 - weights[kind] * (isAddress && !canBeOne ? otherNamesFactor : 1));
  }, 1);
  return {
    low,
    high,
    reasons,
    score: (1 - doubt) * (isContradicted ? otherBirthdayFactor : 1),
    isSure: canBeOne && !isContradicted && reasons.some(({ kind }) => beyondName.has(kind)),
  };
}

/** The likeliest first, of equal ones the smaller ids first. */
export function byLikelihood(a: LikelyPair, b: LikelyPair): number {
  return b.score - a.score || a.low - b.low || a.high - b.high;
}
