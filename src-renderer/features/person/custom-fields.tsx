import { ActionIcon, Textarea, TextInput } from '@mantine/core';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useCommand } from '../../commands/use-command.ts';
import { FormPopover } from '../../components/form-popover.tsx';
import { text } from '../../text/index.ts';
import classes from './lists.module.css';

const words = text.person.fields;
type Field = PersonDetail['fields'][number];

/** Facts that have no place of their own: mine can be changed, imported ones say whence they came. */
export function CustomFields({ person }: { person: PersonDetail }) {
  if (person.fields.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={words.title}>
      {person.fields.map((field) => (
        <FieldLine key={field.id} person={person} field={field} />
      ))}
    </ul>
  );
}

function FieldLine({ person, field }: { person: PersonDetail; field: Field }) {
  const remove = useCommand(api.person.removeField);
  return (
    <li className={classes.line}>
      <span className={classes.what}>
        <span className={classes.subtitle}>
          {field.source === 'custom'
            ? field.name
            : text.person.details.imported(field.name, field.source)}
        </span>
        <br />
        {field.value}
      </span>
      <FieldForm person={person} field={field} />
      <ActionIcon
        size="sm"
        aria-label={words.remove(field.name)}
        title={words.remove(field.name)}
        onClick={() => remove.mutate({ id: person.id, fieldId: field.id })}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </li>
  );
}

interface FieldFormProps {
  person: PersonDetail;
  /** The one that is changed; without it a new one is added. */
  field?: Field;
}

export function FieldForm({ person, field }: FieldFormProps) {
  const start = { name: field?.name ?? '', value: field?.value ?? '' };
  const [draft, setDraft] = useDraft(`field:${person.id}:${field?.id ?? 'new'}`, start);
  const add = useCommand(api.person.addField, () => setDraft(start));
  const update = useCommand(api.person.updateField);
  return (
    <FormPopover
      label={field === undefined ? words.add : words.change(field.name)}
      icon={field === undefined ? undefined : <IconPencil size={14} aria-hidden />}
      isCommand={field === undefined}
      submitLabel={field === undefined ? text.common.add : text.common.save}
      onSubmit={() => {
        const name = draft.name.trim();
        const value = draft.value.trim();
        if (name === '' || value === '') return false;
        if (field === undefined) add.mutate({ id: person.id, name, value });
        else update.mutate({ id: person.id, fieldId: field.id, name, value });
        return true;
      }}
    >
      <TextInput
        label={words.name}
        placeholder={words.namePlaceholder}
        data-autofocus
        value={draft.name}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <Textarea
        mt="xs"
        label={words.value}
        autosize
        minRows={1}
        maxRows={6}
        value={draft.value}
        onChange={(event) => setDraft({ ...draft, value: event.currentTarget.value })}
      />
    </FormPopover>
  );
}
