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
  return {
    label: nothing(name),
    items: [makeItem('newcomer', newcomer(name), { icon: IconUserPlus, run })],
  };
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
  const fits = commands.filter((command) => {
    if (command.id === 'palette' || !command.isPossible) return false;
    const searched = searchedText(command);
    return wanted.every((word) => searched.includes(word));
  });
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

/** A line of which nothing is known but its name and what it does, and what `more` says. */
function makeItem(
  id: string,
  label: string,
  more: Partial<PaletteItem> & Pick<PaletteItem, 'run'>,
): PaletteItem {
  return { id, label, hint: '', icon: null, person: null, shortcut: null, ...more };
}

function itemOfButton({ label, press }: PageButton): PaletteItem {
  return makeItem(`button:${label}`, label, { icon: IconPointer, run: press });
}

function itemOfCommand({ id, label, icon, keys, run }: Command): PaletteItem {
  return makeItem(id, label, { icon, shortcut: keys[0] ?? null, run });
}

function groupsOf(found: Found, navigate: ReturnType<typeof useNavigate>): PaletteGroup[] {
  return [
    {
      label: groupNames.people,
      items: found.people.map((person) =>
        makeItem(`person:${person.id}`, person.name, {
          hint: person.hint,
          person,
          run: () => void navigate({ to: '/people/$personId', params: { personId: person.id } }),
        }),
      ),
    },
    {
      label: groupNames.events,
      items: found.events.slice(0, 5).map((event) =>
        makeItem(`event:${event.id}`, event.title, {
          hint: event.heldOn === null ? '' : day(event.heldOn),
          icon: IconCalendarEvent,
          run: () => void navigate({ to: '/events/$eventId', params: { eventId: event.id } }),
        }),
      ),
    },
    {
      label: groupNames.organisations,
      items: found.organisations.slice(0, 5).map(({ id, name, people }) =>
        makeItem(`organisation:${id}`, text.frame.palette.atOrganisation(name), {
          hint: text.common.people(people),
          icon: IconBuilding,
          run: () => void navigate({ to: '/people', search: { organisation: id } }),
        }),
      ),
    },
    {
      label: groupNames.tags,
      items: found.tags.slice(0, 5).map(({ id, name }) =>
        makeItem(`tag:${id}`, text.frame.palette.tagged(name), {
          icon: IconTag,
          run: () => void navigate({ to: '/people', search: { tag: id } }),
        }),
      ),
    },
    {
      label: groupNames.topics,
      items: found.topics.slice(0, 5).map(({ id, name }) =>
        makeItem(`topic:${id}`, text.frame.palette.offering(name), {
          icon: IconBulb,
          run: () => void navigate({ to: '/ask', search: { offers: id } }),
        }),
      ),
    },
  ];
}
