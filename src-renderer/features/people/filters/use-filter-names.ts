import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read } from '../../../api.ts';
import { usePlatformNames } from '../../../components/use-platform-names.ts';
import { listOf, type PeopleSearch } from '../../../people-search.ts';

export type Named = 'tag' | 'platform' | 'organisation' | 'topic' | 'event';
export type NameOf = (kind: Named, id: number | string) => string | undefined;

/** The names of what a filter names by id; undefined for what is gone (and while it is on its way). */
export function useFilterNames(search: PeopleSearch): NameOf {
  const platformName = usePlatformNames();
  const tags = useQuery(read('tags', 'list', {})).data;
  const topics = useQuery(read('topics', 'list', {})).data;
  const { data } = useQuery({
    ...read('people', 'filterNames', {
      organisationIds: [...listOf(search.organisation)],
      eventIds: [...listOf(search.event)],
    }),
    placeholderData: keepPreviousData,
  });
  return (kind, id) => {
    switch (kind) {
      case 'platform':
        return platformName(String(id));
      case 'tag':
        return tags?.find((tag) => tag.id === id)?.name;
      case 'topic':
        return topics?.find((topic) => topic.id === id)?.name;
      case 'organisation':
        return data?.organisations.find((organisation) => organisation.id === id)?.name;
      case 'event':
        return data?.events.find((event) => event.id === id)?.title;
    }
  };
}
