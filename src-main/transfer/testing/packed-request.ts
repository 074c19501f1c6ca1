/** For holding what long files come to against what short ones do. */
import { PackedPersons } from '../packed-persons.ts';
import type { ImportRequest, PlannedImport } from '../plan-import.ts';
import { stagedTables } from '../plan-stage.ts';

/** The same request, with its rows kept and let go of as those of a long file. */
export function asOfLongFiles(request: ImportRequest): ImportRequest {
  const files = request.files.map((file) => {
    const people = new PackedPersons(0, 2);
    for (const person of file.parsed.people) people.push(person);
    return { ...file, parsed: { ...file.parsed, people } };
  });
  return { ...request, files, forgetsRows: true };
}

/** All that a plan shows and would write. */
export function wholeOf({ files, stage }: PlannedImport): unknown {
  return {
    files: files.map((file) => ({ ...file, rows: [...file.rows] })),
    inserts: stagedTables.map(({ name }) => {
      const rows = stage.inserts(name);
      return [...rows.places()].map((place) => [rows.refAt(place), rows.valuesAt(place)]);
    }),
    updates: [...stage.updates()],
  };
}
