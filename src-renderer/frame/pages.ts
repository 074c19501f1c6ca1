import type { TablerIcon } from '@tabler/icons-react';
import IconArrowsExchange from '@tabler/icons-react/dist/esm/icons/IconArrowsExchange.mjs';
import IconBroadcast from '@tabler/icons-react/dist/esm/icons/IconBroadcast.mjs';
import IconCalendarEvent from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs';
import IconCircles from '@tabler/icons-react/dist/esm/icons/IconCirclesRelation.mjs';
import IconHeartHandshake from '@tabler/icons-react/dist/esm/icons/IconHeartHandshake.mjs';
import IconPlant from '@tabler/icons-react/dist/esm/icons/IconPlant2.mjs';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import IconMap from '@tabler/icons-react/dist/esm/icons/IconTopologyStar3.mjs';
import IconRoute from '@tabler/icons-react/dist/esm/icons/IconRoute2.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconTags from '@tabler/icons-react/dist/esm/icons/IconTags.mjs';
import IconSun from '@tabler/icons-react/dist/esm/icons/IconSunHigh.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { text } from '../text/index.ts';

/** A page of the side bar. `letter` follows "g" as its shortcut; its place in the list gives Ctrl+digit. */
export interface PageEntry {
  readonly path:
    | '/today'
    | '/people'
    | '/events'
    | '/ask'
    | '/overlap'
    | '/reach'
    | '/introductions'
    | '/outcomes'
    | '/map'
    | '/transfer'
    | '/labels'
    | '/letters'
    | '/settings';
  /** Beginnings of other addresses that belong to it: it is marked there as well. */
  readonly holds?: readonly string[];
  readonly label: string;
  readonly letter: string;
  readonly icon: TablerIcon;
}

const names = text.frame.pages;

/** The pages in the order of the side bar, the palette and the digits. Settings stands apart, at the foot. */
export const pages: readonly PageEntry[] = [
  { path: '/today', label: names.today, letter: 't', icon: IconSun },
  {
    path: '/people',
    holds: ['/duplicates', '/merge', '/labels'],
    label: names.people,
    letter: 'p',
    icon: IconUsers,
  },
  { path: '/events', label: names.events, letter: 'e', icon: IconCalendarEvent },
  { path: '/ask', label: names.ask, letter: 'w', icon: IconRoute },
  { path: '/overlap', label: names.overlap, letter: 'o', icon: IconCircles },
  { path: '/reach', label: names.reach, letter: 'r', icon: IconBroadcast },
  {
    path: '/introductions',
    holds: ['/letters'],
    label: names.introductions,
    letter: 'i',
    icon: IconHeartHandshake,
  },
  { path: '/outcomes', label: names.outcomes, letter: 'c', icon: IconPlant },
  { path: '/map', label: names.map, letter: 'm', icon: IconMap },
  { path: '/transfer', label: names.transfer, letter: 'x', icon: IconArrowsExchange },
];
export const settingsPage: PageEntry = {
  path: '/settings',
  label: names.settings,
  letter: 's',
  icon: IconSettings,
};
/** Reached from Settings, the list of people and the palette: not used often enough for the side bar. */
export const labelsPage: PageEntry = {
  path: '/labels',
  label: names.labels,
  letter: 'l',
  icon: IconTags,
};
/** Reached from Settings, the drafts and the palette. */
export const lettersPage: PageEntry = {
  path: '/letters',
  label: names.letters,
  letter: 'd',
  icon: IconMail,
};
