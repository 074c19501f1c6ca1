import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawBookSchema } from './book-json-schema.ts';
import { drawSchema } from './schema-page.ts';

/* Writes docs/schema.md and docs/book.schema.json from the migrations: `node scripts/draw-schema.ts`. */

const root = new URL('..', import.meta.url);
const migrations = fileURLToPath(new URL('migrations', root));
writeFileSync(new URL('docs/schema.md', root), drawSchema(migrations));
writeFileSync(new URL('docs/book.schema.json', root), drawBookSchema(migrations));
