import { ActionIcon, Checkbox, TextInput } from '@mantine/core';
import IconCalendarOff from '@tabler/icons-react/dist/esm/icons/IconCalendarOff.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { Link } from '@tanstack/react-router';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api } from '../../api.ts';
import { useToday } from '../../commands/use-book.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useCommand } from '../../commands/use-command.ts';
import { FormPopover } from '../../components/form-popover.tsx';
import { OrganisationField } from '../../components/name-fields.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { text } from '../../text/index.ts';
import classes from './lists.module.css';

const words = text.person.roles;

/** Jobs and offices, the present ones first. */
export function RolesSection({ person }: { person: PersonDetail }) {
  return (
    <Section title={words.title(person.isMe)} action={<AddRole person={person} />}>
      {person.roles.length === 0 && <NothingYet>{words.none}</NothingYet>}
      <ul className={classes.list}>
        {person.roles.map((role) => (
          <RoleLine key={role.id} person={person} role={role} />
        ))}
      </ul>
    </Section>
  );
}

interface RoleLineProps {
  person: PersonDetail;
  role: PersonDetail['roles'][number];
}

function RoleLine({ person, role }: RoleLineProps) {
  const today = useToday();
  const end = useCommand(api.people.endRole);
  const remove = useCommand(api.people.removeRole);
  const name = text.people.roleAt(role.title, role.organisation?.name ?? null);
  return (
    <li className={classes.line} data-past={!role.isCurrent || undefined}>
      <span className={classes.what} title={text.common.cameFrom(role.source)}>
        {role.title}
        {role.organisation !== null && (
          <Link
            to="/people"
            search={{ organisation: role.organisation.id }}
            className={classes.link}
          >
            {role.organisation.name}
          </Link>
        )}
      </span>
      <span className={`${classes.quiet} numbers`}>{words.period(role)}</span>
      <EditRole person={person} role={role} key={JSON.stringify(role)} />
      {role.isCurrent && (
        <ActionIcon
          size="sm"
          aria-label={words.end(name)}
          title={words.end(name)}
          onClick={() => end.mutate({ id: person.id, roleId: role.id, endedOn: today })}
        >
          <IconCalendarOff size={14} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon
        size="sm"
        aria-label={words.remove(name)}
        title={words.remove(name)}
        onClick={() => remove.mutate({ id: person.id, roleId: role.id })}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </li>
  );
}

/** The role as a form has it: what is not known is empty. */
interface Draft {
  readonly title: string;
  readonly organisation: string;
  readonly startedOn: string;
  readonly endedOn: string;
  readonly isCurrent: boolean;
}
const empty: Draft = { title: '', organisation: '', startedOn: '', endedOn: '', isCurrent: true };
const orNull = (value: string): string | null => (value.trim() === '' ? null : value.trim());

interface RoleFieldsProps {
  draft: Draft;
  onChange: (next: Draft) => void;
}

function RoleFields({ draft, onChange }: RoleFieldsProps) {
  const field = (key: 'title' | 'startedOn' | 'endedOn', label: string) => ({
    label,
    value: draft[key],
    onChange: (event: React.FormEvent<HTMLInputElement>) =>
      onChange({ ...draft, [key]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput data-autofocus {...field('title', words.roleTitle)} />
      <OrganisationField
        mt="xs"
        label={words.organisation}
        value={draft.organisation}
        isInPopover
        onChange={(organisation) => onChange({ ...draft, organisation })}
      />
      <TextInput mt="xs" type="date" {...field('startedOn', words.since)} />
      <TextInput mt="xs" type="date" {...field('endedOn', words.until)} />
      <Checkbox
        mt="sm"
        label={words.stillThere}
        disabled={draft.endedOn !== ''}
        checked={draft.isCurrent && draft.endedOn === ''}
        onChange={(event) => onChange({ ...draft, isCurrent: event.currentTarget.checked })}
      />
    </>
  );
}

function AddRole({ person }: { person: PersonDetail }) {
  const [draft, setDraft] = useDraft(`role:${person.id}`, empty);
  const add = useCommand(api.people.addRole, () => setDraft(empty));
  return (
    <FormPopover
      label={words.add}
      onSubmit={() => {
        const { isCurrent, ...texts } = draft;
        const filled = Object.entries(texts)
          .map(([key, value]) => [key, value.trim()] as const)
          .filter(([, value]) => value !== '');
        if (filled.length === 0) return false;
        add.mutate({ id: person.id, isCurrent, ...Object.fromEntries(filled) });
        return true;
      }}
    >
      <RoleFields draft={draft} onChange={setDraft} />
    </FormPopover>
  );
}

function EditRole({ person, role }: RoleLineProps) {
  const [draft, setDraft] = useDraft<Draft>(`role:${person.id}:${role.id}`, {
    title: role.title ?? '',
    organisation: role.organisation?.name ?? '',
    startedOn: role.startedOn ?? '',
    endedOn: role.endedOn ?? '',
    isCurrent: role.isCurrent,
  });
  const update = useCommand(api.person.updateRole);
  const name = text.people.roleAt(role.title, role.organisation?.name ?? null);
  return (
    <FormPopover
      label={words.change(name)}
      isCommand={false}
      icon={<IconPencil size={14} aria-hidden />}
      submitLabel={text.common.save}
      onSubmit={() => {
        const title = orNull(draft.title);
        const organisation = orNull(draft.organisation);
        const endedOn = orNull(draft.endedOn);
        if (title === null && organisation === null) return false;
        update.mutate({
          id: person.id,
          roleId: role.id,
          title,
          organisation,
          startedOn: orNull(draft.startedOn),
          endedOn,
          isCurrent: endedOn === null && draft.isCurrent,
        });
        return true;
      }}
    >
      <RoleFields draft={draft} onChange={setDraft} />
    </FormPopover>
  );
}
