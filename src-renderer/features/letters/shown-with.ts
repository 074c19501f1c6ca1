import { useQuery } from '@tanstack/react-query';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { read } from '../../api.ts';
import type { LetterKind } from '../../text/letters.ts';
import { exampleFacts } from './example-facts.ts';
import type { LetterFacts } from './letter-values.ts';

/** More would not be chosen from: the latest are remembered best. */
const mostChoices = 30;

/** The introductions that have a letter of each kind. The store refuses the others. */
const introductionsOf: Record<LetterKind, readonly Introduction['kind'][]> = {
  ask: ['ask'],
  blurb: ['ask'],
  ask_target: ['make'],
  ask_other: ['make'],
  introduce: ['make'],
  thanks: ['ask', 'received'],
  let_go: ['ask'],
  reminder: ['ask', 'make'],
};

/** Introductions of the book that have such a letter, the latest first; undefined while they are read. */
export function useExamples(kind: LetterKind): readonly Introduction[] | undefined {
  const { data } = useQuery(read('introductions', 'list', {}));
  return data
    ?.filter((introduction) => introductionsOf[kind].includes(introduction.kind))
    .toSorted((a, b) => b.since.localeCompare(a.since) || b.id - a.id)
    .slice(0, mostChoices);
}

/** What a template is shown with: people of the book, or made-up ones where no introduction is chosen; undefined while they are read. */
export function useShownFacts(
  kind: LetterKind,
  example: Introduction | undefined,
): LetterFacts | undefined {
  const { data } = useQuery({
    ...read('letters', 'factsFor', {
      introductionId: example?.id ?? 0,
      // the paragraph stands in the letter that asks
      kind: kind === 'blurb' ? 'ask' : kind,
    }),
    enabled: example !== undefined,
  });
  return example === undefined ? exampleFacts(kind) : data;
}
