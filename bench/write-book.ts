import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { createAccess } from '../src-main/book/database.ts';
import type { Migration } from '../src-main/book/migration-files.ts';
import { openBook } from '../src-main/book/open-book.ts';
import { rebuildSearch } from '../src-main/search/indexing.ts';
import { foldName } from '../src-main/tables/fold-name.ts';
import type { DrawnBook } from './draw-book.ts';
import { drawName, organisationName, titles, topicName } from './draw-names.ts';

/** The day on which every generated book is looked at. */
export const TODAY = '2026-01-01';
const NOW = `${TODAY}T12:00:00.000Z`;
export const CLOCK = { now: NOW, today: TODAY };

/** Platforms of the book's own table: LinkedIn, Facebook, X, Instagram, Phone, E-mail. */
const PLATFORMS = [1, 1, 1, 2, 2, 3, 4, 7, 8];
const DIRECTED = new Set([3, 4]);
const TOPICS = 500;
const DAYS = 3653;

type Insert = (...values: (string | number | null)[]) => void;

/**
 * Writes a drawn book as a file that the program opens like any other: schema by the migrations, rows in bulk
 * without undo log and foreign-key checks, which the book's own check makes up for.
 */
export function writeBook(
  path: string,
  migrations: readonly Migration[],
  drawn: DrawnBook,
  random: () => number,
): void {
  openBook({ path, migrations, clock: CLOCK }).close();
  const db = new Database(path);
  try {
    db.exec(`PRAGMA journal_mode = DELETE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      PRAGMA foreign_keys = OFF; 
      PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -400000; BEGIN`);
    const indexes = dropIndexes(db);
    writePeople(db, drawn, random);
    writeTies(db, drawn, random);
    for (const index of indexes) db.exec(index);
    writeMyCircle(db, drawn);
    rebuildSearch(createAccess(db).writer);
    db.exec('COMMIT');
  } finally {
    db.close();
  }
  // what was sealed is the empty book
  rmSync(`${path}.seal`);
}

/** Indexes that are no constraints are made again when the rows are in: sorted once instead of sought row by row. */
function dropIndexes(db: Database.Database): string[] {
  const indexes = db
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`,
    )
    .all();
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`);
  return indexes.map(({ sql }) => sql);
}

function inserter(db: Database.Database, table: string, columns: readonly string[]): Insert {
  const marks = columns.map(() => '?').join(', ');
  const statement = db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`);
  return (...values) => statement.run(values);
}

function writePeople(db: Database.Database, drawn: DrawnBook, random: () => number): void {
  const { people, organisation, organisations, me } = drawn;
  const named = (table: string, count: number, nameOf: (number: number) => string) => {
    const insert = inserter(db, table, ['id', 'name', 'folded_name']);
    for (let at = 0; at < count; at++) insert(at + 1, nameOf(at), foldName(nameOf(at)));
  };
  named('organisation', organisations, organisationName);
  named('topic', TOPICS, topicName);
  const columns = ['id', 'is_me', 'display_name', 'given_name', 'family_name', 'folded_name'];
  const person = inserter(db, 'person', [...columns, 'do_not_ask', 'created_at']);
  const role = inserter(db, 'role', ['person_id', 'organisation_id', 'title']);
  const account = inserter(db, 'account', ['person_id', 'platform_id', 'key', 'handle']);
  const statement = inserter(db, 'topic_statement', ['person_id', 'topic_id', 'kind']);
  for (let id = 1; id <= people; id++) {
    const { given, family } = drawName(random);
    const name = `${given} ${family}`;
    const isDoNotAsk = id !== me && random() < 0.001;
    person(id, id === me ? 1 : 0, name, given, family, foldName(name), isDoNotAsk ? 1 : 0, NOW);
    role(id, organisation[id], titles[Math.floor(random() * titles.length)]);
    const handle = `${foldName(family).replaceAll(' ', '')}${id}`;
    account(id, 1, `handle:${handle}`, handle);
    if (random() < 0.3) {
      const kind = random() < 0.7 ? 'offers' : 'needs';
      statement(id, 1 + Math.floor(random() ** 2 * TOPICS), kind);
    }
  }
}

/** Evidence as lists, meetings and messages leave it, dated to the day over ten years; 5 ties in 100 only possible. */
function writeTies(db: Database.Database, drawn: DrawnBook, random: () => number): void {
  const tie = inserter(db, 'tie', ['id', 'low_person_id', 'high_person_id', 'rating']);
  const columns = ['tie_id', 'kind', 'platform_id', 'direction', 'on_date'];
  const evidence = inserter(db, 'evidence', columns);
  const first = Date.parse(`${TODAY}T00:00:00Z`) - DAYS * 86_400_000;
  const dates = Array.from({ length: DAYS }, (_, day) =>
    new Date(first + day * 86_400_000).toISOString().slice(0, 10),
  );
  const someDay = (): string => dates[Math.floor(random() * DAYS)];
  for (let low = 1; low <= drawn.people; low++) {
    for (let at = drawn.start[low]; at < drawn.start[low + 1]; at++) {
      const id = at + 1;
      const kind = random();
      const isRated = kind >= 0.05 && kind < 0.14;
      tie(id, low, drawn.high[at], isRated ? 1 + Math.floor(random() * 5) : null);
      if (kind < 0.05) evidence(id, 'co_attendance', null, null, someDay());
      else if (!isRated) {
        writeLinks(evidence, id, random);
        if (random() < 0.3) evidence(id, 'met_at_event', null, null, someDay());
        if (random() < 0.2) evidence(id, 'message', null, null, someDay());
        if (random() < 0.15) evidence(id, 'worked_together', null, null, null);
        if (random() < 0.1) evidence(id, 'told', null, null, null);
      }
    }
  }
}

/** A link on one platform, or on two; a follow where the platform knows only follows. */
function writeLinks(evidence: Insert, tie: number, random: () => number): void {
  const one = PLATFORMS[Math.floor(random() * PLATFORMS.length)];
  if (DIRECTED.has(one)) {
    const isBack = random() < 0.5;
    evidence(tie, 'follow', one, isBack ? 'high_to_low' : 'low_to_high', null);
    if (random() < 0.5) evidence(tie, 'follow', one, isBack ? 'low_to_high' : 'high_to_low', null);
  } else evidence(tie, 'platform_link', one, null, null);
  if (random() < 0.2) {
    const other = PLATFORMS[Math.floor(random() * PLATFORMS.length)];
    if (other !== one && !DIRECTED.has(other)) evidence(tie, 'platform_link', other, null, null);
  }
}

/** My list on LinkedIn, whose accounts everybody has. */
function writeMyCircle(db: Database.Database, { me }: DrawnBook): void {
  const circle = db
    .prepare('INSERT INTO circle (owner_id, platform_id, as_of) VALUES (?, 1, ?)')
    .run(me, TODAY).lastInsertRowid;
  db.prepare(
    `INSERT INTO circle_member (circle_id, account_id, relation)
     SELECT ?, account.id, 'linked' FROM tie JOIN account ON account.person_id = tie.high_person_id
     WHERE tie.low_person_id = ? AND EXISTS
       (SELECT 1 FROM evidence WHERE tie_id = tie.id AND kind = 'platform_link' AND platform_id = 1)`,
  ).run(circle, me);
}
