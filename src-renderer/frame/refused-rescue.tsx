import { Button, Code, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { RefusalFacts } from '../../src-main/contract/book.ts';
import type { ErrorCode } from '../../src-main/contract/result.ts';
import { type Answer, read } from '../api.ts';
import { useCopySteps } from '../commands/use-backups.ts';
import { CopyList } from '../components/copy-list.tsx';
import { JobProgress } from '../components/job-progress.tsx';
import { notifyError } from '../components/notify.tsx';
import { UnlockCopyWindow } from '../components/unlock-copy-window.tsx';
import { useJob } from '../jobs.ts';
import { count } from '../text/common.ts';
import { text } from '../text/index.ts';
import classes from './refused-page.module.css';

const words = text.safety.rescue;

/** Refusals after which another file than the present one may be what is wanted. */
const restorable: ReadonlySet<ErrorCode> = new Set([
  'CORRUPT',
  'NOT_OURS',
  'NEWER_VERSION',
  'NOT_FOUND',
]);
const salvageable: ReadonlySet<ErrorCode> = new Set(['CORRUPT', 'NOT_OURS']);

interface RefusedRescueProps {
  readonly code: ErrorCode;
  readonly facts: RefusalFacts;
  readonly path: string | null;
  readonly offersNewest: boolean;
}

/** The backups, and what can still be read of the file itself. */
export function RefusedRescue({ code, facts, offersNewest, path }: RefusedRescueProps) {
  const isOffered = restorable.has(code) && facts.missing !== 'folder';
  const { data } = useQuery({ ...read('backups', 'list', {}), enabled: isOffered });
  if (!isOffered || data === undefined) return null;
  return (
    <>
      <section className={classes.part} aria-labelledby="rescue-backups">
        <Title order={2} id="rescue-backups">
          {words.title}
        </Title>
        <Text c="dimmed" mb="xs">
          {facts.missing === null
            ? code === 'CORRUPT'
              ? words.hint
              : words.hintOther
            : words.hintMissing}
        </Text>
        <CopyList
          copies={data.copies}
          bookPath={facts.missing === null ? path : null}
          offersNewest={offersNewest}
        />
      </section>
      {salvageable.has(code) && <Salvage />}
    </>
  );
}

function Salvage() {
  const { job, run } = useJob('backups', 'salvage');
  const { asked, isBusy, restore } = useCopySteps();
  const salvage = useMutation({ mutationFn: () => run({}), onError: notifyError });
  const { data } = salvage;
  return (
    <section className={classes.part} aria-labelledby="rescue-salvage">
      <Title order={2} id="rescue-salvage">
        {words.salvageTitle}
      </Title>
      <Text c="dimmed" mb="xs">
        {words.salvageHint}
      </Text>
      {data === undefined && (
        <Button variant="default" loading={salvage.isPending} onClick={() => salvage.mutate()}>
          {words.salvage}
        </Button>
      )}
      <JobProgress job={job} label={words.working} />
      <UnlockCopyWindow asked={asked} />
      <div role="status">
        {data !== undefined && (
          <>
            <SalvageReport report={data} />
            <Button mt="sm" loading={isBusy} onClick={() => restore(data.copy)}>
              {words.open}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function SalvageReport({ report }: { report: Answer<'backups', 'salvage'> }) {
  const sum = (key: 'saved' | 'lost'): number =>
    report.tables.reduce((all, table) => all + (table[key] ?? 0), 0);
  const unknown = report.tables.filter(({ lost }) => lost === null).length;
  const shown = report.tables.filter(({ lost, saved }) => saved > 0 || lost !== 0);
  return (
    <>
      <Text>
        <strong>{words.saved(sum('saved'), sum('lost'))}</strong>{' '}
        {unknown > 0 && words.unknownLoss(unknown)}
      </Text>
      <Text size="sm">
        {words.where}: <Code>{report.path}</Code>
      </Text>
      <details className={classes.details}>
        <summary>{words.details}</summary>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.table}</Table.Th>
              <Table.Th>{words.savedRows}</Table.Th>
              <Table.Th>{words.lostRows}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ lost, saved, table }) => (
              <Table.Tr key={table}>
                <Table.Td>{words.nameOf(table)}</Table.Td>
                <Table.Td>{count(saved)}</Table.Td>
                <Table.Td>{lost === null ? words.unknown : count(lost)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </>
  );
}
