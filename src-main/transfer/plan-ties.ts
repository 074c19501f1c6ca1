/** Stages ties and the evidence for them; says which ties a file made and which it found. */
import type { ReadableBook } from '../book/access.ts';
import type { EvidenceKind, StoredDirection } from '../tables/tie-evidence.ts';
import { Pairs } from './pairs.ts';
import { isBefore, type Ref, type Stage } from './plan-stage.ts';
import { empty } from './small-lists.ts';
import { type KnownEvidence, type KnownTie, readTie, readTiesOf, stagedTie } from './known-ties.ts';

/** Evidence as a file states it, seen from the first person of the pair. */
export interface PlannedEvidence {
  readonly kind: EvidenceKind;
  readonly platform: Ref | null;
  /** Of a follow only. */
  readonly direction: 'outgoing' | 'incoming' | null;
  readonly onDate: string | null;
  readonly note: string;
  /** Where they both were. */
  readonly event?: Ref;
}

/** Evidence that is read from the stage each time. */
const fewPieces = 16;

export class TiePlanner {
  readonly #book: ReadableBook;
  readonly #stage: Stage;
  /** Ties of the book that the plan adds to; of those that it makes the stage has everything, so only the longest. */
  readonly #ties = new Pairs<KnownTie>();
  /** Pairs whose tie the plan takes away, though the book still has it. */
  readonly #removed = new Pairs<true>();
  /** Ties of the book that were read with others, null where there is none. */
  readonly #read = new Pairs<KnownTie | null>();
  /** Ties that were there before the file and that it states; those that it made are counted as they are made. */
  #counted = new Set<Ref>();
  /** Ties that were made as only possible ones, and that no list stated yet. */
  readonly #uncounted = new Set<Ref>();
  /** Refs of the file are this and later ones. */
  #firstRef: Ref = 0;
  #counts = { created: 0, unchanged: 0, possible: 0 };

  constructor(book: ReadableBook, stage: Stage) {
    this.#book = book;
    this.#stage = stage;
  }

  /** Reads the ties of one person with many others at once. */
  readAhead(one: Ref, others: readonly Ref[]): void {
    if (one < 0) return;
    const people = others.filter((other) => other > 0 && other !== one);
    for (const [other, tie] of readTiesOf(this.#book, one, people)) {
      this.#read.set(...pairOf(one, other), tie);
    }
  }

  /** Begins a file: its counts start at nothing. */
  startFile(): void {
    this.#counted = new Set();
    this.#firstRef = -this.#stage.refs - 1;
    this.#counts = { created: 0, unchanged: 0, possible: 0 };
  }

  /** Ties that the file made, pairs it states that had a tie before, and ties it made that are only possible. */
  get counts(): Readonly<Record<'created' | 'unchanged' | 'possible', number>> {
    return this.#counts;
  }

  /** States that two different people know each other. The same evidence is kept once; blanks are filled in. */
  add(a: Ref, b: Ref, evidence: PlannedEvidence, importRef: Ref): void {
    const tie = this.#tie(a, b, evidence.kind === 'co_attendance');
    const direction = storedDirection(a, b, evidence.direction);
    const { event = null } = evidence;
    const known = tie.evidence.find(
      (candidate) =>
        candidate.kind === evidence.kind &&
        candidate.platform === evidence.platform &&
        candidate.direction === direction &&
        candidate.event === event &&
        // Two messages on two days are two pieces of evidence; a link has one date or none.
        (evidence.kind !== 'message' || candidate.onDate === evidence.onDate),
    );
    if (known !== undefined) {
      this.#complete(known, evidence);
      return;
    }
    const { kind, platform, onDate, note } = evidence;
    const ref = this.#stage.insert('evidence', {
      tie_id: tie.ref,
      kind,
      platform_id: platform,
      direction,
      on_date: onDate,
      event_id: event,
      note,
      import_id: importRef,
    });
    if (this.#ties.get(...pairOf(a, b)) !== tie) return;
    tie.evidence.push({ ref, kind, platform, direction, onDate, note, event, source: null });
  }

  /**
   * Takes away the evidence of a link that lists of this format brought and no longer have, and with it a tie that
   * has no other reason. What was said by hand or by another file holds. True if the tie went as well.
   */
  end(
    a: Ref,
    b: Ref,
    kind: 'platform_link' | 'follow',
    platform: Ref | null,
    direction: PlannedEvidence['direction'],
    format: string,
  ): boolean {
    const [low, high] = pairOf(a, b);
    const tie = this.#present(low, high);
    const stored = storedDirection(a, b, direction);
    const at = tie?.evidence.findIndex(
      (one) =>
        one.kind === kind &&
        one.platform === platform &&
        one.direction === stored &&
        one.event === null &&
        (one.ref < 0 || one.source === format),
    );
    const [ended] = at === undefined || at < 0 ? [] : (tie?.evidence.splice(at, 1) ?? []);
    return tie && ended !== undefined ? this.#endEvidence(low, high, tie, ended) : false;
  }

