import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { makeTestBook } from '../src-main/book/testing/make-book.ts';
import { makeSample } from '../src-main/sample/make-sample.ts';
import { writeBookJson } from '../src-main/transfer/write-json.ts';
import { drawBookSchema } from './book-json-schema.ts';

const root = new URL('..', import.meta.url);
const page = readFileSync(new URL('docs/book.schema.json', root), 'utf8');
const schema = z.fromJSONSchema(JSON.parse(page) as Parameters<typeof z.fromJSONSchema>[0]);

it('docs/book.schema.json is what the migrations make (run `node scripts/draw-schema.ts`)', () => {
  expect(drawBookSchema(fileURLToPath(new URL('migrations', root)))).toBe(page);
});

it('takes the export of a book with everything in it, and nothing that has another shape', async () => {
  const test = makeTestBook();
  await makeSample((path, input) => test.dispatch(path, input));
  const document = JSON.parse(
    Buffer.concat(writeBookJson(test.book, () => {})).toString('utf8'),
  ) as {
    tables: Record<string, Record<string, unknown>[]>;
  };
  test.close();
  expect(document.tables['person']?.length).toBeGreaterThan(50);
  expect(schema.safeParse(document).error).toBeUndefined();
  const [first] = document.tables['person'] ?? [];
  for (const wrong of [{ is_me: 2 }, { birthday: 7 }, { created_at: null }, { nobody: 'knows' }]) {
    const person = [{ ...first, ...wrong }];
    expect(schema.safeParse({ ...document, tables: { ...document.tables, person } }).success).toBe(
      false,
    );
  }
});
