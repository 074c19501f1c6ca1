import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import {
  combineEvidence,
  GraphBuilder,
  type CompactGraph,
  type EvidencePiece,
  type TieValue,
} from '../graph/index.ts';
import { orderedPair } from '../tables/tie-evidence.ts';
import {
  evidencePiece,
  replacingPieces,
  type EvidenceColumns,
  type TieColumns,
} from '../tables/tie-pieces.ts';

/** A tie with one of its pieces of evidence; `kind` is null for a tie that has none. */
interface SweptRow extends TieColumns {
  readonly tieId: number;
  readonly low: PersonId;
  readonly high: PersonId;
  readonly kind: EvidenceColumns['kind'] | null;
  readonly platformId: number | null;
  readonly direction: EvidenceColumns['direction'];
  readonly onDate: string | null;
}

const sweptColumns = `tie.id AS tieId, tie.low_person_id AS low, tie.high_person_id AS high, tie.rating,
  tie.stated_strength AS statedStrength, evidence.kind, evidence.platform_id AS platformId,
  evidence.direction, evidence.on_date AS onDate`;

/** Highest platform id that has a bit of its own in the graph's masks; the graph keeps others beside them. */
const lastMaskedPlatform = 30;

/**
 * The graph of all ties as they stand on `today`, from one sweep over the book. Platform numbers in the graph
 * are the ids of the platform table.
 */
export function loadGraph(book: ReadableBook, today: string): CompactGraph {
  const builder = new GraphBuilder();
  const people = book.iterate<{ id: number; doNotAsk: number }>(
    'SELECT id, do_not_ask AS doNotAsk FROM person',
  );
  for (const { id, doNotAsk } of people) builder.addPerson(id, { doNotAsk: doNotAsk === 1 });
  const rows = book.iterate<SweptRow>(
    `SELECT ${sweptColumns} FROM tie LEFT JOIN evidence ON evidence.tie_id = tie.id ORDER BY tie.id`,
  );
  let group: SweptRow[] = [];
  for (const row of rows) {
    if (group[0] !== undefined && group[0].tieId !== row.tieId) {
      addGroup(builder, group, today);
      group = [];
    }
    group.push(row);
  }
  addGroup(builder, group, today);
  const me = book.value<number>('SELECT id FROM person WHERE is_me = 1');
  return builder.build(me === undefined ? {} : { me });
}

/** The tie of a pair as the graph keeps it; null when they have none, or nothing that makes one. */
export function readTieValue(
  book: ReadableBook,
  a: PersonId,
  b: PersonId,
  today: string,
): TieValue | null {
  const rows = book.all<SweptRow>(
    `SELECT ${sweptColumns} FROM tie LEFT JOIN evidence ON evidence.tie_id = tie.id
     WHERE tie.low_person_id = @low AND tie.high_person_id = @high`,
    orderedPair(a, b),
  );
  return weighGroup(rows, today);
}

function addGroup(builder: GraphBuilder, group: readonly SweptRow[], today: string): void {
  const [first] = group;
  const tie = weighGroup(group, today);
  if (first === undefined || tie === null) return;
  let mask = 0;
  const overflow: number[] = [];
  for (const platform of tie.platforms) {
    if (platform <= lastMaskedPlatform) mask |= 1 << platform;
    else overflow.push(platform);
  }
  builder.addTie(first.low, first.high, tie.strength, mask, tie.possible, overflow);
}

interface WeighedTie {
  readonly strength: number;
  readonly platforms: ReadonlySet<number>;
  readonly possible: boolean;
}

/** All rows of one tie as one strength. */
function weighGroup(group: readonly SweptRow[], today: string): WeighedTie | null {
  const [first] = group;
  if (first === undefined) return null;
  const platforms = new Set<number>();
  const pieces: EvidencePiece[] = replacingPieces(first);
  for (const { kind, platformId, direction, onDate } of group) {
    if (platformId !== null) platforms.add(platformId);
    const piece = kind === null ? null : evidencePiece({ kind, platformId, direction, onDate });
    if (piece !== null) pieces.push(piece);
  }
  const combined = combineEvidence(pieces, today);
  if (combined === null) return null;
  return { strength: combined.strength, platforms, possible: !combined.confirmed };
}
