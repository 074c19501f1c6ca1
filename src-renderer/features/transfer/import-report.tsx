import { Button, Group, Title } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useQuery } from '@tanstack/react-query';
import { read } from '../../api.ts';
import { useBookSteps } from '../../commands/use-book.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { text } from '../../text/index.ts';
import classes from './import-report.module.css';
import { ListNews } from './list-news.tsx';
import { hasNews } from './past-import.tsx';
import type { Report } from './use-import.ts';

const words = text.transfer.report;

/** What an import did, and where to go from here. */
export function ImportReport({ report, onMore }: { report: Report; onMore: () => void }) {
  const { undo } = useBookSteps();
  const leftOut = report.files.flatMap(({ file, leftOut: rows }) =>
    rows.map((row) => ({ file, ...row })),
  );
  const unsure = report.files.reduce((sum, file) => sum + file.people.unsure, 0);
  const { data: imports = [] } = useQuery(read('transfer', 'imports', {}));
  const ids = new Set(report.files.map(({ importId }) => importId));
  const news = imports.filter((one) => ids.has(one.id) && hasNews(one));
  return (
    <section className={classes.root} role="status">
      <Title order={2} className={classes.title}>
        <IconCircleCheck size={26} stroke={1.6} aria-hidden />
        {words.title}
      </Title>
      <ul className={classes.files}>
        {report.files.map((file, index) => (
          <li key={`${index} ${file.file}`}>
            <strong>{file.file}</strong>:{' '}
            {words.line(
              file.people.created + file.people.unsure,
              file.people.matched,
              file.ties.created,
            )}
          </li>
        ))}
      </ul>
      {news.map((file) => (
        <section key={file.id} aria-label={text.transfer.news.title}>
          <Title order={3} mt="md">
            {text.transfer.news.of(file.sourceName)}
          </Title>
          <ListNews importId={file.id} owner={file.owner} />
        </section>
      ))}
      {leftOut.length > 0 && <LeftOut rows={leftOut} />}
      {unsure > 0 && <p>{words.unsure(unsure)}</p>}
      <Group gap="xs" mt="md">
        <LinkButton to="/people">{words.people}</LinkButton>
        <LinkButton to="/overlap" variant="light">
          {words.overlap}
        </LinkButton>
        <Button variant="default" onClick={onMore}>
          {words.more}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            undo();
            onMore();
          }}
        >
          {text.common.undo}
        </Button>
      </Group>
    </section>
  );
}

/** More would not be read through; the file itself has them all. */
const mostLeftOut = 200;

interface LeftOutProps {
  rows: readonly { readonly file: string; readonly line: number; readonly reason: string }[];
}

/** The rows that were not taken, each with its reason, folded away. */
function LeftOut({ rows }: LeftOutProps) {
  return (
    <details className={classes.leftOut}>
      <summary>{words.leftOut(rows.length)}</summary>
      <ul className={classes.leftOutRows} tabIndex={0} aria-label={words.leftOut(rows.length)}>
        {rows.slice(0, mostLeftOut).map(({ file, line, reason }, index) => (
          <li key={index}>
            {text.transfer.questions.inFile(file, line)}: {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
