import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AskTarget } from '../../../src-main/contract/networks.ts';
import { type Question, read } from '../../api.ts';
import { toTieFilter } from '../../components/tie-filters.tsx';
import type { AskFilterValue } from './ask-filters.tsx';

/** The question that all parts of the page are about: ways to people whom I do not know yet. */
export function toQuestion(
  target: AskTarget,
  filters: AskFilterValue,
): Question<'chains', 'heldBack'> {
  return { target, onlyNew: true, hops: filters.hops, filter: toTieFilter(filters) };
}

/** More contacts than that are not ranked: nobody asks the hundredth. */
export const mostContacts = 100;

export function useAskAnswer(target: AskTarget, filters: AskFilterValue) {
  return useQuery({
    ...read('chains', 'ask', {
      ...toQuestion(target, filters),
      limit: mostContacts,
      sort: filters.sort,
    }),
    placeholderData: keepPreviousData,
  });
}
