import { distance } from 'fastest-levenshtein';
import type { alikeReasons } from '../contract/topics.ts';
import { foldName } from '../tables/fold-name.ts';

export type AlikeReason = (typeof alikeReasons)[number];

/** What differs between forms of one word: accountant and accounting, designer and design. */
const endings = /(?:ing|ers|ors|ists|ants|er|or|ist|ant|ion|ions|s)$/u;
/** Shorter stems are shared by words that have nothing else in common. */
const shortestStem = 4;

/**
 * Why two names may mean one thing, or null when nothing speaks for it. Names are compared folded, without
 * blanks and signs; then without a plural s; then without an ending of the last word; then letter by letter:
 * one edit from five letters on, two from ten on.
 */
export function alikeReason(a: string, b: string): AlikeReason | null {
  const [left, right] = [foldName(a), foldName(b)];
  const [bareLeft, bareRight] = [bare(left), bare(right)];
  if (bareLeft === '' || bareRight === '') return null;
  if (bareLeft === bareRight) return 'spacing';
  if (singular(bareLeft) === singular(bareRight)) return 'plural';
  const [stemLeft, stemRight] = [bareLeft.replace(endings, ''), bareRight.replace(endings, '')];
  if (stemLeft === stemRight && stemLeft.length >= shortestStem) return 'ending';
  // "level 1" and "level 2" are one edit apart and mean different things
  if (digits(left) !== digits(right)) return null;
  const shorter = Math.min(bareLeft.length, bareRight.length);
  const allowed = shorter >= 10 ? 2 : shorter >= 5 ? 1 : 0;
  return distance(bareLeft, bareRight) <= allowed ? 'spelling' : null;
}

function bare(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]/gu, '');
}

function singular(word: string): string {
  return word.replace(/ies$/u, 'y').replace(/(?<=[sxz]|[cs]h)es$|(?<!s)s$/u, '');
}

function digits(folded: string): string {
  return folded.replace(/\D/g, '');
}

interface Named<Ref> {
  readonly ref: Ref;
  /** Its name, and other words for it. */
  readonly names: readonly string[];
}

/** Beyond so many names a comparison of each pair takes too long for a page; the first ones are compared then. */
const comparedAtMost = 1500;

/** All pairs that are alike by any of their names, the surest first, then in the order given. */
export function findAlike<Ref>(
  all: readonly Named<Ref>[],
): { a: Ref; b: Ref; reason: AlikeReason }[] {
  const order: readonly AlikeReason[] = ['spacing', 'plural', 'ending', 'spelling'];
  const compared = all.slice(0, comparedAtMost);
  const found = compared.flatMap((a, index) =>
    compared.slice(index + 1).flatMap((b) => {
      const reasons = a.names.flatMap((left) =>
        b.names.flatMap((right) => alikeReason(left, right) ?? []),
      );
      const reason = order.find((each) => reasons.includes(each));
      return reason === undefined ? [] : [{ a: a.ref, b: b.ref, reason }];
    }),
  );
  return found.toSorted((x, y) => order.indexOf(x.reason) - order.indexOf(y.reason));
}
