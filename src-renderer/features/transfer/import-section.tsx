import { Box, Button, Group, Loader, Title } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import { useRef } from 'react';
import { usePageCommands } from '../../commands/page-commands.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { count } from '../../text/common.ts';
import { useWaitingFiles } from '../../handed-files.ts';
import { text } from '../../text/index.ts';
import { ImportReport } from './import-report.tsx';
import { ColumnMapper } from './column-mapper.tsx';
import classes from './import-section.module.css';
import { OwnerChoice } from './owner-choice.tsx';
import { PasteList } from './paste-list.tsx';
import { PlanView } from './plan-view.tsx';
import type { ChosenFile } from './deliver-files.ts';
import { type ImportFlow, useImport } from './use-import.ts';

const words = text.transfer;

/** Importing, step by step: choose, say whose, look, apply, report. */
export function ImportSection() {
  const flow = useImport();
  // what is being looked at is not put away for files that come from outside
  useWaitingFiles(flow.plan === null && flow.mapping === null && !flow.isBusy, flow.choose);
  if (flow.report !== null) return <ImportReport report={flow.report} onMore={flow.reset} />;
  if (flow.mapping !== null) {
    return (
      <section className={classes.box}>
        <ColumnMapper file={flow.mapping} flow={flow} />
      </section>
    );
  }
  if (flow.plan !== null) {
    return (
      <section className={classes.box}>
        {flow.error !== null && <ErrorNotice error={flow.error} />}
        <PlanView plan={flow.plan} flow={flow} />
      </section>
    );
  }
  return (
    <section className={classes.box}>
      {flow.files.length === 0 ? (
        <>
          <FileDrop onChoose={flow.choose} />
          <FileSources />
        </>
      ) : (
        <Questions flow={flow} />
      )}
    </section>
  );
}

function FileDrop({ onChoose }: { onChoose: (files: ChosenFile[]) => void }) {
  const open = useRef<() => void>(null);
  usePageCommands([
    {
      id: 'chooseFiles',
      label: words.drop.action,
      icon: IconFileImport,
      run: () => open.current?.(),
    },
  ]);
  return (
    <Dropzone
      openRef={open}
      onDrop={onChoose}
      activateOnClick={false}
      activateOnKeyboard={false}
      className={classes.drop}
      inputProps={{ 'aria-label': words.drop.action }}
    >
      <IconFileImport size={40} stroke={1.3} aria-hidden />
      <Title order={2} mt="xs" mb={4}>
        {words.drop.title}
      </Title>
      <p className={classes.dropBody}>{words.drop.body}</p>
      <Group gap="xs" justify="center" className={classes.choose}>
        <Button onClick={() => open.current?.()}>{words.drop.action}</Button>
        <PasteList onChoose={onChoose} />
      </Group>
    </Dropzone>
  );
}

/** Whoever comes for the first time has no such file yet. */
function FileSources() {
  return (
    <details className={classes.sources}>
      <summary>{words.sources.title}</summary>
      <dl>
        {words.sources.of.map(([platform, way]) => (
          <div key={platform}>
            <dt>{platform}</dt>
            <dd>{way}</dd>
          </div>
        ))}
      </dl>
      <p>{words.sources.note}</p>
    </details>
  );
}

function Questions({ flow }: { flow: ImportFlow }) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        flow.look();
      }}
    >
      <ul className={classes.files} aria-label={words.chosen(flow.files.length)}>
        {flow.files.slice(0, 12).map((file) => (
          <li key={file.path ?? file.name}>
            {(file.path ?? file.name).replace(/^\.?\//u, '')}
            <span className={`${classes.size} numbers`}>
              {count(Math.ceil(file.size / 1024))} KB
            </span>
          </li>
        ))}
        {flow.files.length > 12 && <li>{words.chosen(flow.files.length)}</li>}
      </ul>
      <OwnerChoice flow={flow} />
      {flow.error !== null && (
        <Box mt="md">
          <ErrorNotice error={flow.error} />
        </Box>
      )}
      {flow.unknownTable !== null && (
        <Button
          mt="xs"
          variant="default"
          onClick={() => flow.change({ mapping: flow.unknownTable })}
        >
          {words.columns.open}
        </Button>
      )}
      <Group mt="lg" gap="xs">
        <Button type="submit" disabled={flow.isBusy}>
          {words.look}
        </Button>
        <Button variant="subtle" onClick={flow.reset}>
          {words.again}
        </Button>
        {flow.isBusy && flow.job === null && (
          <Group gap="xs" role="status">
            <Loader size="sm" />
            {words.drop.reading}
          </Group>
        )}
      </Group>
      <JobProgress job={flow.job} label={words.drop.reading} />
    </form>
  );
}
