import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PersonRow } from '../../../src-main/contract/people.ts';
import { queryClient, read } from '../../api.ts';
import type { PeopleQuestion } from '../../people-search.ts';

/** Rows that one request brings. A screen shows about 20, so that at most two windows are looked at. */
const windowSize = 100;
/** A window that scrolls by faster than this, in milliseconds, is not asked for. */
const restBeforeAsking = 60;
/** Windows out of sight are forgotten after this, in milliseconds: what is kept makes the collector's pauses longer. */
const keepUnseen = 5_000;

function windowQuery(question: PeopleQuestion, page: number) {
  return {
    ...read('people', 'list', { ...question, offset: page * windowSize, limit: windowSize }),
    gcTime: keepUnseen,
  };
}

/** The first window: it tells how many people fit. Shows the former answer until the new one is there. */
export function usePeopleHead(question: PeopleQuestion) {
  return useQuery({ ...windowQuery(question, 0), placeholderData: keepPreviousData });
}

/** Asks for the first window without waiting for it; what is in the way of it is told when the page asks. */
export function askForHead(question: PeopleQuestion): void {
  void queryClient.prefetchQuery(windowQuery(question, 0));
}

/**
 * Reads a list of any length in windows: those around the rows from `first` to `last`. The answer gives the
 * row at an index of the whole list, or undefined while it is on its way.
 */
export function usePeopleWindows(
  question: PeopleQuestion,
  first: number,
  last: number,
): (index: number) => PersonRow | undefined {
  const client = useQueryClient();
  const head = usePeopleHead(question);
  const [settled] = useDebouncedValue(pagesBetween(first, last).join(' '), restBeforeAsking);
  useQueries({
    queries: settled
      .split(' ')
      .filter((page) => page !== '0')
      .map((page) => windowQuery(question, Number(page))),
  });
  return (index) => {
    const page = Math.floor(index / windowSize);
    const rows =
      page === 0
        ? head.data?.rows
        : client.getQueryData(windowQuery(question, page).queryKey)?.rows;
    return rows?.[index % windowSize];
  };
}

function pagesBetween(first: number, last: number): number[] {
  const from = Math.floor(Math.max(0, first) / windowSize);
  const to = Math.floor(Math.max(0, last) / windowSize);
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}
