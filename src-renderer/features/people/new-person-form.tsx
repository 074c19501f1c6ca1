import { Button, Checkbox, Group, SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type RefObject, useRef, useState } from 'react';
import type { PersonRef } from '../../../src-main/contract/common.ts';
import { api, read } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { OrganisationField } from '../../components/name-fields.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { text } from '../../text/index.ts';
import classes from './new-person-form.module.css';

const words = text.people.newPerson;
const empty = { name: '', organisation: '', title: '', email: '', phone: '', howMet: '' };
type Draft = typeof empty;

/** What was typed without what was left empty: unknown is left out, never ''. */
function filledIn({ name, ...rest }: Draft): { name: string } & Partial<Omit<Draft, 'name'>> {
  const filled = Object.entries(rest)
    .map(([key, value]) => [key, value.trim()] as const)
    .filter(([, value]) => value !== '');
  return { name: name.trim(), ...Object.fromEntries(filled) };
}

/** The fields of somebody new, the name perhaps given, with two ways to go on. */
export function NewPersonForm({ name, onDone }: { name: string; onDone: () => void }) {
  const [draft, setDraft] = useDraft('new-person', { ...empty, name });
  const [isMyContact, setMyContact] = useState(true);
  const [isMissing, setMissing] = useState(false);
  const nameInput = useRef<HTMLInputElement>(null);
  const create = useCreate(onDone, () => {
    setDraft(empty);
    setMissing(false);
    nameInput.current?.focus();
  });
  const submit = (another: boolean): void => {
    if (draft.name.trim() === '') {
      setMissing(true);
      nameInput.current?.focus();
    } else create.mutate({ draft: { ...filledIn(draft), isMyContact }, another });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <Fields
        draft={draft}
        onChange={setDraft}
        nameInput={nameInput}
        isMissing={isMissing && draft.name.trim() === ''}
      />
      <Checkbox
        mt="md"
        label={words.isMyContact}
        description={words.isMyContactHint}
        checked={isMyContact}
        onChange={(event) => setMyContact(event.currentTarget.checked)}
      />
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" disabled={create.isPending} onClick={() => submit(true)}>
          {words.addAnother}
        </Button>
        <Button type="submit" loading={create.isPending}>
          {words.add}
        </Button>
      </Group>
    </form>
  );
}

interface FieldsProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  nameInput: RefObject<HTMLInputElement | null>;
  isMissing: boolean;
}

function Fields({ draft, onChange, nameInput, isMissing }: FieldsProps) {
  const field = (key: keyof Draft, label: string) => ({
    label,
    value: draft[key],
    onChange: (event: FormEvent<HTMLInputElement>) =>
      onChange({ ...draft, [key]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput
        ref={nameInput}
        data-autofocus
        required
        error={isMissing ? words.nameMissing : null}
        {...field('name', words.name)}
      />
      <SameName name={draft.name} />
      <SimpleGrid cols={2} mt="sm" spacing="sm">
        <TextInput placeholder={words.rolePlaceholder} {...field('title', words.role)} />
        <OrganisationField
          label={words.organisation}
          value={draft.organisation}
          onChange={(organisation) => onChange({ ...draft, organisation })}
        />
        <TextInput type="email" {...field('email', words.email)} />
        <TextInput type="tel" {...field('phone', words.phone)} />
      </SimpleGrid>
      <TextInput mt="sm" {...field('howMet', words.howMet)} />
    </>
  );
}

type CreateInput = Parameters<typeof api.people.create>[0];

function useCreate(onDone: () => void, onAnother: () => void) {
  const navigate = useNavigate();
  const notifyUndoable = useNotifyUndoable();
  return useMutation({
    mutationFn: ({ draft }: { draft: CreateInput; another: boolean }) => api.people.create(draft),
    onSuccess: async ({ person }, { another }) => {
      if (another) onAnother();
      else {
        onDone();
        void navigate({ to: '/people/$personId', params: { personId: person.id } });
      }
      await notifyUndoable(words.added(person.name));
    },
    onError: notifyError,
  });
}

/** Says so while typing when somebody of that name is there already. A same name may still be another person. */
function SameName({ name }: { name: string }) {
  const [rests] = useDebouncedValue(name.trim(), 150);
  const { data = [] } = useQuery({
    ...read('people', 'complete', { text: rests, limit: 10 }),
    enabled: rests !== '',
  });
  const same = data.filter((person) => isSameName(person, rests)).slice(0, 3);
  return (
    <div role="status" className={classes.same} data-empty={same.length === 0}>
      {same.length > 0 && (
        <>
          {words.alreadyThere(same.length)}
          {same.map((person) => (
            <PersonLink key={person.id} person={person} hint={person.hint} />
          ))}
        </>
      )}
    </div>
  );
}

function isSameName(person: PersonRef, name: string): boolean {
  return person.name.localeCompare(name, undefined, { sensitivity: 'base' }) === 0;
}
