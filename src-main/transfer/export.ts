/** The whole book in one of the export forms. */
import type { Handlers, QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import { personRefs } from '../tables/persons.ts';
import { readExportPeople } from './export-people.ts';
import type { AttributeValue, GraphData, GraphEdge, GraphNode } from './writers/graph-data.ts';
import { writePeopleCsv } from './writers/write-csv.ts';
import { writeGexf } from './writers/write-gexf.ts';
import { writeGraphml } from './writers/write-graphml.ts';
import { type DueDate, writeIcs } from './writers/write-ics.ts';
import { writeVcards } from './writers/write-vcard.ts';
import { writeBookJson } from './write-json.ts';

type Form = Parameters<Handlers<'transfer'>['export']>[1]['as'];

const forms: Readonly<
  Record<Form, { extension: string; write: (context: QueryContext) => Uint8Array }>
> = {
  json: { extension: 'json', write: ({ book }) => writeBookJson(book) },
  csv: {
    extension: 'csv',
    write: ({ book, clock }) => writePeopleCsv(readExportPeople(book, clock.today)),
  },
  vcard4: {
    extension: 'vcf',
    write: ({ book, clock }) => writeVcards(readExportPeople(book, clock.today), '4.0'),
  },
  vcard3: {
    extension: 'vcf',
    write: ({ book, clock }) => writeVcards(readExportPeople(book, clock.today), '3.0'),
  },
  graphml: { extension: 'graphml', write: (context) => writeGraphml(readGraph(context)) },
  gexf: {
    extension: 'gexf',
    write: (context) => writeGexf(readGraph(context), context.clock.today),
  },
  ics: {
    extension: 'ics',
    write: ({ book, clock }) => writeIcs(readDueDates(book), clock.now),
  },
};

export const exportBook: Handlers<'transfer'>['export'] = (context, { as }) => {
  const { extension, write } = forms[as];
  // A Buffer may be a part of a larger pool; what crosses to the window is copied whole.
  const bytes = new Uint8Array(write(context));
  return { fileName: `acquaint-${context.clock.today}.${extension}`, bytes };
};

/** People with what a graph program can colour and size by; ties with their strength today. */
function readGraph({ book, network }: QueryContext): GraphData {
  const graph = network.graph();
  const rows = book.all<{
    id: PersonId;
    isMe: 0 | 1;
    organisation: string | null;
    tags: string | null;
  }>(
    `SELECT person.id, person.is_me AS isMe,
       (SELECT organisation.name FROM role JOIN organisation ON organisation.id = role.organisation_id
        WHERE role.person_id = person.id AND role.is_current = 1 ORDER BY role.id LIMIT 1) AS organisation,
       (SELECT group_concat(name, '; ') FROM (
          SELECT tag.name FROM person_tag JOIN tag ON tag.id = person_tag.tag_id
          WHERE person_tag.person_id = person.id ORDER BY tag.folded_name)) AS tags
     FROM person ORDER BY person.id`,
  );
  const names = personRefs(
    book,
    rows.map(({ id }) => id),
  );
  const platforms = new Map(
    book.all<{ id: number; key: string }>('SELECT id, key FROM platform').map((p) => [p.id, p.key]),
  );
  const nodes = rows.map(
    ({ id, isMe, organisation, tags }): GraphNode => ({
      id,
      label: names.get(id)?.name ?? '',
      attributes: new Map<string, AttributeValue>([
        ['me', isMe === 1],
        ['organisation', organisation],
        ['tags', tags],
      ]),
    }),
  );
  const edges = rows.flatMap(({ id: source }) =>
    graph
      .neighbourIds(source)
      .filter((target) => source < target)
      .sort((a, b) => a - b)
      .flatMap((target): GraphEdge[] => {
        const tie = graph.tie(source, target);
        if (tie === null) return [];
        const on = tie.platforms.flatMap((platform) => platforms.get(platform) ?? []);
        const attributes = new Map<string, AttributeValue>([
          ['platforms', on.length === 0 ? null : on.join('; ')],
          ['possible', tie.possible],
        ]);
        return [{ source, target, weight: tie.strength, attributes }];
      }),
  );
  return {
    nodeAttributes: [
      { name: 'me', type: 'boolean' },
      { name: 'organisation', type: 'string' },
      { name: 'tags', type: 'string' },
    ],
    edgeAttributes: [
      { name: 'platforms', type: 'string' },
      { name: 'possible', type: 'boolean' },
    ],
    nodes,
    edges,
  };
}

/** Follow-ups not yet done, reminders of introductions, birthdays. */
function readDueDates(book: QueryContext['book']): DueDate[] {
  const rows = book.all<{
    kind: 'follow-up' | 'introduction' | 'birthday';
    id: number;
    person: PersonId;
    day: string;
    what: string;
  }>(
    `SELECT 'follow-up' AS kind, id, person_id AS person, due_on AS day, what
     FROM follow_up WHERE done_on IS NULL
     UNION ALL
     SELECT 'introduction', id, introducer_id, remind_on, goal
     FROM introduction WHERE remind_on IS NOT NULL AND state NOT IN ('declined', 'outcome')
     UNION ALL
     SELECT 'birthday', id, id, birthday, '' FROM person WHERE birthday IS NOT NULL
     ORDER BY 4, 1, 2`,
  );
  const names = personRefs(
    book,
    rows.map(({ person }) => person),
  );
  return rows.map(({ kind, id, person, day, what }) => ({
    uid: `${kind}-${id}@acquaint`,
    // A birthday without a year begins in a leap year, so that 29 February is a day.
    on: day.replace(/^--/, '2000-'),
    title: titleOf(kind, names.get(person)?.name ?? '', what),
    note: null,
    isYearly: kind === 'birthday',
  }));
}

function titleOf(
  kind: 'follow-up' | 'introduction' | 'birthday',
  name: string,
  what: string,
): string {
  if (kind === 'birthday') return `Birthday: ${name}`;
  const subject = kind === 'introduction' ? `Introduction through ${name}` : name;
  return what === '' ? subject : `${subject}: ${what}`;
}
