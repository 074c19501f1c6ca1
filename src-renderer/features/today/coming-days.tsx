import type { TablerIcon } from '@tabler/icons-react';
import IconCake from '@tabler/icons-react/dist/esm/icons/IconCake.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconHeartHandshake from '@tabler/icons-react/dist/esm/icons/IconHeartHandshake.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRotateClockwise.mjs';
import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { type Answer, read } from '../../api.ts';
import { useToday } from '../../commands/use-book.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { text } from '../../text/index.ts';
import classes from './coming-days.module.css';

const words = text.today.coming;

type Entry = Answer<'today', 'coming'>[number]['entries'][number];
const icons: Record<Entry['kind'], TablerIcon> = {
  follow_up: IconFlag,
  introduction: IconHeartHandshake,
  keep_in_touch: IconRefresh,
  birthday: IconCake,
};

/** What the next days bring, day by day. */
export function ComingDays() {
  const today = useToday();
  const id = useId();
  const { data, error } = useQuery(read('today', 'coming', {}));
  return (
    <section aria-labelledby={id} className={classes.root}>
      <Title order={2} id={id} className={classes.title}>
        {words.title}
      </Title>
      {error !== null && <ErrorNotice error={error} />}
      {data?.length === 0 && <p className={classes.nothing}>{words.none}</p>}
      {data?.map(({ day, entries, total }) => (
        <div key={day} className={classes.day}>
          <Title order={3} className={classes.date}>
            {words.day(day, today)}
          </Title>
          <ul className={classes.list}>
            {entries.map((entry, index) => (
              <ComingEntry key={`${entry.kind} ${entry.person.id} ${index}`} entry={entry} />
            ))}
          </ul>
          {total > entries.length && (
            <p className={classes.nothing}>{words.more(total - entries.length)}</p>
          )}
        </div>
      ))}
    </section>
  );
}

function ComingEntry({ entry: { kind, person, what } }: { entry: Entry }) {
  const Icon = icons[kind];
  return (
    <li className={classes.entry}>
      <Icon size={15} stroke={1.7} aria-hidden />
      <span className={classes.words}>
        <PersonLink person={person} inline />
        <span className={classes.what}>{what === '' ? named(kind) : what}</span>
      </span>
    </li>
  );
}

function named(kind: Entry['kind']): string {
  if (kind === 'birthday') return words.birthday;
  if (kind === 'introduction') return text.today.sections.introductions;
  return kind === 'keep_in_touch' ? words.keepInTouch : text.today.nameless;
}
