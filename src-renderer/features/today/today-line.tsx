import { ActionIcon } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconMessagePlus from '@tabler/icons-react/dist/esm/icons/IconMessagePlus.mjs';
import { type ReactNode, useRef, useState } from 'react';
import type { PersonRef } from '../../../src-main/contract/common.ts';
import type { TodayLine as Line } from '../../../src-main/contract/today.ts';
import { PersonLink } from '../../components/person-link.tsx';
import { text } from '../../text/index.ts';
import { DateForm, LogForm } from './line-forms.tsx';
import { actionMark, focusLine, focusMark, leaveLine } from './line-focus.ts';
import { SnoozeMenu } from './snooze-menu.tsx';
import classes from './today-line.module.css';
import { useLineActions } from './use-line-actions.ts';

const words = text.today.actions;

interface TodayLineProps {
  line: Line;
  person: PersonRef;
  role: { title: string | null; organisation: string | null };
  /** What it is about. */
  children: ReactNode;
  /** When: "3 days late", "tomorrow". */
  when?: string;
  isLate?: boolean;
}

/** One thing that waits: whom and what it is about, and what can be done about it without leaving the page. */
export function TodayLine({ line, person, role, children, when, isLate = false }: TodayLineProps) {
  const [open, setOpen] = useState<'log' | 'date' | null>(null);
  const root = useRef<HTMLLIElement>(null);
  const actions = useLineActions(line, person);
  const back = (): void => {
    setOpen(null);
    if (root.current !== null) focusLine(root.current);
  };
  const leave = (act: () => void): void => {
    setOpen(null);
    leaveLine(root.current);
    act();
  };
  return (
    <li className={classes.line} ref={root}>
      <div className={classes.head}>
        <span className={classes.person} {...focusMark}>
          <PersonLink
            person={person}
            size={34}
            hint={text.people.roleAt(role.title, role.organisation)}
          />
        </span>
        <div className={classes.what}>{children}</div>
        {when !== undefined && <span className={isLate ? classes.late : classes.when}>{when}</span>}
        <LineButtons
          kind={line.kind}
          name={person.name}
          isLogging={open === 'log'}
          onFinish={() => leave(actions.finish)}
          onSnooze={(until) => leave(() => actions.snooze(until))}
          onPickDate={() => setOpen('date')}
          onLog={() => setOpen(open === 'log' ? null : 'log')}
          onLeave={back}
        />
      </div>
      {open === 'log' && (
        <LogForm
          name={person.name}
          canFinish={!endsWithContact(line)}
          onLeave={back}
          onLog={({ isDone, ...contact }) => {
            const log = (): void => actions.log({ ...contact, finishes: isDone ? line : null });
            if (isDone || endsWithContact(line)) return leave(log);
            back();
            log();
          }}
        />
      )}
      {open === 'date' && (
        <DateForm
          name={person.name}
          onLeave={back}
          onPick={(until) => leave(() => actions.snooze(until))}
        />
      )}
    </li>
  );
}

/** A rhythm and a fading tie want nothing but a contact: it takes their line away by itself. */
function endsWithContact({ kind }: Line): boolean {
  return kind === 'keep_in_touch' || kind === 'fading';
}

interface LineButtonsProps {
  kind: Line['kind'];
  name: string;
  isLogging: boolean;
  onFinish: () => void;
  onSnooze: (until: string) => void;
  onPickDate: () => void;
  onLog: () => void;
  onLeave: () => void;
}

function LineButtons({ kind, name, isLogging, ...on }: LineButtonsProps) {
  return (
    <div className={classes.actions}>
      <ActionIcon
        {...actionMark('done')}
        className={classes.action}
        aria-label={words.of(words.done(kind), name)}
        title={words.done(kind)}
        aria-keyshortcuts="D"
        onClick={on.onFinish}
      >
        <IconCheck size={18} stroke={1.9} aria-hidden />
      </ActionIcon>
      <SnoozeMenu
        name={name}
        onSnooze={on.onSnooze}
        onPickDate={on.onPickDate}
        onLeave={on.onLeave}
      />
      <ActionIcon
        {...actionMark('log')}
        className={classes.action}
        aria-label={words.of(words.log, name)}
        title={words.log}
        aria-keyshortcuts="L"
        aria-expanded={isLogging}
        onClick={on.onLog}
      >
        <IconMessagePlus size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
    </div>
  );
}
