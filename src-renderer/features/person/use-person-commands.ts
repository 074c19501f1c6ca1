import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import IconCircles from '@tabler/icons-react/dist/esm/icons/IconCirclesRelation.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import IconMessage from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs';
import IconNotes from '@tabler/icons-react/dist/esm/icons/IconNotes.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconRoute from '@tabler/icons-react/dist/esm/icons/IconRoute2.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useNavigate } from '@tanstack/react-router';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api } from '../../api.ts';
import { usePageCommands } from '../../commands/page-commands.ts';
import { pageKeys } from '../../commands/page-keys.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { text } from '../../text/index.ts';
import { copyPoint, openPoint } from './contact-points.tsx';
import { chiefContacts } from './person-facts.ts';

const words = text.person;

/** What can be done about the person whose page is open, for the palette and the keyboard. */
export function usePersonCommands(
  person: PersonDetail,
  actions: { readonly edit: () => void; readonly remove: () => void },
): void {
  const navigate = useNavigate();
  const notifyUndoable = useNotifyUndoable();
  const { id, isMe, name } = person;
  const log = useCommand(
    api.people.logInteraction,
    () => void notifyUndoable(words.commands.logged(name)),
  );
  useReachCommands(person);
  useMarkCommands(person);
  useSheetCommand(person);
  usePageCommands([
    {
      id: 'editPerson',
      label: words.commands.edit(name),
      icon: IconPencil,
      keys: [pageKeys.editPerson],
      whileTyping: true,
      run: actions.edit,
    },
    ...(isMe
      ? []
      : [
          {
            id: 'askForPerson',
            label: words.commands.ask(name),
            icon: IconRoute,
            keys: [pageKeys.askForPerson],
            run: () => void navigate({ to: '/ask', search: { person: id } }),
          },
          {
            id: 'comparePerson',
            label: words.commands.compare(name),
            icon: IconCircles,
            keys: [pageKeys.comparePerson],
            run: () => void navigate({ to: '/overlap', search: { b: id } }),
          },
          {
            id: 'logConversation',
            label: words.commands.log(name),
            icon: IconMessage,
            keys: [pageKeys.logConversation],
            run: () => log.mutate({ id, kind: 'conversation' }),
          },
          {
            id: 'removePerson',
            label: words.commands.remove(name),
            icon: IconTrash,
            run: actions.remove,
          },
        ]),
  ]);
}

/** Writing to the person and copying where to, if an address or a number is known. */
function useReachCommands(person: PersonDetail): void {
  const [chief] = chiefContacts(person);
  usePageCommands(
    chief === undefined
      ? []
      : [
          {
            id: 'writeToPerson',
            label: words.contact.openHint(chief.kind, chief.value),
            icon: IconMail,
            keys: [pageKeys.writeToPerson],
            run: () => void openPoint(chief),
          },
          {
            id: 'copyAddress',
            label: words.commands.copy(chief.value),
            icon: IconCopy,
            keys: [pageKeys.copyAddress],
            run: () => void copyPoint(chief),
          },
        ],
  );
}

/** The sheet for a meeting; with oneself there is none. */
function useSheetCommand({ id, isMe, name }: PersonDetail): void {
  const navigate = useNavigate();
  usePageCommands([
    {
      id: 'meetingSheet',
      label: text.meeting.command(name),
      icon: IconNotes,
      isPossible: !isMe,
      run: () => void navigate({ to: '/people/$personId/meeting', params: { personId: id } }),
    },
  ]);
}

/** Commands that turn a mark of the person on or off. */
function useMarkCommands(person: PersonDetail): void {
  const notifyUndoable = useNotifyUndoable();
  const update = useCommand(api.people.update);
  const { doNotAsk, id, isArchived, isMe, name } = person;
  const archive = words.commands.archive(name, isArchived);
  const stopAsking = words.commands.doNotAsk(name, doNotAsk);
  const change = (part: { isArchived?: boolean; doNotAsk?: boolean }, label: string): void =>
    update.mutate({ id, ...part }, { onSuccess: () => void notifyUndoable(label) });
  usePageCommands([
    {
      id: 'archivePerson',
      label: archive,
      icon: IconArchive,
      isPossible: !isMe,
      run: () => change({ isArchived: !isArchived }, archive),
    },
    {
      id: 'doNotAsk',
      label: stopAsking,
      icon: IconHandStop,
      isPossible: !isMe,
      run: () => change({ doNotAsk: !doNotAsk }, stopAsking),
    },
  ]);
}
