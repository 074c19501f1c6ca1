import { TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonRef } from '../../../src-main/contract/common.ts';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api, read } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useCommand } from '../../commands/use-command.ts';
import { FormPopover } from '../../components/form-popover.tsx';
import { notifyDone } from '../../components/notify.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { PersonPicker } from '../../components/person-picker.tsx';
import { StrengthMeter } from '../../components/strength-meter.tsx';
import { TieEvidence } from '../../components/tie-evidence.tsx';
import { text } from '../../text/index.ts';
import { GrowingSection, useGrowth } from './growing-section.tsx';
import classes from './ties-section.module.css';

const words = text.person.ties;

/** Everybody this person is tied to, strongest first, each tie open to its evidence. */
export function TiesSection({ person }: { person: PersonDetail }) {
  const growth = useGrowth();
  const answer = useQuery({
    ...read('ties', 'ofPerson', { id: person.id, limit: growth.limit }),
    placeholderData: keepPreviousData,
  });
  const action = <TellTie person={person} />;
  return (
    <GrowingSection {...{ action, answer, growth }} title={words.title} none={words.none}>
      <ul className={classes.list}>
        {answer.data?.rows.map((tie) => (
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
    </GrowingSection>
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
