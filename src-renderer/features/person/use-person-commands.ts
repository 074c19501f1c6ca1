import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import IconCircles from '@tabler/icons-react/dist/esm/icons/IconCirclesRelation.mjs';
import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs';
import IconMessage from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs';
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

const words = text.person;

/** What can be done about the person whose page is open, for the palette and the keyboard. */
export function usePersonCommands(
  person: PersonDetail,
  actions: { readonly edit: () => void; readonly remove: () => void },
): void {
  const navigate = useNavigate();
  const notifyUndoable = useNotifyUndoable();
  const done = (label: string) => (): void => void notifyUndoable(label);
  const update = useCommand(api.people.update);
  const log = useCommand(api.people.logInteraction, done(words.commands.logged(person.name)));
  const { id, isMe, name } = person;
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
            id: 'archivePerson',
            label: words.commands.archive(name, person.isArchived),
            icon: IconArchive,
            run: () =>
              update.mutate(
                { id, isArchived: !person.isArchived },
                { onSuccess: done(words.commands.archive(name, person.isArchived)) },
              ),
          },
          {
            id: 'doNotAsk',
            label: words.commands.doNotAsk(name, person.doNotAsk),
            icon: IconHandStop,
            run: () =>
              update.mutate(
                { id, doNotAsk: !person.doNotAsk },
                { onSuccess: done(words.commands.doNotAsk(name, person.doNotAsk)) },
              ),
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
