/**
 * The people of a long file, which as objects would take five times the memory of the file. Up to some tens of thousands are
 * kept as they are; of more, all are kept as JSON in pieces, and made anew whenever they are asked for.
 */
import { emptyPerson, type ParsedPerson, type ParsedPhoto } from './parsed-file.ts';
import type { PersonList } from './person-list.ts';

/** People of one piece. */
const peopleTogether = 1024;

/** Shorter lists are kept as objects: what 30,000 take is less than what making them again costs. */
const longLength = 40_000;

interface Piece {
  /** UTF-8: beside the heap, and one byte for most letters whatever stands elsewhere in the piece. */
  readonly json: Buffer;
  /** Where each person ends. */
  readonly ends: Uint32Array;
  /** Of the few who have one, as they are. */
  readonly photos: ReadonlyMap<number, ParsedPhoto>;
}

export class PackedPersons implements PersonList {
  readonly #packedFrom: number;
  readonly #together: number;
  /** Null where all were let go of. */
  readonly #pieces: (ParsedPerson[] | Piece | null)[] = [];
  /** How many of each piece are not let go of yet. */
  readonly #kept: number[] = [];
  #length = 0;

  /**
   * @param packedFrom how many people there are when they are packed
   * @param together in pieces of how many
   */
  constructor(packedFrom: number = longLength, together: number = peopleTogether) {
    this.#packedFrom = packedFrom;
    this.#together = together;
  }

  get length(): number {
    return this.#length;
  }

  push(person: ParsedPerson): void {
    if (this.#length % this.#together === 0) {
      if (this.#length >= this.#packedFrom) this.#pack();
      this.#pieces.push([]);
      this.#kept.push(0);
    }
    const last = this.#pieces.length - 1;
    const piece = this.#pieces[last];
    if (Array.isArray(piece)) piece.push(person);
    this.#kept[last] = (this.#kept[last] ?? 0) + 1;
    this.#length++;
  }

  at(index: number): ParsedPerson | undefined {
    const piece = this.#pieces[Math.floor(index / this.#together)] ?? null;
    if (piece === null) return undefined;
    const place = index % this.#together;
    return Array.isArray(piece) ? piece[place] : unpack(piece, place);
  }

  *[Symbol.iterator](): Generator<ParsedPerson> {
    for (let index = 0; index < this.#length; index++) {
      const person = this.at(index);
      if (person !== undefined) yield person;
    }
  }

  /** Says, once for each person, that they are not asked for again. A piece goes when all of it was let go of. */
  forget(index: number): void {
    const at = Math.floor(index / this.#together);
    const kept = (this.#kept[at] ?? 0) - 1;
    this.#kept[at] = kept;
    if (kept <= 0) this.#pieces[at] = null;
  }

  /** Packs all pieces, which are full. */
  #pack(): void {
    for (let at = this.#pieces.length - 1; at >= 0; at--) {
      const piece = this.#pieces[at];
      // those before were packed when this one was begun
      if (!Array.isArray(piece)) return;
      this.#pieces[at] = pack(piece);
    }
  }
}

function pack(people: readonly ParsedPerson[]): Piece {
  const photos = new Map<number, ParsedPhoto>();
  const texts = people.map((person, index) => {
    if (person.photo !== null) photos.set(index, person.photo);
    return JSON.stringify(saidOf(person));
  });
  const json = Buffer.from(texts.join(''), 'utf8');
  let end = 0;
  const ends = Uint32Array.from(texts, (text) => (end += Buffer.byteLength(text, 'utf8')));
  return { json, ends, photos };
}

/** All that people have, but photos, which are no text. */
const fields = (Object.keys(emptyPerson(0)) as (keyof ParsedPerson)[]).filter(
  (field) => field !== 'photo',
);

/** What is not said of a person, of some twenty things most, takes no room. */
function saidOf(person: ParsedPerson): Partial<Record<keyof ParsedPerson, unknown>> {
  const said: Partial<Record<keyof ParsedPerson, unknown>> = {};
  for (const field of fields) {
    const value = person[field];
    if (value !== null && !(Array.isArray(value) && value.length === 0)) said[field] = value;
  }
  return said;
}

function unpack({ ends, json, photos }: Piece, index: number): ParsedPerson | undefined {
  const end = ends[index];
  if (end === undefined) return undefined;
  const text = json.toString('utf8', index === 0 ? 0 : ends[index - 1], end);
  // the text was made by `pack` of a person
  const said = JSON.parse(text) as Partial<ParsedPerson>;
  return { ...emptyPerson(0), ...said, photo: photos.get(index) ?? null };
}
