import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { EventId, PersonId } from '../../../src-main/contract/common.ts';
import { type Answer, api } from '../../api.ts';
import { useBookSteps } from '../../commands/use-book.ts';
import { notifyError } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';
import { ChipRow } from './chip-row.tsx';
import { JustLogged } from './just-logged.tsx';
import { LineField } from './line-field.tsx';
import { LineHelp } from './line-help.tsx';
import classes from './line-logger.module.css';
import { PasteWindow } from './paste-window.tsx';
import { useParsedLine } from './use-parsed-line.ts';

const words = text.events.log;
export type Logged = Answer<'events', 'logLine'>;
/** Answers to "which of them?", by chip; null is "a new person". */
export type Picks = ReadonlyMap<number, PersonId | null>;

const noPicks: Picks = new Map();

/** The log after an event: type a line, see how it is understood, press Enter, type the next. */
export function LineLogger({ eventId }: { eventId: EventId }) {
  const [line, setLine] = useState('');
  const [picks, setPicks] = useState<Picks>(noPicks);
  const [logged, setLogged] = useState<readonly Logged[]>([]);
  const [pasted, setPasted] = useState<readonly string[] | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { chips } = useParsedLine(eventId, line);
  const { undo } = useBookSteps();
  const change = (next: string): void => {
    setLine(next);
    setPicks(noPicks);
  };
  const send = useMutation({
    mutationFn: (typed: string) =>
      api.events.logLine({
        id: eventId,
        text: typed,
        picks: [...picks].map(([chip, person]) => ({ chip, person })),
      }),
    onSuccess: (result) => {
      setLogged((before) => [
        result,
        ...before.filter((one) => one.person.id !== result.person.id),
      ]);
      change('');
    },
    onError: notifyError,
  });
  return (
    <section className={classes.root}>
      <LineField
        ref={field}
        line={line}
        onChange={change}
        onCommit={() => line.trim() !== '' && !send.isPending && send.mutate(line)}
        onUndo={() => {
          undo();
          setLogged((before) => before.slice(1));
        }}
        onPasteLines={setPasted}
      />
      <ChipRow
        chips={chips}
        picks={picks}
        onPick={(chip, person) => {
          setPicks((before) => new Map(before).set(chip, person));
          field.current?.focus();
        }}
      />
      <p className={classes.hint}>{words.hint}</p>
      <LineHelp />
      <JustLogged logged={logged} />
      {pasted !== null && (
        <PasteWindow
          eventId={eventId}
          lines={pasted}
          onLogged={(result) => setLogged((before) => [result, ...before])}
          onClose={() => setPasted(null)}
        />
      )}
    </section>
  );
}
