import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { EVIDENCE_WEIGHTS, FOLLOW_BOTH_WAYS, RATING_STRENGTHS } from '../src-main/graph/index.ts';
import type { BenchBook } from './bench-book.ts';
import { TODAY } from './write-book.ts';

/**
 * The same questions in SQL, as good as we could write them, over the same book. Its tie table has a row a pair, and
 * what a tie is worth and whether it is confirmed follows from evidence: asked of these tables as they are, every
 * question would weigh that evidence anew. So SQL is given what helps it best, made from the book's tables by SQL: a
 * table `edge` of ties in both directions with strength and certainty, clustered by person (WITHOUT ROWID), all of it
 * in memory. CROSS JOIN keeps the order of the tables as written, where the planner, knowing only averages, would
 * begin at the wrong end.
 */
export class SqlBaseline {
  readonly #db: Database.Database;

  constructor(book: BenchBook) {
    const file = path.join(book.folder, 'edges.sqlite');
    if (!existsSync(file)) makeEdges(book, file);
    this.#db = new Database(file, { readonly: true });
    this.#db.exec(`
      PRAGMA cache_size = -4000000; PRAGMA temp_store = MEMORY;
      CREATE TEMP TABLE layer (hop INTEGER, id INTEGER, product REAL, PRIMARY KEY (hop, id)) WITHOUT ROWID;
      CREATE TEMP TABLE covered (id INTEGER PRIMARY KEY);
      CREATE TEMP TABLE knows (other INTEGER, contact INTEGER, PRIMARY KEY (other, contact)) WITHOUT ROWID;
    `);
    // Into the cache, so that no question waits for the disk.
    this.#get('SELECT count(*), sum(strength) FROM edge', {});
  }

  overlap(a: number, b: number): { sizeA: number; sizeB: number; shared: number } {
    return this.#get(
      `SELECT (SELECT count(*) FROM edge WHERE a = @a AND b <> @b AND possible = 0) AS sizeA,
        (SELECT count(*) FROM edge WHERE a = @b AND b <> @a AND possible = 0) AS sizeB,
        (SELECT count(*) FROM edge x CROSS JOIN edge y ON y.a = @b AND y.b = x.b
          WHERE x.a = @a AND x.possible = 0 AND y.possible = 0) AS shared`,
      { a, b },
    );
  }

  rankByNewAudience(me: number): { person: number; newToMe: number }[] {
    return this.#all(
      `SELECT c.b AS person, count(*) - count(m.b) AS newToMe
      FROM edge c CROSS JOIN edge n ON n.a = c.b AND n.b <> @me AND n.possible = 0
        LEFT JOIN edge m ON m.a = @me AND m.b = n.b AND m.possible = 0
      WHERE c.a = @me AND c.possible = 0 GROUP BY c.b ORDER BY newToMe DESC, person`,
      { me },
    );
  }

  reach(me: number, from: number, hops: number): number {
    const { people } = this.#get<{ people: number }>(
      `WITH RECURSIVE reached(id, hop) AS (
        VALUES (@from, 0)
        UNION
        SELECT t.b, hop + 1 FROM reached r CROSS JOIN edge t ON t.a = r.id
          WHERE hop < @hops AND t.possible = 0 AND t.b <> @me)
      SELECT count(DISTINCT id) - 1 AS people FROM reached`,
      { me, from, hops },
    );
    return people;
  }

  bestToAsk(me: number, k: number): { person: number; adds: number }[] {
    this.#db.exec('DELETE FROM covered');
    this.#run(
      'INSERT INTO covered SELECT @me UNION SELECT b FROM edge WHERE a = @me AND possible = 0',
      { me },
    );
    const picks: { person: number; adds: number }[] = [];
    for (let round = 0; round < k; round++) {
      const best = this.#all<{ person: number; adds: number }>(
        `SELECT c.b AS person, count(*) AS adds
        FROM edge c CROSS JOIN edge n ON n.a = c.b AND n.possible = 0
        WHERE c.a = @me AND c.possible = 0 AND NOT EXISTS (SELECT 1 FROM covered WHERE id = n.b)
        GROUP BY c.b ORDER BY adds DESC, person LIMIT 1`,
        { me },
      )[0];
      if (best === undefined) break;
      picks.push(best);
      this.#run(
        'INSERT OR IGNORE INTO covered SELECT b FROM edge WHERE a = @person AND possible = 0',
        {
          person: best.person,
        },
      );
    }
    return picks;
  }

  /** In stages: the best product of every person one, then two ties from the targets; then my contacts. */
  whoToAsk(
    me: number,
    targets: readonly number[],
    limit: number,
  ): { contact: number; strength: number }[] {
    this.#db.exec('DELETE FROM layer');
    const insert = this.#db.prepare('INSERT OR IGNORE INTO layer VALUES (0, ?, 1.0)');
    for (const target of targets) if (target !== me) insert.run(target);
    for (const hop of [1, 2]) {
      this.#run(
        `INSERT INTO layer SELECT @hop, t.b, max(l.product * t.strength)
        FROM layer l CROSS JOIN edge t ON t.a = l.id
        WHERE l.hop = @hop - 1 AND t.b <> @me AND t.possible = 0 GROUP BY t.b`,
        { hop, me },
      );
    }
    return this.#all(
      `SELECT contact, max(strength) AS strength FROM (
        SELECT c.b AS contact, c.strength * l.product AS strength
          FROM edge c CROSS JOIN layer l ON l.id = c.b AND l.hop IN (0, 1, 2)
          WHERE c.a = @me AND c.possible = 0
        UNION ALL
        SELECT c.b, c.strength * t.strength * l.product
          FROM edge c CROSS JOIN edge t ON t.a = c.b AND t.possible = 0 AND t.b <> @me
            CROSS JOIN layer l ON l.hop = 2 AND l.id = t.b
          WHERE c.a = @me AND c.possible = 0)
      GROUP BY contact ORDER BY strength DESC, contact LIMIT @limit`,
      { me, limit },
    );
  }

  constraint(me: number): number {
    const { value } = this.#get<{ value: number }>(
      `WITH mine AS MATERIALIZED (SELECT b AS id FROM edge WHERE a = @me AND possible = 0),
        size AS MATERIALIZED (SELECT count(*) AS n FROM mine),
        degree AS MATERIALIZED (SELECT a AS id, count(*) AS n FROM edge
          WHERE possible = 0 AND a IN (SELECT id FROM mine) GROUP BY a),
        invested AS (SELECT t.b AS id, sum(1.0 / d.n) AS share FROM degree d
          JOIN edge t ON t.a = d.id AND t.possible = 0
          WHERE t.b IN (SELECT id FROM mine) GROUP BY t.b)
      SELECT sum(((1.0 + coalesce(i.share, 0)) / s.n) * ((1.0 + coalesce(i.share, 0)) / s.n)) AS value
      FROM size s, mine m LEFT JOIN invested i ON i.id = m.id`,
      { me },
    );
    return value;
  }

  /** Pairs of contacts less those who know each other or share an acquaintance; whom contacts know is put down first. */
  pairsJoinedOnlyBy(me: number): number {
    this.#db.exec('DELETE FROM knows');
    this.#run(
      `INSERT INTO knows SELECT t.b, t.a FROM edge c CROSS JOIN edge t ON t.a = c.b AND t.b <> @me
      WHERE c.a = @me AND c.possible = 0 AND t.possible = 0`,
      { me },
    );
    const { pairs } = this.#get<{ pairs: number }>(
      `WITH mine AS MATERIALIZED (SELECT b AS id FROM edge WHERE a = @me AND possible = 0)
      SELECT (SELECT count(*) * (count(*) - 1) / 2 FROM mine) - count(*) AS pairs FROM (
        SELECT contact, other FROM knows WHERE contact < other AND other IN (SELECT id FROM mine)
        UNION
        SELECT x.contact, y.contact FROM knows x CROSS JOIN knows y
          ON y.other = x.other AND y.contact > x.contact)`,
      { me },
    );
    return pairs;
  }

  close(): void {
    this.#db.close();
  }

  #run(sql: string, values: object): void {
    this.#prepare(sql).run(values);
  }

  #all<Row>(sql: string, values: object): Row[] {
    return this.#prepare(sql).all(values) as Row[];
  }

  #get<Row>(sql: string, values: object): Row {
    return this.#prepare(sql).get(values) as Row;
  }

  readonly #statements = new Map<string, Database.Statement>();

  /** Each statement is prepared once, as a program would. */
  #prepare(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/**
 * Makes the table under another name first, so that a run cut short leaves nothing to be taken for a whole one. Only
 * its own file is analysed: the book is sealed, and a written one would rightly be taken for damaged.
 */
function makeEdges(book: BenchBook, file: string): void {
  const unfinished = `${file}.part`;
  rmSync(unfinished, { force: true });
  const db = new Database(unfinished);
  try {
    db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY');
    db.prepare('ATTACH ? AS book').run(book.path);
    db.exec(`BEGIN;
      ${weighTies};
      CREATE TABLE edge (a INTEGER, b INTEGER, strength REAL, possible INTEGER,
        PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
      INSERT INTO edge
        SELECT low AS a, high AS b, strength, possible FROM weighed
        UNION ALL SELECT high, low, strength, possible FROM weighed ORDER BY a, b;
      ANALYZE main; COMMIT`);
  } finally {
    db.close();
  }
  renameSync(unfinished, file);
}

/** Section 3 of the design, in SQL: pieces add up as 1 - product(1 - w); see graph/strength.ts for the weights. */
const {
  platform_link: link,
  follow,
  met_at_event: met,
  worked_together: worked,
} = EVIDENCE_WEIGHTS;
const { told, message, co_attendance: together } = EVIDENCE_WEIGHTS;
const weighTies = `
  CREATE TEMP TABLE kept AS SELECT on_date, 0.75 * pow(2, -age / 2) + 0.25 * pow(2, -age / 6) AS share
    FROM (SELECT DISTINCT on_date, (julianday('${TODAY}') - julianday(on_date)) / 365.25 AS age
      FROM book.evidence WHERE on_date IS NOT NULL);
  CREATE UNIQUE INDEX kept_date ON kept (on_date, share);
  CREATE TEMP TABLE weighed AS
  SELECT low, high, possible, CASE rating
    ${RATING_STRENGTHS.map((strength, at) => `WHEN ${at + 1} THEN ${strength}`).join(' ')}
    ELSE 1 - exp(CASE possible WHEN 1 THEN inferred ELSE certain END) END AS strength
  FROM (
    SELECT tie.low_person_id AS low, tie.high_person_id AS high, rating,
      rating IS NULL AND count(*) FILTER (WHERE kind <> 'co_attendance') = 0 AS possible,
      sum(ln(1 - ${together.weight} * share)) FILTER (WHERE kind = 'co_attendance') AS inferred,
      sum(ln(1 - CASE kind
        WHEN 'platform_link' THEN ${link.weight} WHEN 'worked_together' THEN ${worked.weight}
        WHEN 'told' THEN ${told.weight} WHEN 'met_at_event' THEN ${met.weight} * share
        WHEN 'message' THEN ${message.weight} * share ELSE 0 END))
        FILTER (WHERE kind <> 'co_attendance')
      + CASE count(*) FILTER (WHERE kind = 'follow') WHEN 0 THEN 0
        WHEN 1 THEN ln(1 - ${follow.weight}) ELSE ln(1 - ${FOLLOW_BOTH_WAYS}) END AS certain
    FROM book.tie LEFT JOIN book.evidence ON tie_id = tie.id LEFT JOIN kept USING (on_date)
    GROUP BY tie.id)`;
