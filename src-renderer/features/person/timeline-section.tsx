import { NativeSelect, TextInput } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import IconBriefcase from '@tabler/icons-react/dist/esm/icons/IconBriefcase.mjs';
import IconCalendarEvent from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconHeartHandshake from '@tabler/icons-react/dist/esm/icons/IconHeartHandshake.mjs';
import IconMessage from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { EventId } from '../../../src-main/contract/common.ts';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useToday } from '../../commands/use-book.ts';
import { useCommand } from '../../commands/use-command.ts';
import { FormPopover } from '../../components/form-popover.tsx';
import { notifyDone } from '../../components/notify.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { day } from '../../text/common.ts';
import { PastDayField } from '../../components/past-day-field.tsx';
import { text } from '../../text/index.ts';
import classes from './timeline-section.module.css';

type Entry = PersonDetail['timeline'][number];

const words = text.person.timeline;
const icons: Record<Entry['kind'], TablerIcon> = {
  event: IconCalendarEvent,
  interaction: IconMessage,
  introduction: IconHeartHandshake,
  import: IconFileImport,
  role: IconBriefcase,
  follow_up: IconFlag,
  created: IconUserPlus,
};

/** What happened with somebody, newest first; undated things at the end. */
export function TimelineSection({ person }: { person: PersonDetail }) {
  return (
    <Section title={words.title} action={!person.isMe && <LogContact person={person} />}>
      {person.timeline.length === 0 && <NothingYet>{words.none}</NothingYet>}
      <ol className={classes.list}>
        {person.timeline.map((entry, index) => (
          <EntryLine key={index} entry={entry} />
        ))}
      </ol>
    </Section>
  );
}

function EntryLine({ entry }: { entry: Entry }) {
  const Icon = icons[entry.kind];
  return (
    <li className={classes.entry}>
      <span className={classes.icon}>
        <Icon size={15} stroke={1.7} aria-hidden />
      </span>
      <span className={classes.what}>
        <EntryTitle entry={entry} />
        {entry.note !== '' && <span className={classes.note}>{entry.note}</span>}
      </span>
      <span className={`${classes.date} numbers`}>
        {entry.onDate === null ? text.common.unknownDate : day(entry.onDate)}
      </span>
    </li>
  );
}

function EntryTitle({ entry }: { entry: Entry }) {
  if (entry.eventId !== null) {
    return (
      <Link
        to="/events/$eventId"
        params={{ eventId: entry.eventId as EventId }}
        className={classes.link}
      >
        {entry.title}
      </Link>
    );
  }
  if (entry.introductionId !== null) {
    return (
      <Link to="/introductions" search={{ id: entry.introductionId }} className={classes.link}>
        {entry.title}
      </Link>
    );
  }
  return <span>{entry.title}</span>;
}

const kinds = ['conversation', 'message', 'call', 'meeting'] as const;

function LogContact({ person }: { person: PersonDetail }) {
  const today = useToday();
  const [kind, setKind] = useState<(typeof kinds)[number]>('conversation');
  const [onDate, setOnDate] = useState('');
  const [note, setNote] = useDraft(`contact:${person.id}`, '');
  const log = useCommand(api.people.logInteraction, () => {
    setNote('');
    notifyDone(words.logged);
  });
  return (
    <FormPopover
      label={words.log}
      withLabel
      submitLabel={words.save}
      onSubmit={() =>
        log.mutate({ id: person.id, kind, onDate: onDate === '' ? today : onDate, note })
      }
    >
      <NativeSelect
        label={words.kind}
        data-autofocus
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as typeof kind)}
        data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <PastDayField label={words.onDate} value={onDate} onChange={setOnDate} />
      <TextInput
        mt="xs"
        label={words.note}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormPopover>
  );
}
