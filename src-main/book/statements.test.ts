import { describe, expect, it } from 'vitest';
import { splitStatements } from './statements.ts';

const texts = (sql: string): string[] => splitStatements(sql).map((statement) => statement.text);

describe('splitting SQL into statements', () => {
  it('cuts at semicolons and says the line on which each begins', () => {
    expect(splitStatements('CREATE TABLE a (x);\n\n-- why\ncreate table b (y);')).toEqual([
      { text: 'CREATE TABLE a (x);', line: 1, verb: 'CREATE' },
      { text: 'create table b (y);', line: 4, verb: 'CREATE' },
    ]);
  });

  it('is not misled by semicolons in strings, names and comments', () => {
    const sql = `INSERT INTO "a;b" VALUES ('it''s; x') -- no; end\n /* nor; here */;SELECT 1`;
    expect(texts(sql)).toEqual([sql.slice(0, sql.lastIndexOf('SELECT')), 'SELECT 1']);
  });

  it('keeps the body of a trigger together, CASE … END included', () => {
    const trigger =
      'CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET x = CASE 1 WHEN 1 THEN 2 END; SELECT 1; END;';
    expect(texts(`${trigger} SELECT 2;`)).toEqual([trigger, 'SELECT 2;']);
  });

  it('finds nothing in comments and lone semicolons', () => {
    expect(texts(' ; -- nothing\n;/* at all */')).toEqual([]);
  });
});
