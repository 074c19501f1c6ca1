import { EVIDENCE_WEIGHTS } from '../graph/index.ts';
import type { EvidenceKind } from '../tables/tie-evidence.ts';
import type { EvidenceColumns } from '../tables/tie-pieces.ts';
import type { EvidencePieces } from './evidence-pieces.ts';

/*
 * A chunk of evidence is handed over as one text, `tie,kind,platform,direction,date;...`. What crosses from SQLite costs
 * by the value and hardly by the byte: so it takes two thirds of the time of a number a row and a date for what fades.
 */

/** The text of a stretch of evidence; null for an empty one. */
export const evidenceTextSql = `SELECT CAST(group_concat(
    concat(tie_id, ',', kind, ',', platform_id, ',', direction, ',', on_date), ';') AS BLOB)
  FROM evidence WHERE id BETWEEN @from AND @to`;

const [comma, hyphen, zero, semicolon] = [44, 45, 48, 59];
/** From the kind to the date. */
const commasOfTraits = 3;
const dateLength = 'YYYY-MM-DD'.length;
const buckets = 4096;
const bucketBits = 12;

/** Everything about a piece but its tie and its date. */
interface Traits {
  /** Kind, platform and direction as they stand in the text. */
  readonly bytes: Uint8Array;
  readonly columns: Omit<EvidenceColumns, 'onDate'>;
  readonly fades: boolean;
  /** The number of the piece without a date, or with one that tells nothing; -1 until it is met. */
  undated: number;
  /** Numbers of the pieces by date, its digits read as one number. */
  readonly dated: Map<number, number>;
}

/** Takes texts of evidence apart, and has its distinct pieces numbered. */
export class EvidenceReader {
  readonly #pieces: EvidencePieces;
  readonly #traits = Array.from({ length: buckets }, (): Traits[] => []);

  constructor(pieces: EvidencePieces) {
    this.#pieces = pieces;
  }

  /** `take` is given the tie and the number of the piece. */
  read(text: Uint8Array, take: (tieId: number, piece: number) => void): void {
    for (let at = 0; at < text.length; at += 1) {
      let tieId = 0;
      for (; at < text.length; at += 1) {
        const byte = text[at] ?? 0;
        if (byte === comma) break;
        tieId = tieId * 10 + byte - zero;
      }
      at += 1;
      const first = at;
      let hash = 0;
      for (let commas = 0; at < text.length; at += 1) {
        const byte = text[at] ?? 0;
        if (byte === comma) commas += 1;
        if (commas === commasOfTraits) break;
        hash = Math.imul(hash ^ byte, 0x9e3779b1);
      }
      const traits = this.#find(text, first, at, hash);
      at += 1;
      const isDated = at < text.length && text[at] !== semicolon;
      take(tieId, isDated ? this.#dated(traits, text, at) : this.#undated(traits));
      if (isDated) at += dateLength;
    }
  }

  #find(text: Uint8Array, from: number, to: number, hash: number): Traits {
    const bucket = this.#traits[hash >>> (32 - bucketBits)] ?? [];
    for (const traits of bucket) {
      const { bytes } = traits;
      if (bytes.length !== to - from) continue;
      let same = 0;
      while (same < bytes.length && bytes[same] === text[from + same]) same += 1;
      if (same === bytes.length) return traits;
    }
    const learnt = learn(text.slice(from, to));
    bucket.push(learnt);
    return learnt;
  }

  #undated(traits: Traits): number {
    if (traits.undated < 0) {
      traits.undated = this.#pieces.add({ ...traits.columns, onDate: null });
    }
    return traits.undated;
  }

  #dated(traits: Traits, text: Uint8Array, at: number): number {
    if (!traits.fades) return this.#undated(traits);
    let day = 0;
    for (let i = at; i < at + dateLength; i += 1) {
      const byte = text[i] ?? 0;
      if (byte !== hyphen) day = day * 10 + byte - zero;
    }
    const found = traits.dated.get(day);
    if (found !== undefined) return found;
    const onDate = new TextDecoder().decode(text.slice(at, at + dateLength));
    const made = this.#pieces.add({ ...traits.columns, onDate });
    traits.dated.set(day, made);
    return made;
  }
}

function learn(bytes: Uint8Array): Traits {
  const [kind = '', platform = '', direction = ''] = new TextDecoder().decode(bytes).split(',');
  if (!isKind(kind)) throw new Error('The book has evidence of a kind that is not known.');
  return {
    bytes,
    columns: {
      kind,
      platformId: platform === '' ? null : Number(platform),
      direction: direction === 'low_to_high' || direction === 'high_to_low' ? direction : null,
    },
    fades: kind !== 'stated' && EVIDENCE_WEIGHTS[kind].fades,
    undated: -1,
    dated: new Map(),
  };
}

function isKind(text: string): text is Exclude<EvidenceKind, 'rating'> {
  return text === 'stated' || Object.hasOwn(EVIDENCE_WEIGHTS, text);
}
