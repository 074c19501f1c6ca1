import { Button, Table, TextInput, Title, UnstyledButton } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answer, api } from '../../api.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { MoreButton } from './more-button.tsx';
import classes from './plan-view.module.css';
import { PlannedNews } from './planned-news.tsx';
import { nameOf } from './deliver-files.ts';
import type { FilePlan, PlanFlow } from './use-import.ts';

const words = text.transfer.plan;
const pageSize = 100;
const categories = ['created', 'matched', 'unsure', 'unchanged', 'leftOut'] as const;
type Category = (typeof categories)[number];
type Rows = Answer<'transfer', 'planRows'>;

interface PlannedFileViewProps {
  planId: string;
  file: FilePlan;
  index: number;
  flow: PlanFlow;
}

/** One file of a plan: five counts, each of which opens to its rows. */
export function PlannedFileView({ planId, file, index, flow }: PlannedFileViewProps) {
  const [opened, setOpened] = useState<Category | null>(file.people.unsure > 0 ? 'unsure' : null);
  const total = (category: Category): number =>
    category === 'leftOut' ? file.leftOutTotal : file.people[category];
  // of a table whose columns were guessed, the guess can be put right
  const isGuessed = file.format === 'table' || file.format === 'name-list';
  const table = isGuessed ? flow.files?.find((one) => nameOf(one) === file.file) : undefined;
  return (
    <article className={classes.file} aria-label={file.file}>
      <div className={classes.fileHead}>
        <Title order={3}>{words.of(file.formatTitle, file.owner)}</Title>
        <span className={classes.fileName}>{file.file}</span>
      </div>
      <div className={classes.counts}>
        {categories.map((category) => (
          <UnstyledButton
            key={category}
            className={classes.count}
            disabled={total(category) === 0}
            aria-expanded={opened === category}
            onClick={() => setOpened(opened === category ? null : category)}
          >
            <span className={classes.number}>{count(total(category))}</span>
            {words.category(category)}
          </UnstyledButton>
        ))}
      </div>
      <span>{words.ties(file.ties.created, file.ties.unchanged, file.possibleTies)}</span>
      {table !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => flow.change?.({ mapping: table })}
        >
          {text.transfer.columns.change}
        </Button>
      )}
      <PlannedNews planId={planId} file={file} index={index} flow={flow} />
      {file.remarks.map((remark) => (
        <p key={remark} className={classes.remark}>
          {remark}
        </p>
      ))}
      {opened !== null && (
        <div>
          <p className={classes.explain}>{words.explain(opened)}</p>
          <PlanRows planId={planId} file={index} category={opened} />
        </div>
      )}
    </article>
  );
}

function usePlanRows(planId: string, file: number, category: Category, search: string) {
  const input = { planId, file, category, search, limit: pageSize };
  return useInfiniteQuery({
    queryKey: ['transfer', 'planRows', input],
    queryFn: ({ pageParam }): Promise<Rows> =>
      api.transfer.planRows({ ...input, offset: pageParam }),
    placeholderData: keepPreviousData,
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.length * pageSize;
      return loaded < last.total ? loaded : undefined;
    },
  });
}

function PlanRows(props: { planId: string; file: number; category: Category }) {
  const [search, setSearch] = useState('');
  const found = usePlanRows(props.planId, props.file, props.category, search);
  if (found.isError) return <ErrorNotice error={found.error} />;
  if (found.data === undefined) return <SkeletonRows />;
  const rows = found.data.pages.flatMap((page) => page.rows);
  const total = found.data.pages[0]?.total ?? 0;
  return (
    <>
      {(search !== '' || total > pageSize / 10) && (
        <TextInput
          mb="xs"
          maw={320}
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {total === 0 && <p role="status">{words.none}</p>}
      <section className={classes.rows} tabIndex={0} aria-label={words.category(props.category)}>
        <Table verticalSpacing={4}>
          <Table.Tbody>
            {rows.map((row, index) => (
              <Table.Tr key={`${row.line} ${index}`}>
                <Table.Td className={`${classes.line} numbers`}>{words.line(row.line)}</Table.Td>
                <Table.Td>{row.name}</Table.Td>
                <Table.Td>{row.detail}</Table.Td>
                <Table.Td>{row.reason}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <MoreButton pages={found} />
      </section>
    </>
  );
}
