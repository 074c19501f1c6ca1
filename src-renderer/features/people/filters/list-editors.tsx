import { SegmentedControl, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  EventId,
  OrganisationId,
  TagId,
  TopicId,
} from '../../../../src-main/contract/common.ts';
import { read } from '../../../api.ts';
import { listOf, manyOf } from '../../../people-search.ts';
import { day } from '../../../text/common.ts';
import { text } from '../../../text/index.ts';
import { type Choice, ChoiceEditor } from './choice-editor.tsx';
import type { EditorProps } from './filter-editor.tsx';
import { useFilterNames } from './use-filter-names.ts';

const words = text.peopleFilters;

const strings = (ids: readonly number[]): string[] => ids.map(String);
const numbers = <Id extends number>(values: readonly string[]): Id[] =>
  values.map((value) => Number(value) as Id);

export function TagEditor({ search, put }: EditorProps) {
  const { data = [] } = useQuery(read('tags', 'list', {}));
  return (
    <ChoiceEditor
      kind="tag"
      data={data.map(({ id, name, people }) => ({
        value: String(id),
        label: words.withCount(name, people),
      }))}
      value={strings(listOf(search.tag))}
      onChange={(value) => put({ tag: manyOf(numbers<TagId>(value)) })}
      mode={search.tagMode ?? 'all'}
      onMode={(tagMode) => put({ tagMode })}
    />
  );
}

export function PlatformEditor({ search, put }: EditorProps) {
  const { data = [] } = useQuery(read('book', 'platforms', {}));
  return (
    <ChoiceEditor
      kind="platform"
      data={data.map(({ key, name }) => ({ value: key, label: name }))}
      value={listOf(search.platform)}
      onChange={(value) => put({ platform: manyOf(value) })}
      mode={search.platformMode ?? 'any'}
      onMode={(platformMode) => put({ platformMode })}
    />
  );
}

export function TopicEditor({ search, put }: EditorProps) {
  const { data = [] } = useQuery(read('topics', 'list', {}));
  return (
    <Stack gap="sm">
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={words.kinds.topic}
        data={(['both', 'offers', 'needs'] as const).map((side) => ({
          value: side,
          label: words.side[side],
        }))}
        value={search.topicSide ?? 'both'}
        onChange={(side) =>
          put({ topicSide: side === 'offers' || side === 'needs' ? side : undefined })
        }
      />
      <ChoiceEditor
        kind="topic"
        // Other words stand in the label, so that typing one finds the topic.
        data={data.map(({ id, name, synonyms }) => ({
          value: String(id),
          label: words.alsoCalled(name, synonyms),
        }))}
        value={strings(listOf(search.topic))}
        onChange={(value) => put({ topic: manyOf(numbers<TopicId>(value)) })}
      />
    </Stack>
  );
}

/** Puts what is chosen before what was found, so that its name is known whatever is typed. */
function withChosen(found: readonly Choice[], chosen: readonly Choice[]): Choice[] {
  const known = new Set(found.map(({ value }) => value));
  return [...chosen.filter(({ value }) => !known.has(value)), ...found];
}

export function OrganisationEditor({ search, put }: EditorProps) {
  const [typed, setTyped] = useState('');
  const nameOf = useFilterNames(search);
  const { data = [] } = useQuery({
    ...read('people', 'organisations', { text: typed, limit: 50 }),
    placeholderData: keepPreviousData,
  });
  const ids = listOf(search.organisation);
  return (
    <ChoiceEditor
      kind="organisation"
      data={withChosen(
        data.map(({ id, name, people }) => ({
          value: String(id),
          label: words.withCount(name, people),
        })),
        ids.map((id) => ({
          value: String(id),
          label: nameOf('organisation', id) ?? words.gone,
        })),
      )}
      value={strings(ids)}
      onChange={(value) => put({ organisation: manyOf(numbers<OrganisationId>(value)) })}
      onSearch={setTyped}
    />
  );
}

export function EventEditor({ search, put }: EditorProps) {
  const [typed, setTyped] = useState('');
  const nameOf = useFilterNames(search);
  const { data } = useQuery({
    ...read('events', 'list', { text: typed, limit: 50 }),
    placeholderData: keepPreviousData,
  });
  const ids = listOf(search.event);
  return (
    <ChoiceEditor
      kind="event"
      data={withChosen(
        (data?.rows ?? []).map(({ id, title, heldOn }) => ({
          value: String(id),
          label: heldOn === null ? title : `${title}, ${day(heldOn)}`,
        })),
        ids.map((id) => ({ value: String(id), label: nameOf('event', id) ?? words.gone })),
      )}
      value={strings(ids)}
      onChange={(value) => put({ event: manyOf(numbers<EventId>(value)) })}
      mode={search.eventMode ?? 'any'}
      onMode={(eventMode) => put({ eventMode })}
      onSearch={setTyped}
    />
  );
}
