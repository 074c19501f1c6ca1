/** Plans to read a whole-book document into an empty book. */
import { checkBookDocument, parseBookDocument, readBookDocument } from './read-json.ts';
import type { PlannedFile } from './planned-file.ts';
import { PlannedRows } from './planned-rows.ts';
import type { Planner } from './plan-shelf.ts';

const format = 'acquaint-json';

/** @throws AppError UNREADABLE_FILE now; what `checkBookDocument` throws when planning */
export function bookPlanner(fileName: string, bytes: Uint8Array): Planner {
  const document = parseBookDocument(bytes);
  const people = document.tables.get('person') ?? [];
  const ties = document.tables.get('tie')?.length ?? 0;
  const rows = new PlannedRows();
  for (const [index, person] of people.entries()) {
    rows.push({
      line: index + 1,
      name: nameOf(person),
      detail: '',
      category: 'created',
      reason: 'New',
      person: null,
    });
  }
  const file: PlannedFile = {
    file: fileName,
    format,
    formatTitle: 'Acquaint, the whole book',
    platform: null,
    ownerName: null,
    people: { created: rows.length, matched: 0, unsure: 0, unchanged: 0 },
    ties: { created: ties, unchanged: 0 },
    possibleTies: 0,
    changes: [],
    edition: { doubtful: 0, tiesEnded: 0 },
    leftOut: [],
    remarks: [],
    rows,
    importRef: null,
  };
  return (book) => {
    checkBookDocument(book, document);
    return {
      files: [file],
      leftAlone: [],
      write: (writer) => {
        checkBookDocument(writer, document);
        readBookDocument(writer, document);
        return new Map();
      },
    };
  };
}

function nameOf(person: unknown): string {
  const name =
    typeof person === 'object' && person !== null && 'display_name' in person
      ? person.display_name
      : null;
  return typeof name === 'string' ? name : '';
}
