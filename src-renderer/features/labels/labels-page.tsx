import { Title, TextInput } from '@mantine/core';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconTags from '@tabler/icons-react/dist/esm/icons/IconTags.mjs';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Answer, read } from '../../api.ts';
import { pageKeys } from '../../commands/page-keys.ts';
import { usePageCommands } from '../../commands/page-commands.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { foldText } from '../../components/fold-text.ts';
import { Page } from '../../components/page.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { AlikeSection } from './alike-section.tsx';
import classes from './labels-page.module.css';
import { TagRow } from './tag-row.tsx';
import { TopicRow } from './topic-row.tsx';

const words = text.labels;

/** All tags and topics: renamed, coloured, merged, and topics given other words. */
export function LabelsPage() {
  const tags = useQuery(read('tags', 'list', {}));
  const topics = useQuery(read('topics', 'list', {}));
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  usePageCommands([
    {
      id: 'findLabel',
      label: words.find,
      icon: IconSearch,
      keys: [pageKeys.findLabel],
      run: () => field.current?.focus(),
    },
  ]);
  const error = tags.error ?? topics.error;
  const isLoading = tags.data === undefined || topics.data === undefined;
  const fits = (...names: readonly string[]): boolean =>
    names.some((name) => foldText(name).includes(foldText(typed.trim().replace(/^#/u, ''))));
  const shownTags = (tags.data ?? []).filter(({ name }) => fits(name));
  const shownTopics = (topics.data ?? []).filter(({ name, synonyms }) => fits(name, ...synonyms));
  const isNothing = typed !== '' && shownTags.length === 0 && shownTopics.length === 0;
  return (
    <Page title={words.title} lead={words.lead}>
      <TextInput
        ref={field}
        className={classes.find}
        aria-label={words.find}
        placeholder={words.find}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {error !== null && <ErrorNotice error={error} />}
      {error === null && isLoading && <SkeletonRows />}
      {isNothing && <p role="status">{words.none(typed)}</p>}
      {!isLoading && !isNothing && (
        <>
          {typed === '' && <AlikeSection />}
          <Columns typed={typed} tags={shownTags} topics={shownTopics} all={topics.data ?? []} />
        </>
      )}
    </Page>
  );
}

interface ColumnsProps {
  typed: string;
  tags: Answer<'tags', 'list'>;
  topics: Answer<'topics', 'list'>;
  /** All topics, those that are not shown as well: one may be merged into any. */
  all: Answer<'topics', 'list'>;
}

function Columns({ typed, tags, topics, all }: ColumnsProps) {
  const nothing = (kind: 'tags' | 'topics') => (
    <NoLabels typed={typed} title={words[kind].none} body={words[kind].noneHint} />
  );
  return (
    <div className={classes.columns}>
      <LabelList title={words.tags.title} total={tags.length} empty={nothing('tags')}>
        {tags.map((tag) => (
          <TagRow key={tag.id} tag={tag} />
        ))}
      </LabelList>
      <LabelList title={words.topics.title} total={topics.length} empty={nothing('topics')}>
        {topics.map((topic) => (
          <TopicRow key={topic.id} topic={topic} all={all} />
        ))}
      </LabelList>
    </div>
  );
}

interface LabelListProps {
  title: string;
  total: number;
  empty: React.ReactNode;
  children: React.ReactNode;
}

function LabelList({ title, total, empty, children }: LabelListProps) {
  return (
    <section aria-label={title} className={classes.section}>
      <div className={classes.head}>
        <Title order={2}>{title}</Title>
        <span className={`${classes.quiet} numbers`}>{count(total)}</span>
      </div>
      {total === 0 ? empty : <ul className={classes.list}>{children}</ul>}
    </section>
  );
}

/** There are none at all, which is to be explained; or none that fits what is typed. */
function NoLabels({ typed, title, body }: { typed: string; title: string; body: string }) {
  return typed.trim() === '' ? (
    <EmptyState icon={IconTags} title={title} body={body} />
  ) : (
    <p className={classes.quiet}>{words.none(typed)}</p>
  );
}
