import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read } from '../../api.ts';
import { foldText } from '../../components/fold-text.ts';
import type { Completion } from './line-completion.ts';

const shown = 6;

/** Names in the book that begin as what is typed at the caret, without the one that is typed already. */
export function useCompletions(completion: Completion | null): string[] {
  const query = completion?.query ?? '';
  const is = (kind: Completion['kind']): boolean => completion?.kind === kind;
  const people = useQuery({
    ...read('people', 'complete', { text: query, limit: shown }),
    enabled: is('person'),
    placeholderData: keepPreviousData,
  });
  const organisations = useQuery({
    ...read('people', 'organisations', { text: query, limit: shown }),
    enabled: is('organisation'),
    placeholderData: keepPreviousData,
  });
  const tags = useQuery({ ...read('tags', 'list', {}), enabled: is('tag') });
  const topics = useQuery({ ...read('topics', 'list', {}), enabled: is('topic') });
  if (completion === null) return [];
  const found = {
    person: people.data,
    organisation: organisations.data,
    tag: tags.data,
    // another word for a topic completes as well as its name
    topic: topics.data?.flatMap(({ name, synonyms }) =>
      [name, ...synonyms].map((word) => ({ name: word })),
    ),
  }[completion.kind];
  const wanted = foldText(query);
  const isListed = completion.kind === 'tag' || completion.kind === 'topic';
  return [...new Set((found ?? []).map(({ name }) => name))]
    .filter((name) => name.toLocaleLowerCase() !== query.toLocaleLowerCase())
    .filter((name) => !isListed || foldText(name).includes(wanted))
    .slice(0, shown);
}
