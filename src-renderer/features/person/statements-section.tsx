import { ActionIcon, SegmentedControl, TextInput } from '@mantine/core';
import IconCalendarOff from '@tabler/icons-react/dist/esm/icons/IconCalendarOff.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useState } from 'react';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useToday } from '../../commands/use-book.ts';
import { useCommand } from '../../commands/use-command.ts';
import { FormPopover } from '../../components/form-popover.tsx';
import { TopicField } from '../../components/name-fields.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { PastDayField } from '../../components/past-day-field.tsx';
import { text } from '../../text/index.ts';
import classes from './lists.module.css';

const words = text.person.statements;
type Statement = PersonDetail['statements'][number];
const kinds = ['offers', 'needs'] as const;

/** What somebody offers and what they look for; each with its dates, and a way to say that it has ended. */
export function StatementsSection({ person }: { person: PersonDetail }) {
  return (
    <Section title={words.title} action={<AddStatement person={person} />}>
      {person.statements.length === 0 && <NothingYet>{words.none(person.isMe)}</NothingYet>}
      {kinds.map((kind) => {
        const statements = person.statements.filter((statement) => statement.kind === kind);
        return (
          statements.length > 0 && (
            <div key={kind}>
              <h3 className={classes.subtitle}>{words[kind]}</h3>
              <ul className={classes.list}>
                {statements.map((statement) => (
                  <StatementLine key={statement.id} statement={statement} />
                ))}
              </ul>
            </div>
          )
        );
      })}
    </Section>
  );
}

function StatementLine({ statement }: { statement: Statement }) {
  const end = useCommand(api.topics.endStatement);
  const remove = useCommand(api.topics.removeStatement);
  const { topic, saidOn, endedOn } = statement;
  return (
    <li className={classes.line} data-past={endedOn !== null || undefined}>
      <span className={classes.what}>{topic.name}</span>
      <span className={`${classes.quiet} numbers`}>
        {endedOn !== null ? words.ended(endedOn) : saidOn === null ? '' : words.said(saidOn)}
      </span>
      {endedOn === null && (
        <ActionIcon
          size="sm"
          aria-label={words.end(topic.name)}
          title={words.end(topic.name)}
          onClick={() => end.mutate({ statementId: statement.id })}
        >
          <IconCalendarOff size={14} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon
        size="sm"
        aria-label={words.remove(topic.name)}
        title={words.remove(topic.name)}
        onClick={() => remove.mutate({ statementId: statement.id })}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
      {statement.note !== '' && <span className={classes.note}>{statement.note}</span>}
    </li>
  );
}

function AddStatement({ person }: { person: PersonDetail }) {
  const [kind, setKind] = useState<Statement['kind']>('offers');
  const [topic, setTopic] = useDraft(`statement-topic:${person.id}`, '');
  const today = useToday();
  const [saidOn, setSaidOn] = useState('');
  const [note, setNote] = useDraft(`statement-note:${person.id}`, '');
  const add = useCommand(api.topics.addStatement, () => {
    setTopic('');
    setNote('');
  });
  return (
    <FormPopover
      label={words.add}
      onSubmit={() => {
        if (topic.trim() === '') return false;
        add.mutate({
          personId: person.id,
          kind,
          topic: topic.trim(),
          saidOn: saidOn === '' ? today : saidOn,
          note: note.trim(),
        });
        return true;
      }}
    >
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={words.title}
        value={kind}
        onChange={setKind}
        data={kinds.map((value) => ({ value, label: words[value] }))}
      />
      <TopicField
        mt="xs"
        label={words.topic}
        placeholder={words.topicPlaceholder}
        value={topic}
        data-autofocus
        isInPopover
        onChange={setTopic}
      />
      <PastDayField label={words.saidOn} value={saidOn} onChange={setSaidOn} />
      <TextInput
        mt="xs"
        label={words.note}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormPopover>
  );
}
