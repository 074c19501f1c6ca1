import type { PeopleSort } from '../../people-search.ts';
import { text } from '../../text/index.ts';

export type ColumnKey = keyof typeof text.peopleColumns.names;

export interface Column {
  readonly key: ColumnKey;
  readonly label: string;
  readonly sort: PeopleSort['by'] | null;
  /** Pixels, unless the user has chosen others. */
  readonly width: number;
}

const column = (key: ColumnKey, width: number, sort: Column['sort'] = null): Column => ({
  key,
  label: text.peopleColumns.names[key],
  sort,
  width,
});

/** Pixels that the usual columns may shrink to where there is little room. */
const leastWidths: Readonly<Partial<Record<ColumnKey | 'name', number>>> = {
  name: 160,
  organisation: 140,
  strength: 118,
  lastContact: 90,
  tags: 90,
  platforms: 100,
};

/** All columns beside the name, in the order in which they are offered. */
export const allColumns: readonly Column[] = [
  column('organisation', 200, 'organisation'),
  column('tags', 130),
  column('platforms', 130),
  column('strength', 140, 'strength'),
  column('lastContact', 115, 'lastContact'),
  column('title', 150, 'title'),
  column('company', 160, 'organisation'),
  column('email', 190),
  column('phone', 140),
  column('howMet', 200),
  column('metOn', 110, 'metOn'),
  column('events', 170),
  column('offers', 140),
  column('needs', 140),
  column('birthday', 110, 'birthday'),
  column('keepInTouch', 220, 'dueOn'),
  column('doNotAsk', 110),
  column('added', 110, 'added'),
];

const narrowest = 70;
const widest = 600;
/** The name is always there, and first. */
const nameWidth = 190;
/** Pixels of the boxes at the left, of the gap between columns, and of the margins. */
const checkWidth = 36;
const columnGap = 14;
const margins = 64;
/** The bar by which the table is scrolled stands beside the columns. */
const scrollBar = 12;

/** What the user has chosen; null where nothing was chosen yet. */
export interface ColumnChoice {
  readonly shown: readonly ColumnKey[] | null;
  readonly widths: Readonly<Partial<Record<ColumnKey | 'name', number>>>;
}

/** The usual columns, the one that is missed last first. Where there is no room, the last ones are left out. */
const usual: readonly ColumnKey[] = [
  'organisation',
  'strength',
  'tags',
  'lastContact',
  'platforms',
];

export function columnOf(key: ColumnKey): Column | undefined {
  return allColumns.find((known) => known.key === key);
}

export function widthOf(key: ColumnKey | 'name', { widths }: ColumnChoice): number {
  const standard = key === 'name' ? nameWidth : (columnOf(key)?.width ?? nameWidth);
  return Math.min(widest, Math.max(narrowest, widths[key] ?? standard));
}

/** Pixels below which a column never falls; as chosen, unless nothing was chosen. */
function leastOf(key: ColumnKey | 'name', choice: ColumnChoice): number {
  const least = leastWidths[key];
  return choice.shown !== null || choice.widths[key] !== undefined || least === undefined
    ? widthOf(key, choice)
    : least;
}

/** Pixels that a table of these columns needs at least. */
export function widthNeeded(columns: readonly Column[], choice: ColumnChoice): number {
  return columns.reduce(
    (sum, { key }) => sum + columnGap + leastOf(key, choice),
    margins + checkWidth + columnGap + leastOf('name', choice),
  );
}

/**
 * The columns to show in a place of so many pixels: those chosen, however wide, or as many of the usual ones as
 * there is room for.
 */
export function columnsFor(choice: ColumnChoice, room: number): Column[] {
  if (choice.shown !== null) return choice.shown.flatMap((key) => columnOf(key) ?? []);
  const fitting: Column[] = [];
  for (const key of usual) {
    const next = columnOf(key);
    if (next === undefined || widthNeeded([...fitting, next], choice) > room - scrollBar) break;
    fitting.push(next);
  }
  return allColumns.filter((known) => fitting.includes(known));
}

/** The grid's columns for CSS: each at least as wide as chosen, and what is left shared out in proportion. */
export function templateOf(columns: readonly Column[], choice: ColumnChoice): string {
  const share = (key: ColumnKey | 'name') =>
    `minmax(${leastOf(key, choice)}px, ${widthOf(key, choice)}fr)`;
  return [`${checkWidth}px`, share('name'), ...columns.map(({ key }) => share(key))].join(' ');
}
