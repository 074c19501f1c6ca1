import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** What became of the folder; `kept`: files of ours that somebody changed, which were left as they are. */
export interface MirrorReport {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly kept: readonly string[];
}

interface Written {
  readonly file: string;
  readonly sha256: string;
}

/** Brings the folder in line with the cards. The folder is made if it is not there. */
export function mirrorCards(folder: string, cards: readonly Card[]): MirrorReport {
  mkdirSync(folder, { recursive: true });
  const before = readList(folder);
  const after = new Map<string, Written>();
  const kept: string[] = [];
  let written = 0;
  let unchanged = 0;
  for (const card of cards) {
    const known = before.get(String(card.id));
    // A name once given stays, so that whoever points to the file finds it again.
    const file = known?.file ?? fileNameOf(card);
    const entry = { file, sha256: hashOf(card.text) };
    const present = readHash(join(folder, file));
    if (present === entry.sha256) {
      unchanged++;
      after.set(String(card.id), entry);
    } else if (present !== null && present !== known?.sha256) {
      kept.push(file);
      if (known !== undefined) after.set(String(card.id), known);
    } else {
      writeWhole(join(folder, file), card.text);
      written++;
      after.set(String(card.id), entry);
    }
  }
  const removed = removeRest(folder, before, after, kept);
  writeWhole(join(folder, listName), `${JSON.stringify(Object.fromEntries(after), null, 1)}\n`);
  return { written, unchanged, removed, kept };
}

/** Files of people who are no longer in the book. */
function removeRest(
  folder: string,
  before: ReadonlyMap<string, Written>,
  after: ReadonlyMap<string, Written>,
  kept: string[],
): number {
  let removed = 0;
  for (const [id, { file, sha256 }] of before) {
    if (after.has(id) || kept.includes(file)) continue;
    const present = readHash(join(folder, file));
    if (present === sha256) {
      rmSync(join(folder, file));
      removed++;
    } else if (present !== null) kept.push(file);
  }
  return removed;
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

/** @throws AppError UNREADABLE_FILE: without the list it is not known which files are ours */
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

/** Never half a file, also when the power fails. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.part`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}
