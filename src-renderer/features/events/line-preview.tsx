import { useQueries } from '@tanstack/react-query';
import type { EventId } from '../../../src-main/contract/common.ts';
import { read } from '../../api.ts';
import { text } from '../../text/index.ts';
import { ChipRow } from './chip-row.tsx';
import classes from './line-preview.module.css';

const words = text.events.paste;
/** More cannot be looked over at once; they follow as the first ones are logged. */
const shown = 60;

/** How each of several lines is understood, before any is kept. */
export function LinePreview({ eventId, lines }: { eventId: EventId; lines: readonly string[] }) {
  const answers = useQueries({
    queries: lines
      .slice(0, shown)
      .map((line) => read('events', 'parseLine', { id: eventId, text: line })),
  });
  return (
    <section className={classes.root} tabIndex={0} aria-label={words.preview}>
      <ol className={classes.list}>
        {answers.map(({ data }, index) => (
          <li key={`${index} ${lines[index]}`} className={classes.line}>
            <ChipRow chips={data?.chips ?? []} label={lines[index] ?? ''} />
          </li>
        ))}
      </ol>
      {lines.length > shown && (
        <p className={classes.more}>{words.previewMore(lines.length - shown)}</p>
      )}
    </section>
  );
}
