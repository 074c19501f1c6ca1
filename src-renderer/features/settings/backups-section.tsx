import { Alert, Button, Code } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCloudExclamation from '@tabler/icons-react/dist/esm/icons/IconCloudExclamation.mjs';
import IconDeviceFloppy from '@tabler/icons-react/dist/esm/icons/IconDeviceFloppy.mjs';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { BookStatus } from '../../../src-main/contract/book.ts';
import { type Answer, api, read } from '../../api.ts';
import { usePageCommands } from '../../commands/page-commands.ts';
import { useCommand } from '../../commands/use-command.ts';
import { CopyList } from '../../components/copy-list.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { notifyDone, notifyError } from '../../components/notify.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import classes from './settings-page.module.css';

const words = text.safety.backups;
type Backups = Answer<'backups', 'list'>;

/** Where copies of the own book lie, and what can be done with them. */
export function BackupsSection({ status }: { status: BookStatus }) {
  if (status.kind === 'sample') return null;
  return (
    <Section title={words.title}>
      <p className={classes.hint}>{words.hint}</p>
      {status.kind === 'backup' ? (
        <p className={classes.hint}>{words.looking}</p>
      ) : (
        <OwnBackups status={status} />
      )}
    </Section>
  );
}

function OwnBackups({ status }: { status: BookStatus }) {
  const { data, error } = useQuery(read('backups', 'list', {}));
  const make = useCommand(api.backups.make, () => notifyDone(words.made));
  usePageCommands([
    { id: 'backUpNow', label: words.make, icon: IconDeviceFloppy, run: () => make.mutate({}) },
  ]);
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <SkeletonRows rows={3} />;
  return (
    <>
      {data.cloud !== null && (
        <Alert
          color="orange"
          variant="light"
          mb="md"
          icon={<IconCloudExclamation aria-hidden />}
          title={words.cloudTitle(data.cloud.service)}
        >
          {words.cloud(data.cloud.service, data.cloud.folder)}
        </Alert>
      )}
      {data.folder !== null && (
        <p className={classes.hint}>
          {words.folder} <Code className={classes.path}>{data.folder}</Code>
        </p>
      )}
      <div className={classes.row}>
        <Button loading={make.isPending} onClick={() => make.mutate({})}>
          {words.make}
        </Button>
      </div>
      <div className={classes.result}>
        <CopyList copies={data.copies} bookPath={status.path} />
      </div>
      <SecondFolder second={data.second} />
    </>
  );
}

function SecondFolder({ second }: { second: Backups['second'] }) {
  const [left, setLeft] = useState<string | null>(null);
  const set = useCommand(api.backups.setSecondFolder, ({ unerased }, { folder }) => {
    notifyDone(folder === null ? words.second.stopped : words.second.chosen);
    setLeft(unerased);
  });
  const problem = second?.isThere === true ? second.problem : null;
  const choose = async (): Promise<void> => {
    const { folder } = await api.shell.chooseFolder({});
    if (folder !== null) set.mutate({ folder });
  };
  return (
    <>
      <h3 className={classes.part}>{words.second.title}</h3>
      <p className={classes.hint}>{words.second.hint}</p>
      {second !== null && (
        <p className={classes.hint}>
          <Code className={classes.path}>{second.folder}</Code>
          <br />
          {second.isThere ? words.second.newest(second.newest) : words.second.away}
        </p>
      )}
      {problem !== null && (
        <Warning title={words.second.problemTitle}>{words.second.problem(problem)}</Warning>
      )}
      {left !== null && (
        <Warning title={words.second.unerasedTitle}>{words.second.unerased(left)}</Warning>
      )}
      <div className={classes.row}>
        <Button
          variant="default"
          loading={set.isPending}
          onClick={() => void choose().catch(notifyError)}
        >
          {second === null ? words.second.choose : words.second.change}
        </Button>
        {second !== null && (
          <Button variant="subtle" color="gray" onClick={() => set.mutate({ folder: null })}>
            {words.second.stop}
          </Button>
        )}
      </div>
    </>
  );
}

function Warning({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Alert
      color="orange"
      variant="light"
      mb="sm"
      icon={<IconAlertTriangle aria-hidden />}
      title={title}
    >
      {children}
    </Alert>
  );
}
