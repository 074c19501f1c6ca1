import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useState } from 'react';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useCommand } from '../../commands/use-command.ts';
import { FormPopover } from '../../components/form-popover.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { text } from '../../text/index.ts';
import { Accounts } from './accounts.tsx';
import { ContactPoints } from './contact-points.tsx';

const words = text.person.contact;
type Kind = PersonDetail['contactPoints'][number]['kind'];

/** Addresses, numbers and accounts: to write, to copy, to add and to remove. */
export function ContactSection({ person }: { person: PersonDetail }) {
  const remove = useCommand(api.people.removeContactPoint);
  const isEmpty = person.contactPoints.length === 0 && person.accounts.length === 0;
  return (
    <Section title={words.title} action={<AddContactPoint person={person} />}>
      {isEmpty && <NothingYet>{words.none(person.isMe)}</NothingYet>}
      <ContactPoints
        person={person}
        renderEnd={({ id, value }) => (
          <ActionIcon
            size="sm"
            aria-label={words.remove(value)}
            title={words.remove(value)}
            onClick={() => remove.mutate({ id: person.id, contactPointId: id })}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        )}
      />
      <Accounts person={person} />
    </Section>
  );
}

function AddContactPoint({ person }: { person: PersonDetail }) {
  const [kind, setKind] = useState<Kind>('email');
  const [value, setValue] = useDraft(`contact-point:${person.id}`, '');
  const add = useCommand(api.people.addContactPoint, () => setValue(''));
  return (
    <FormPopover
      label={words.add}
      onSubmit={() => {
        if (value.trim() === '') return false;
        add.mutate({ id: person.id, kind, value: value.trim() });
        return true;
      }}
    >
      <NativeSelect
        label={words.kind}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as Kind)}
        data={Object.entries(words.kinds).map(([key, label]) => ({ value: key, label }))}
      />
      <TextInput
        mt="xs"
        label={words.value}
        value={value}
        data-autofocus
        onChange={(event) => setValue(event.currentTarget.value)}
      />
    </FormPopover>
  );
}
