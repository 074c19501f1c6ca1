import { ActionIcon, Menu } from '@mantine/core';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClockPause.mjs';
import { useState } from 'react';
import { useToday } from '../../commands/use-book.ts';
import { text } from '../../text/index.ts';
import { actionMark } from './line-focus.ts';
import classes from './today-line.module.css';

const words = text.today.snooze;
const choices = [
  [words.tomorrow, 1],
  [words.nextWeek, 7],
  [words.nextMonth, 28],
] as const;

interface SnoozeMenuProps {
  name: string;
  onSnooze: (until: string) => void;
  /** Asks for a date instead. */
  onPickDate: () => void;
  /** Closed without a choice. */
  onLeave: () => void;
}

/** Until when a line is put off: the usual days by one key, any other by its date. */
export function SnoozeMenu({ name, onSnooze, onPickDate, onLeave }: SnoozeMenuProps) {
  const today = useToday();
  const [isOpen, setOpen] = useState(false);
  const label = text.today.actions.of(text.today.actions.snooze, name);
  const choose = (act: () => void) => () => {
    setOpen(false);
    act();
  };
  return (
    <Menu
      opened={isOpen}
      onChange={(opened) => {
        setOpen(opened);
        if (!opened) onLeave();
      }}
      returnFocus={false}
      // Without it the first day has the focus at once: s and Enter is tomorrow.
      withInitialFocusPlaceholder={false}
      position="bottom-end"
      closeOnItemClick={false}
      width={240}
    >
      <Menu.Target>
        <ActionIcon
          {...actionMark('snooze')}
          aria-label={label}
          title={text.today.actions.snooze}
          aria-keyshortcuts="S"
          className={classes.action}
        >
          <IconClock size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={words.title(name)}>
        {choices.map(([choice, days], index) => {
          const until = dayIn(today, days);
          return (
            <Menu.Item
              key={days}
              data-autofocus={index === 0 || undefined}
              onClick={choose(() => onSnooze(until))}
              rightSection={<span className={classes.menuDay}>{words.on(until)}</span>}
            >
              {choice}
            </Menu.Item>
          );
        })}
        <Menu.Item onClick={choose(onPickDate)}>{words.date}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The day so many days after another, both 'YYYY-MM-DD'. */
export function dayIn(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
