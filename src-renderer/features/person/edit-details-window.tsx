import { Button, Group, Modal, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useCommand } from '../../commands/use-command.ts';
import { text } from '../../text/index.ts';

const words = text.person.details;
const birthdayForm = /^(\d{4}|-)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u;

interface EditDetailsProps {
  person: PersonDetail;
  isOpen: boolean;
  onClose: () => void;
}

/** Name, birthday, and how we met, in one small form. */
export function EditDetailsWindow({ person, isOpen, onClose }: EditDetailsProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={words.title}
      size="32rem"
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <DetailsForm person={person} onDone={onClose} />
    </Modal>
  );
}

const orNull = (value: string): string | null => (value.trim() === '' ? null : value.trim());

function DetailsForm({ person, onDone }: { person: PersonDetail; onDone: () => void }) {
  const [draft, setDraft] = useDraft(`details:${person.id}`, {
    name: person.isNamed ? person.name : '',
    givenName: person.givenName ?? '',
    familyName: person.familyName ?? '',
    birthday: person.birthday ?? '',
    metOn: person.metOn ?? '',
    howMet: person.howMet,
  });
  const update = useCommand(api.people.update, onDone);
  const isBirthdayWrong = draft.birthday.trim() !== '' && !birthdayForm.test(draft.birthday.trim());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isBirthdayWrong) return;
    update.mutate({
      id: person.id,
      ...(draft.name.trim() === '' ? {} : { name: draft.name.trim() }),
      givenName: orNull(draft.givenName),
      familyName: orNull(draft.familyName),
      birthday: orNull(draft.birthday),
      metOn: orNull(draft.metOn),
      howMet: draft.howMet.trim(),
    });
  };
  const field = (key: keyof typeof draft, label: string) => ({
    label,
    value: draft[key],
    onChange: (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  return (
    <form onSubmit={submit} noValidate>
      <TextInput data-autofocus {...field('name', words.name)} />
      <SimpleGrid cols={2} mt="sm" spacing="sm">
        <TextInput {...field('givenName', words.givenName)} />
        <TextInput {...field('familyName', words.familyName)} />
        <TextInput
          description={words.birthdayHint}
          error={isBirthdayWrong ? words.birthdayWrong : null}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...field('birthday', words.birthday)}
        />
        <TextInput type="date" {...field('metOn', words.metOn)} />
      </SimpleGrid>
      <Textarea autosize minRows={2} mt="sm" {...field('howMet', words.howMet)} />
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onDone}>
          {text.common.cancel}
        </Button>
        <Button type="submit" loading={update.isPending}>
          {text.common.save}
        </Button>
      </Group>
    </form>
  );
}
