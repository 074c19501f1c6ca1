/** Between what the column mapper offers and what columns mean to the readers; remembered by the header. */
import { createHash } from 'node:crypto';
import type { ReadableBook, WritableBook } from '../book/access.ts';
import { type ColumnKind, columnMapping } from '../contract/columns.ts';
import { foldKey } from './readers/clean-text.ts';
import type { ColumnRole } from './readers/contact-columns.ts';

type Kinds = readonly (ColumnKind | null)[];
type Roles = readonly (ColumnRole | null)[];

const platforms: ReadonlySet<string> = new Set([
  'linkedin',
  'facebook',
  'x',
  'instagram',
  'mastodon',
  'bluesky',
  'github',
]);
const addressParts = ['street', 'locality', 'region', 'postcode', 'country'] as const;

/** How the mapper shows a guess; null for what it has no word for, which then stays as it is guessed. */
export function kindOfRole(role: ColumnRole | null): ColumnKind | null {
  if (role === null || role.isLabel === true) return null;
  switch (role.field) {
    case 'account':
      return platforms.has(role.label ?? '') ? (role.label as ColumnKind) : null;
    case 'phone':
      return role.label === 'mobile' ? 'mobile' : 'phone';
    case 'address':
      return addressParts.find((part) => part === role.part) ?? null;
    case 'relation':
      return null;
    default:
      return role.field;
  }
}

function roleOfKind(kind: ColumnKind, index: number): ColumnRole {
  const part = addressParts.find((one) => one === kind);
  if (part !== undefined) return { field: 'address', part, slot: 'address' };
  if (kind === 'mobile') return { field: 'phone', label: 'mobile' };
  // Two columns of addresses are two addresses.
  if (kind === 'email') return { field: 'email', slot: `column ${index}` };
  if (platforms.has(kind)) return { field: 'account', label: kind };
  return { field: kind as Exclude<ColumnRole['field'], 'account' | 'address' | 'relation'> };
}

/** The roles that somebody chose; where the choice is the guess, the guess says more (which phone it is). */
export function rolesOfKinds(guesses: Roles, kinds: Kinds): Roles {
  return guesses.map((guess, index) => {
    const kind = kinds[index] ?? null;
    if (kind === null) return null;
    return kind === kindOfRole(guess) ? guess : roleOfKind(kind, index);
  });
}

/** What was chosen for a table of this header before; null: nothing. */
export function readColumnMapping(book: ReadableBook, header: readonly string[]): Kinds | null {
  const kept = book.value<string>('SELECT value FROM setting WHERE name = @name', {
    name: settingOf(header),
  });
  const parsed = kept === undefined ? null : columnMapping.safeParse(JSON.parse(kept));
  return parsed?.success === true ? parsed.data : null;
}

export function saveColumnMapping(
  book: WritableBook,
  header: readonly string[],
  kinds: Kinds,
): void {
  book.run(
    `INSERT INTO setting (name, value) VALUES (@name, @value)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    { name: settingOf(header), value: JSON.stringify(kinds) },
  );
}

/** The same columns in the same order, whatever their capitals and accents. */
function settingOf(header: readonly string[]): string {
  const text = JSON.stringify(header.map(foldKey));
  return `columns ${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}
