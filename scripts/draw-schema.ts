import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawSchema } from './schema-page.ts';

/* Writes docs/schema.md from the migrations: `node scripts/draw-schema.ts`. */

const root = new URL('..', import.meta.url);
const page = drawSchema(fileURLToPath(new URL('migrations', root)));
writeFileSync(new URL('docs/schema.md', root), page);
