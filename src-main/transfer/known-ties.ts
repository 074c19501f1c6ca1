/** Ties as plans hold them, read from the book or from what is staged. */
import type { ReadableBook } from '../book/access.ts';
import type { EvidenceKind, StoredDirection } from '../tables/tie-evidence.ts';
import type { Ref, Stage } from './plan-stage.ts';

export interface KnownEvidence {
  readonly ref: Ref;
  readonly kind: EvidenceKind;
  readonly platform: Ref | null;
  readonly direction: StoredDirection | null;
  onDate: string | null;
  note: string;
  readonly event: Ref | null;
  /** Format of the import that brought it; null: none did, or this plan. */
  readonly source: string | null;
}

export interface KnownTie {
  readonly ref: Ref;
  statedStrength: number | null;
  evidence: KnownEvidence[];
}

type TieRow = Omit<KnownEvidence, 'ref'> & {
  readonly tie: Ref;
  readonly statedStrength: number | null;
  readonly ref: Ref | null;
};

const tieColumns = `tie.id AS tie, stated_strength AS statedStrength, evidence.id AS ref, evidence.kind,
  evidence.platform_id AS platform, direction, on_date AS onDate, note,
  evidence.event_id AS event, import.format AS source`;
const tieJoins = `LEFT JOIN evidence ON evidence.tie_id = tie.id AND introduction_id IS NULL
  LEFT JOIN import ON import.id = evidence.import_id`;

/** The tie of which these rows are, each with one piece of evidence or none; null: there is none. */
function toTie(rows: readonly TieRow[]): KnownTie | null {
  const [first] = rows;
  if (first === undefined) return null;
  const evidence = rows.flatMap(
    ({ direction, event, kind, note, onDate, platform, ref, source }): KnownEvidence[] =>
      ref === null ? [] : [{ ref, kind, platform, direction, onDate, note, event, source }],
  );
  return { ref: first.tie, statedStrength: first.statedStrength, evidence };
}

/** The tie that the plan makes, with its evidence; null: it makes none. */
export function stagedTie(stage: Stage, low: Ref, high: Ref): KnownTie | null {
  const ties = stage.inserts('tie');
  const [at] = ties.find('low_person_id high_person_id', low, high);
  if (at === undefined) return null;
  const ref = ties.refAt(at);
  const rows = stage.inserts('evidence');
  const evidence = rows.find('tie_id', ref).map(
    (place): KnownEvidence => ({
      ref: rows.refAt(place),
      kind: rows.textAt(place, 'kind') as EvidenceKind,
      platform: rows.numberAt(place, 'platform_id'),
      direction: rows.textAt(place, 'direction') as StoredDirection | null,
      onDate: rows.textAt(place, 'on_date'),
      note: rows.textAt(place, 'note') ?? '',
      event: rows.numberAt(place, 'event_id'),
      source: null,
    }),
  );
  return { ref, statedStrength: ties.numberAt(at, 'stated_strength'), evidence };
}

/** Ties of one question to the book. */
const readTogether = 500;

/** The ties of one person of the book with many others; null where there is none. */
export function readTiesOf(
  book: ReadableBook,
  one: Ref,
  others: readonly Ref[],
): Map<Ref, KnownTie | null> {
  const ties = new Map<Ref, KnownTie | null>();
  const people = others.toSorted((a, b) => a - b);
  for (let at = 0; at < people.length; at += readTogether) {
    const some = people.slice(at, at + readTogether);
    const rows = book.all<TieRow & { other: Ref }>(
      `SELECT wanted.value AS other, ${tieColumns}
       FROM json_each(@some) AS wanted CROSS JOIN tie
         ON low_person_id = min(wanted.value, @one) AND high_person_id = max(wanted.value, @one)
       ${tieJoins} ORDER BY evidence.id`,
      { one, some: JSON.stringify(some) },
    );
    const rowsOf = Map.groupBy(rows, ({ other }) => other);
    for (const other of some) ties.set(other, toTie(rowsOf.get(other) ?? []));
  }
  return ties;
}

/** One look-up for a tie with all its evidence: files of ties are read again by the ten thousand. */
export function readTie(book: ReadableBook, low: Ref, high: Ref): KnownTie | null {
  return toTie(
    book.all<TieRow>(
      `SELECT ${tieColumns} FROM tie ${tieJoins}
       WHERE low_person_id = @low AND high_person_id = @high ORDER BY evidence.id`,
      { low, high },
    ),
  );
}