  /** Takes away that two people were at an event which is no longer a small one. */
  endTogether(low: Ref, high: Ref, event: Ref): void {
    const tie = this.#present(low, high);
    const at = tie?.evidence.findIndex(
      (one) => one.kind === 'co_attendance' && one.event === event,
    );
    const [ended] = at === undefined || at < 0 ? [] : (tie?.evidence.splice(at, 1) ?? []);
    if (tie && ended !== undefined) this.#endEvidence(low, high, tie, ended);
  }

  /** The tie, unless the plan took it away. */
  #present(low: Ref, high: Ref): KnownTie | null {
    if (this.#removed.get(low, high) === true) return null;
    return this.#known(low, high);
  }

  #known(low: Ref, high: Ref): KnownTie | null {
    return this.#ties.get(low, high) ?? stagedTie(this.#stage, low, high) ?? this.#find(low, high);
  }

  /** True if the tie went as well. */
  #endEvidence(low: Ref, high: Ref, tie: KnownTie, ended: KnownEvidence): boolean {
    this.#keep(low, high, tie);
    this.#stage.remove('evidence', ended.ref);
    if (tie.evidence.length > 0 || tie.statedStrength !== null || this.#hasMore(tie.ref)) {
      return false;
    }
    this.#stage.remove('tie', tie.ref);
    this.#ties.delete(low, high);
    this.#removed.set(low, high, true);
    return true;
  }

  /** Whether a tie has a reason that files do not know of: a rating, an introduction. */
  #hasMore(tie: Ref): boolean {
    if (tie < 0) return false;
    const found = this.#book.value(
      `SELECT 1 FROM tie WHERE id = @tie AND (rating IS NOT NULL OR EXISTS (
         SELECT 1 FROM evidence WHERE tie_id = @tie AND introduction_id IS NOT NULL))`,
      { tie },
    );
    return found !== undefined;
  }

  /** Keeps a strength stated in a file, (0, 1], exactly. The tie must have been added. */
  stateStrength(a: Ref, b: Ref, strength: number): void {
    const tie = this.#tie(a, b);
    if (tie.statedStrength === strength) return;
    tie.statedStrength = strength;
    this.#stage.update('tie', tie.ref, { stated_strength: strength });
  }

  #tie(a: Ref, b: Ref, isPossible = false): KnownTie {
    const [low, high] = pairOf(a, b);
    const known = this.#known(low, high);
    if (known === null) return this.#create(low, high, isPossible);
    this.#keep(low, high, known);
    if (!isPossible) this.#count(known.ref);
    return known;
  }

  #keep(low: Ref, high: Ref, tie: KnownTie): void {
    if (tie.ref > 0 || tie.evidence.length > fewPieces) this.#ties.set(low, high, tie);
  }

  /** A file counts a tie once, as made or as unchanged. */
  #count(tie: Ref): void {
    const isMadeHere = tie <= this.#firstRef;
    if (isMadeHere && !this.#uncounted.delete(tie)) return;
    if (this.#counted.has(tie)) return;
    if (!isMadeHere) this.#counted.add(tie);
    this.#counts.unchanged++;
  }

  #create(low: Ref, high: Ref, isPossible: boolean): KnownTie {
    const ref = this.#stage.insert('tie', {
      low_person_id: low,
      high_person_id: high,
      stated_strength: null,
    });
    if (isPossible) this.#uncounted.add(ref);
    this.#counts[isPossible ? 'possible' : 'created']++;
    return { ref, statedStrength: null, evidence: empty };
  }

  #find(low: Ref, high: Ref): KnownTie | null {
    if (low < 0 || high < 0 || this.#removed.get(low, high) === true) return null;
    const read = this.#read.get(low, high);
    if (read !== undefined) return read;
    return readTie(this.#book, low, high);
  }

  #complete(known: KnownEvidence, said: PlannedEvidence): void {
    const missing: Record<string, string> = {};
    if (known.onDate === null && said.onDate !== null) missing['on_date'] = said.onDate;
    if (!known.note.includes(said.note)) {
      known.note = known.note === '' ? said.note : `${known.note}\n${said.note}`;
      missing['note'] = known.note;
    }
    if (Object.keys(missing).length === 0) return;
    known.onDate ??= said.onDate;
    this.#stage.update('evidence', known.ref, missing);
  }
}

function pairOf(a: Ref, b: Ref): [low: Ref, high: Ref] {
  return isBefore(a, b) ? [a, b] : [b, a];
}

function storedDirection(
  a: Ref,
  b: Ref,
  direction: PlannedEvidence['direction'],
): StoredDirection | null {
  if (direction === null) return null;
  return isBefore(a, b) === (direction === 'outgoing') ? 'low_to_high' : 'high_to_low';
}
