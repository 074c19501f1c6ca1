import Database from 'better-sqlite3';
import type { GeneratedBook } from './generate-book.ts';

/**
 * The same questions in SQL, as good as we could write them, over a table of ties in both directions that is
 * clustered by person (WITHOUT ROWID) and all in memory: kinder to SQL than a book on disk. CROSS JOIN keeps the order
 * of the tables as written, where the planner, knowing only averages, would begin at the wrong end.
 */
export class SqlBaseline {
  readonly #db: Database.Database;

  constructor(book: GeneratedBook) {
    this.#db = new Database(':memory:');
    this.#db.exec(`
      PRAGMA temp_store = MEMORY;
      CREATE TABLE tie (a INTEGER, b INTEGER, strength REAL, mask INTEGER, possible INTEGER,
        PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
      CREATE TABLE person (id INTEGER PRIMARY KEY) STRICT;
      CREATE TABLE layer (hop INTEGER, id INTEGER, product REAL, PRIMARY KEY (hop, id)) WITHOUT ROWID;
      CREATE TABLE covered (id INTEGER PRIMARY KEY);
    `);
    this.#fill(book);
    this.#db.exec('ANALYZE');
  }

  #fill(book: GeneratedBook): void {
    const { ties, a, b } = book;
    // In the order of the key, or ten million rows would be inserted all over the tree.
    const start = new Uint32Array(book.people + 2);
    for (let tie = 0; tie < ties; tie++) {
      start[a[tie] + 1]++;
      start[b[tie] + 1]++;
    }
    for (let id = 1; id < start.length; id++) start[id] += start[id - 1];
    const rows = new Uint32Array(ties * 2);
    for (let tie = 0; tie < ties; tie++) {
      rows[start[a[tie]]++] = tie;
      rows[start[b[tie]]++] = tie;
    }
    const insert = this.#db.prepare('INSERT INTO tie VALUES (?, ?, ?, ?, ?)');
    this.#db.exec('BEGIN');
    for (let id = 1, at = 0; id <= book.people; id++) {
      for (; at < start[id]; at++) {
        const tie = rows[at];
        const other = a[tie] === id ? b[tie] : a[tie];
        insert.run(id, other, book.strength[tie], book.mask[tie], book.possible[tie]);
      }
    }
    this.#db.exec('INSERT INTO person SELECT DISTINCT a FROM tie; COMMIT');
  }

  /** All ties once, as a sweep over the book reads them. */
  sweep(
    visit: (a: number, b: number, strength: number, mask: number, possible: number) => void,
  ): void {
    const statement = this.#db
      .prepare<[], [number, number, number, number, number]>(
        'SELECT a, b, strength, mask, possible FROM tie WHERE a < b',
      )
      .raw();
    for (const [a, b, strength, mask, possible] of statement.iterate()) {
      visit(a, b, strength, mask, possible);
    }
  }

  overlap(a: number, b: number): { sizeA: number; sizeB: number; shared: number } {
    return this.#get(
      `SELECT (SELECT count(*) FROM tie WHERE a = @a AND b <> @b AND possible = 0) AS sizeA,
        (SELECT count(*) FROM tie WHERE a = @b AND b <> @a AND possible = 0) AS sizeB,
        (SELECT count(*) FROM tie x CROSS JOIN tie y ON y.a = @b AND y.b = x.b
          WHERE x.a = @a AND x.possible = 0 AND y.possible = 0) AS shared`,
      { a, b },
    );
  }

  rankByNewAudience(me: number): { person: number; newToMe: number }[] {
    return this.#all(
      `SELECT c.b AS person, count(*) - count(m.b) AS newToMe
      FROM tie c CROSS JOIN tie n ON n.a = c.b AND n.b <> @me AND n.possible = 0
        LEFT JOIN tie m ON m.a = @me AND m.b = n.b AND m.possible = 0
      WHERE c.a = @me AND c.possible = 0 GROUP BY c.b ORDER BY newToMe DESC, person`,
      { me },
    );
  }

  reach(me: number, from: number, hops: number): number {
    const { people } = this.#get<{ people: number }>(
      `WITH RECURSIVE reached(id, hop) AS (
        VALUES (@from, 0)
        UNION
        SELECT t.b, hop + 1 FROM reached r JOIN tie t ON t.a = r.id
          WHERE hop < @hops AND t.possible = 0 AND t.b <> @me)
      SELECT count(DISTINCT id) - 1 AS people FROM reached`,
      { me, from, hops },
    );
    return people;
  }

  bestToAsk(me: number, k: number): { person: number; adds: number }[] {
    this.#db.exec('DELETE FROM covered');
    this.#run(
      'INSERT INTO covered SELECT @me UNION SELECT b FROM tie WHERE a = @me AND possible = 0',
      { me },
    );
    const picks: { person: number; adds: number }[] = [];
    for (let round = 0; round < k; round++) {
      const best = this.#all<{ person: number; adds: number }>(
        `SELECT c.b AS person, count(*) AS adds
        FROM tie c CROSS JOIN tie n ON n.a = c.b AND n.possible = 0
        WHERE c.a = @me AND c.possible = 0 AND NOT EXISTS (SELECT 1 FROM covered WHERE id = n.b)
        GROUP BY c.b ORDER BY adds DESC, person LIMIT 1`,
        { me },
      )[0];
      if (best === undefined) break;
      picks.push(best);
      this.#run(
        'INSERT OR IGNORE INTO covered SELECT b FROM tie WHERE a = @person AND possible = 0',
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
        FROM layer l CROSS JOIN tie t ON t.a = l.id
        WHERE l.hop = @hop - 1 AND t.b <> @me AND t.possible = 0 GROUP BY t.b`,
        { hop, me },
      );
    }
    return this.#all(
      `SELECT contact, max(strength) AS strength FROM (
        SELECT c.b AS contact, c.strength * l.product AS strength
          FROM tie c CROSS JOIN layer l ON l.id = c.b AND l.hop IN (0, 1, 2)
          WHERE c.a = @me AND c.possible = 0
        UNION ALL
        SELECT c.b, c.strength * t.strength * l.product
          FROM tie c CROSS JOIN tie t ON t.a = c.b AND t.possible = 0 AND t.b <> @me
            CROSS JOIN layer l ON l.hop = 2 AND l.id = t.b
          WHERE c.a = @me AND c.possible = 0)
      GROUP BY contact ORDER BY strength DESC, contact LIMIT @limit`,
      { me, limit },
    );
  }

  constraint(me: number): number {
    const { value } = this.#get<{ value: number }>(
      `WITH mine AS MATERIALIZED (SELECT b AS id FROM tie WHERE a = @me AND possible = 0),
        size AS MATERIALIZED (SELECT count(*) AS n FROM mine),
        degree AS MATERIALIZED (SELECT a AS id, count(*) AS n FROM tie
          WHERE possible = 0 AND a IN (SELECT id FROM mine) GROUP BY a),
        invested AS (SELECT t.b AS id, sum(1.0 / d.n) AS share FROM degree d
          JOIN tie t ON t.a = d.id AND t.possible = 0
          WHERE t.b IN (SELECT id FROM mine) GROUP BY t.b)
      SELECT sum(((1.0 + coalesce(i.share, 0)) / s.n) * ((1.0 + coalesce(i.share, 0)) / s.n)) AS value
      FROM size s, mine m LEFT JOIN invested i ON i.id = m.id`,
      { me },
    );
    return value;
  }

  pairsJoinedOnlyBy(me: number): number {
    const { pairs } = this.#get<{ pairs: number }>(
      `WITH mine AS MATERIALIZED (SELECT b AS id FROM tie WHERE a = @me AND possible = 0),
        knows AS MATERIALIZED (SELECT t.a AS contact, t.b AS other FROM tie t
          WHERE t.a IN (SELECT id FROM mine) AND t.b <> @me AND t.possible = 0)
      SELECT (SELECT count(*) * (count(*) - 1) / 2 FROM mine) - count(*) AS pairs FROM (
        SELECT contact, other FROM knows WHERE other IN (SELECT id FROM mine) AND contact < other
        UNION
        SELECT x.contact, t.b FROM knows x
          JOIN tie t ON t.a = x.other AND t.b > x.contact AND t.possible = 0
          WHERE t.b IN (SELECT id FROM mine))`,
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
