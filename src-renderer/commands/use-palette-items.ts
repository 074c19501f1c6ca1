import type { TablerIcon } from '@tabler/icons-react';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import IconBuilding from '@tabler/icons-react/dist/esm/icons/IconBuilding.mjs';
import IconCalendarEvent from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs';
import IconPointer from '@tabler/icons-react/dist/esm/icons/IconPointer.mjs';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { PersonRef } from '../../src-main/contract/common.ts';
import { type Answer, read } from '../api.ts';
import { foldText } from '../components/fold-text.ts';
import { day } from '../text/common.ts';
import { text } from '../text/index.ts';
import type { PageButton } from './page-buttons.ts';
import { useUi } from './ui-context.tsx';
import type { Command } from './use-commands.ts';

/** One line of the palette. */
export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly icon: TablerIcon | null;
  readonly person: PersonRef | null;
  readonly shortcut: string | null;
  readonly run: () => void;
}
export interface PaletteGroup {
  readonly label: string;
  readonly items: readonly PaletteItem[];
}

type Found = Answer<'search', 'find'>;

const groupNames = text.frame.palette.groups;

/**
 * What the palette offers for a text, whether the book's part still belongs to an earlier text, and whether the first
 * line stays the first whatever the book's part will be.
 */
export function usePaletteItems(
  typed: string,
  commands: readonly Command[],
  buttons: readonly PageButton[],
) {
  const words = typed.trim();
  const { data, isPlaceholderData, isFetching } = useQuery({
    ...read('search', 'find', { text: words, limit: 8 }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  });
  const navigate = useNavigate();
  const { open } = useUi();
  const found = words === '' || data === undefined ? [] : groupsOf(data, navigate);
  const own = commandGroups(words, commands, buttons);
  // A name is what is looked for most; a command that begins with the text is meant all the same.
  const startsCommand = own.some((group) =>
    group.items.some((item) => foldText(item.label).startsWith(foldText(words))),
  );
  const groups = words === '' || startsCommand ? [...own, ...found] : [...found, ...own];
  const isPending = words !== '' && (isPlaceholderData || (isFetching && data === undefined));
  const filled = groups.filter((group) => group.items.length > 0);
  const canAdd = commands.some(({ id, isPossible }) => id === 'newPerson' && isPossible);
  const isNobody = filled.length === 0 && !isPending && words !== '' && canAdd;
  return {
    groups: isNobody ? [newcomerGroup(words, () => open('newPerson', words))] : filled,
    isPending,
    isFirstKnown: startsCommand,
  };
}

/** A name that nobody bears is most likely somebody new. */
function newcomerGroup(name: string, run: () => void): PaletteGroup {
  const { nothing, newcomer } = text.frame.palette;
  const label = newcomer(name);
  const person = { id: 'newcomer', label, hint: '', icon: IconUserPlus, person: null } as const;
  return { label: nothing(name), items: [{ ...person, shortcut: null, run }] };
}

/** What a command is looked for by: its name, and the names that other programs give it. */
function searchedText({ id, label }: Command): string {
  const { alsoCalled } = text.frame.palette;
  return foldText(`${label} ${alsoCalled[id] ?? ''}`);
}

function commandGroups(
  words: string,
  commands: readonly Command[],
  buttons: readonly PageButton[],
): PaletteGroup[] {
  const wanted = foldText(words).split(/\s+/u);
  const fits = commands.filter(
    (command) =>
      command.id !== 'palette' &&
      command.isPossible &&
      wanted.every((word) => searchedText(command).includes(word)),
  );
  const groups = (['here', 'actions', 'pages'] as const).map((group) => ({
    label: groupNames[group],
    items: fits.filter((command) => command.group === group).map(itemOfCommand),
  }));
  // buttons only when asked for by name: a page can have hundreds, one in every row
  const named = new Set(fits.map(({ label }) => foldText(label)));
  const pressed = buttons.filter(
    ({ label }) =>
      words !== '' &&
      !named.has(foldText(label)) &&
      wanted.every((word) => foldText(label).includes(word)),
  );
  const items = pressed.slice(0, shownButtons).map(itemOfButton);
  return [...groups, { label: groupNames.buttons, items }];
}

/** More buttons of one name part are not looked through: a letter more tells them apart. */
const shownButtons = 8;

function itemOfButton({ label, press }: PageButton): PaletteItem {
  return {
    id: `button:${label}`,
    label,
    hint: '',
    icon: IconPointer,
    person: null,
    shortcut: null,
    run: press,
  };
}

function itemOfCommand(command: Command): PaletteItem {
  return {
    id: command.id,
    label: command.label,
    hint: '',
    icon: command.icon,
    person: null,
    shortcut: command.keys[0] ?? null,
    run: command.run,
  };
}

function groupsOf(found: Found, navigate: ReturnType<typeof useNavigate>): PaletteGroup[] {
  const item = (
    id: string,
    label: string,
    more: Partial<PaletteItem> & Pick<PaletteItem, 'run'>,
  ): PaletteItem => ({ id, label, hint: '', icon: null, person: null, shortcut: null, ...more });
  return [
    {
      label: groupNames.people,
      items: found.people.map((person) =>
        item(`person:${person.id}`, person.name, {
          hint: person.hint,
          person,
          run: () => void navigate({ to: '/people/$personId', params: { personId: person.id } }),
        }),
      ),
    },
    {
      label: groupNames.events,
      items: found.events.slice(0, 5).map((event) =>
        item(`event:${event.id}`, event.title, {
          hint: event.heldOn === null ? '' : day(event.heldOn),
          icon: IconCalendarEvent,
          run: () => void navigate({ to: '/events/$eventId', params: { eventId: event.id } }),
        }),
      ),
    },
    {
      label: groupNames.organisations,
      items: found.organisations.slice(0, 5).map(({ id, name, people }) =>
        item(`organisation:${id}`, text.frame.palette.atOrganisation(name), {
          hint: text.common.people(people),
          icon: IconBuilding,
          run: () => void navigate({ to: '/people', search: { organisation: id } }),
        }),
      ),
    },
    {
      label: groupNames.tags,
      items: found.tags.slice(0, 5).map(({ id, name }) =>
        item(`tag:${id}`, text.frame.palette.tagged(name), {
          icon: IconTag,
          run: () => void navigate({ to: '/people', search: { tag: id } }),
        }),
      ),
    },
    {
      label: groupNames.topics,
      items: found.topics.slice(0, 5).map(({ id, name }) =>
        item(`topic:${id}`, text.frame.palette.offering(name), {
          icon: IconBulb,
          run: () => void navigate({ to: '/ask', search: { offers: id } }),
        }),
      ),
    },
  ];
}
