/** Whether a row of a file and somebody known are one: what speaks for it and against. A suggestion, never an answer. */
import { foldName } from '../tables/fold-name.ts';
import type { Dossier } from './dossiers.ts';
import type { ParsedPerson } from './parsed-file.ts';

export interface RowSuggestion {
  readonly suggests: 'same' | 'different' | null;
  /** Sentences without a full stop, the weightiest first. */
  readonly because: readonly string[];
}

export function suggestForRow(known: Readonly<Dossier>, row: ParsedPerson): RowSuggestion {
  const same: string[] = [];
  const different: string[] = [];
  if (known.birthday !== null && row.birthday !== null) {
    if (known.birthday === row.birthday) same.push('Both have the same birthday');
    else different.push('Their birthdays differ');
  }
  const employers = new Set(known.roles.map(({ organisation }) => organisation));
  const shared = row.roles.find(
    ({ organisation }) => organisation !== null && employers.has(foldName(organisation)),
  );
  if (shared !== undefined) same.push(`Both work or worked at ${shared.organisation}`);
  const tags = row.tags.filter((tag) => known.tags.includes(foldName(tag)));
  if (tags.length > 0) same.push(`Both have the tag ${tags[0]}`);
  const suggests =
    same.length > 0 && different.length === 0
      ? 'same'
      : different.length > 0 && same.length === 0
        ? 'different'
        : null;
  return { suggests, because: [...different, ...same] };
}
