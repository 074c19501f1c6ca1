import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { drawSchema } from './schema-page.ts';

const root = new URL('..', import.meta.url);
const page = drawSchema(fileURLToPath(new URL('migrations', root)));

describe('docs/schema.md', () => {
  it('is what the migrations make (run `node scripts/draw-schema.ts` after a migration)', () => {
    expect(readFileSync(new URL('docs/schema.md', root), 'utf8')).toBe(page);
  });

  it('has every relation, and the comments of tables and columns', () => {
    expect(page).toContain('person ||--o{ contact_point : "person_id"');
    expect(page).toContain('event |o--o{ evidence : "event_id"');
    expect(page).toContain('One row for each unordered pair');
    expect(page).toMatch(/\| birthday \| TEXT \| yes \| {2}\| YYYY-MM-DD, or --MM-DD/);
  });
});
