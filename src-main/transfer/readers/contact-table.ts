/** A whole address book of rows: what Google, Outlook and hand-made tables share. */
import { type FileParts } from '../format.ts';
import type { LeftOut, ParsedPerson, ParsedTie } from '../parsed-file.ts';
import { PackedPersons } from '../packed-persons.ts';
import type { ColumnRole } from './contact-columns.ts';
import { readContactRow, type RowOptions } from './contact-row.ts';
import { guessDateOrder } from './dates.ts';
import type { Table } from './table.ts';

/**
 * People, ties and left-out rows of a table whose columns have these roles.
 * @param finish what the format makes of each person
 */
export function readContactTable(
  table: Table,
  roles: readonly (ColumnRole | null)[],
  options: Omit<RowOptions, 'dateOrder'>,
  finish: (person: ParsedPerson) => ParsedPerson = (person) => person,
): Pick<FileParts, 'people' | 'ties' | 'leftOut'> {
  const people = new PackedPersons();
  const ties: ParsedTie[] = [];
  const leftOut: LeftOut[] = table.leftOut;
  const dateOrder = guessDateOrder(datesOf(table, roles), options.country);
  for (const row of table.rows) {
    const found = readContactRow(row, table.header, roles, { ...options, dateOrder });
    if (found === null) {
      leftOut.push({ line: row.line, reason: 'No name, address or number in this row.' });
      continue;
    }
    const index = people.length;
    people.push(finish(found.person));
    for (const { kind, relation, to } of found.ties) {
      ties.push({
        line: row.line,
        from: { by: 'index', index },
        to: { by: 'name', name: to },
        kind,
        relation,
        platform: null,
        strength: null,
        since: null,
        note: null,
        extra: [],
      });
    }
  }
  return { people, ties, leftOut };
}

function* datesOf(table: Table, roles: readonly (ColumnRole | null)[]): Generator<string> {
  const columns = roles.flatMap((role, index) =>
    role?.field === 'birthday' || role?.field === 'since' ? [index] : [],
  );
  for (const { cells } of table.rows) for (const index of columns) yield cells[index] ?? '';
}
