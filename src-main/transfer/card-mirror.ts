import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MirrorReport } from '../contract/files.ts';
import { AppError } from '../contract/result.ts';

/*
 * A folder with one vCard for each person, for programs that read such folders. A list of what we wrote lies in it:
 * a later run changes and removes only those files, and only while they are as we left them.
 */

const listName = '.acquaint-cards.json';

export interface Card {
  readonly id: number;
  /** For people: the name goes into the file's name. */
  readonly name: string;
  readonly text: string;
}

interface Written {
  readonly file: string;
  readonly sha256: string;
}

/** One run over the folder, which is made if it is not there. To be closed in any case, then its list is right again. */
export class CardMirror {
  readonly #folder: string;
  /** By the id of the person. At any time what is there of ours, but for the present card. */
  readonly #list: Map<string, Written>;
  readonly #kept = new Set<string>();
  #written = 0;
  #unchanged = 0;
  #removed = 0;

  /** @throws AppError UNREADABLE_FILE: without the list it is not known which files are ours */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#list = readList(folder);
  }

  /**
   * Writes the cards of people of whom each comes once, then removes those of everybody else. It may be left between two
   * cards.
   *
   * @returns a generator that yields how many cards are done
   */
  *bringInLine(cards: Iterable<Card>): Generator<number, void> {
    const ids = new Set<string>();
    for (const card of cards) {
      ids.add(String(card.id));
      this.#put(card);
      yield ids.size;
    }
    for (const [id, written] of this.#list) {
      if (!ids.has(id)) this.#remove(id, written);
      yield ids.size;
    }
  }

  close(): void {
    const list = `${JSON.stringify(Object.fromEntries(this.#list), null, 1)}\n`;
    writeWhole(join(this.#folder, listName), list);
  }

  report(): MirrorReport {
    return {
      written: this.#written,
      unchanged: this.#unchanged,
      removed: this.#removed,
      kept: [...this.#kept],
    };
  }

  #put(card: Card): void {
    const id = String(card.id);
    const known = this.#list.get(id);
    // A name once given stays, so that whoever points to the file finds it again.
    const file = known?.file ?? fileNameOf(card);
    const path = join(this.#folder, file);
    const sha256 = hashOf(card.text);
    const present = readHash(path);
    if (present !== null && present !== sha256 && present !== known?.sha256) {
      this.#kept.add(file);
      return;
    }
    if (present === sha256) this.#unchanged++;
    else {
      writeWhole(path, card.text);
      this.#written++;
    }
    this.#list.set(id, { file, sha256 });
  }

  /** Of somebody who is no longer in the book. */
  #remove(id: string, { file, sha256 }: Written): void {
    const path = join(this.#folder, file);
    const present = readHash(path);
    if (present === sha256 && !this.#kept.has(file)) {
      rmSync(path);
      this.#removed++;
    } else if (present !== null) this.#kept.add(file);
    this.#list.delete(id);
  }
}

/** "jane-doe-12.vcf": readable, and of one person whatever others are called. */
function fileNameOf({ id, name }: Card): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${words === '' ? 'person' : words}-${id}.vcf`;
}

function readList(folder: string): Map<string, Written> {
  let text: string;
  try {
    text = readFileSync(join(folder, listName), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map();
    throw error;
  }
  try {
    const entries = Object.entries(JSON.parse(text) as Record<string, Written>);
    // A list that somebody changed must not lead out of the folder.
    if (
      entries.every(([, { file, sha256 }]) => /^[^/\\]+\.vcf$/.test(file) && sha256.length === 64)
    ) {
      return new Map(entries);
    }
  } catch {
    // said below
  }
  throw new AppError(
    'UNREADABLE_FILE',
    `The list of written cards in this folder (${listName}) is damaged. Choose an empty folder, or remove the cards and the list.`,
  );
}

function readHash(path: string): string | null {
  try {
    return hashOf(readFileSync(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Never half a file, also when the power fails; on a full disk nothing is left behind. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.part`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
