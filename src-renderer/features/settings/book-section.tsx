import { Button, Code, List } from '@mantine/core';
import IconFolder from '@tabler/icons-react/dist/esm/icons/IconFolder.mjs';
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs';
import { useMutation } from '@tanstack/react-query';
import type { BookStatus } from '../../../src-main/contract/book.ts';
import { type Answer, api } from '../../api.ts';
import { usePageCommands } from '../../commands/page-commands.ts';
import { notifyError } from '../../components/notify.tsx';
import { Section } from '../../components/section.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import classes from './settings-page.module.css';

const words = text.settings.book;
const counted = [
  'people',
  'ties',
  'events',
  'introductions',
  'organisations',
  'questions',
] as const;

/** Where the file is, how much it holds, and whether it is sound. */
export function BookSection({ status }: { status: BookStatus }) {
  const check = useMutation({ mutationFn: () => api.book.check({}), onError: notifyError });
  const show = (): void => void api.shell.showBookInFolder({}).catch(notifyError);
  usePageCommands([
    { id: 'showBook', label: words.show, icon: IconFolder, run: show },
    { id: 'checkBook', label: words.check, icon: IconShieldCheck, run: () => check.mutate() },
  ]);
  return (
    <Section title={words.title}>
      <p className={classes.hint}>{words.hint}</p>
      <Code className={classes.path}>{status.path}</Code>
      <dl className={`${classes.counts} numbers`}>
        {counted.map((what) => (
          <div key={what}>
            <dt>{words[what]}</dt>
            <dd>{count(status.counts[what])}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.row}>
        <Button variant="default" onClick={show}>
          {words.show}
        </Button>
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          {words.check}
        </Button>
      </div>
      <div role="status" className={classes.result}>
        {check.data !== undefined && <CheckResult result={check.data} />}
      </div>
    </Section>
  );
}

function CheckResult({ result }: { result: Answer<'book', 'check'> }) {
  if (result.ok) return <>{words.healthy}</>;
  return (
    <>
      <strong>{words.problems}</strong>
      <List mt="xs">
        {result.problems.map((problem) => (
          <List.Item key={problem}>{problem}</List.Item>
        ))}
      </List>
    </>
  );
}
