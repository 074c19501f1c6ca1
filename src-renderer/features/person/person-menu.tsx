import { ActionIcon, Menu } from '@mantine/core';
import IconArrowMerge from '@tabler/icons-react/dist/esm/icons/IconArrowMerge.mjs';
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconEraser from '@tabler/icons-react/dist/esm/icons/IconEraser.mjs';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import IconNotes from '@tabler/icons-react/dist/esm/icons/IconNotes.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useNavigate } from '@tanstack/react-router';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { text } from '../../text/index.ts';
import { useErasePerson } from './use-erase-person.ts';

const words = text.person.head;

interface PersonMenuProps {
  person: PersonDetail;
  onRemove: () => void;
}

/** What is done about somebody seldom. */
export function PersonMenu({ person, onRemove }: PersonMenuProps) {
  const navigate = useNavigate();
  const erase = useErasePerson(person);
  const notifyUndoable = useNotifyUndoable();
  const archiving = text.person.commands.archive(person.name, person.isArchived);
  const archive = useCommand(api.people.update, () => void notifyUndoable(archiving));
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={words.more(person.name)}
          title={words.more(person.name)}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFileText size={16} aria-hidden />}
          onClick={() =>
            void navigate({ to: '/people/$personId/all', params: { personId: person.id } })
          }
        >
          {words.all(person.isMe)}
        </Menu.Item>
        {!person.isMe && (
          <>
            <SheetItem personId={person.id} />
            <Menu.Item
              leftSection={<IconArrowMerge size={16} aria-hidden />}
              onClick={() => void navigate({ to: '/merge', search: { keep: person.id } })}
            >
              {text.merge.fromPerson}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArchive size={16} aria-hidden />}
              onClick={() => archive.mutate({ id: person.id, isArchived: !person.isArchived })}
            >
              {person.isArchived ? words.restore : words.archive}
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={onRemove}>
              {words.remove}
            </Menu.Item>
            <Menu.Item leftSection={<IconEraser size={16} aria-hidden />} onClick={erase}>
              {text.safety.erase.action}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function SheetItem({ personId }: { personId: PersonDetail['id'] }) {
  const navigate = useNavigate();
  return (
    <Menu.Item
      leftSection={<IconNotes size={16} aria-hidden />}
      onClick={() => void navigate({ to: '/people/$personId/meeting', params: { personId } })}
    >
      {text.meeting.open}
    </Menu.Item>
  );
}
