import { Button, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonRef } from '../../../src-main/contract/common.ts';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api, read } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useCommand } from '../../commands/use-command.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FormPopover } from '../../components/form-popover.tsx';
import { notifyDone } from '../../components/notify.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { PersonPicker } from '../../components/person-picker.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StrengthMeter } from '../../components/strength-meter.tsx';
import { TieEvidence } from '../../components/tie-evidence.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import classes from './ties-section.module.css';

const words = text.person.ties;
const shownAtFirst = 8;
const step = 100;

/** Everybody this person is tied to, strongest first, each tie open to its evidence. */
export function TiesSection({ person }: { person: PersonDetail }) {
  const [limit, setLimit] = useState(shownAtFirst);
  const { data, error } = useQuery({
    ...read('ties', 'ofPerson', { id: person.id, limit: Math.min(limit, 500) }),
    placeholderData: keepPreviousData,
  });
  const left = data === undefined ? 0 : data.total - data.rows.length;
  return (
    <Section
      title={words.title}
      count={data === undefined ? undefined : count(data.total)}
      action={<TellTie person={person} />}
    >
      {error !== null && <ErrorNotice error={error} />}
      {error === null && data === undefined && <SkeletonRows rows={4} />}
      {data?.total === 0 && <NothingYet>{words.none}</NothingYet>}
      <ul className={classes.list}>
        {data?.rows.map((tie) => (
          <li key={tie.person.id} className={classes.line}>
            <span className={classes.person}>
              <PersonLink person={tie.person} size={26} />
            </span>
            <TieEvidence a={person.id} b={tie.person.id} label={words.why(tie.person.name)}>
              <StrengthMeter strength={tie.strength} isConfirmed={tie.isConfirmed} />
            </TieEvidence>
          </li>
        ))}
      </ul>
      {left > 0 && limit < 500 && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt="xs"
          onClick={() => setLimit(limit === shownAtFirst ? step : limit + step)}
        >
          {words.more(left)}
        </Button>
      )}
    </Section>
  );
}

function TellTie({ person }: { person: PersonDetail }) {
  const [other, setOther] = useState<PersonRef | null>(null);
  const [note, setNote] = useDraft(`tie:${person.id}`, '');
  const create = useCommand(api.people.create, (made) => setOther(made.person));
  const tell = useCommand(api.ties.tell, () => {
    if (other !== null) notifyDone(words.added(person.name, other.name));
    setOther(null);
    setNote('');
  });
  return (
    <FormPopover
      label={words.told(person.isMe)}
      withLabel
      submitLabel={words.add}
      width={320}
      onSubmit={() => {
        if (other === null) return false;
        tell.mutate({ a: person.id, b: other.id, note: note.trim() });
        return true;
      }}
    >
      <PersonPicker
        label={words.title}
        value={other}
        onChange={setOther}
        without={[person.id]}
        onCreate={(name) => create.mutate({ name, isMyContact: false })}
        autoFocus
      />
      <TextInput
        mt="xs"
        label={words.note}
        placeholder={words.notePlaceholder}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormPopover>
  );
}
