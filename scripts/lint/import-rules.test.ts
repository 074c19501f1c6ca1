import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeTree } from '../setup/testing/fake-host.ts';
import { refuse } from './import-rules.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** [file, what it imports, whether only types] */
type Case = [string, string, boolean?];

const ALLOWED: Case[] = [
  ['src-main/contract/people.ts', 'zod'],
  ['src-main/contract/people.ts', './common.ts'],
  ['src-main/graph/overlap.ts', '../contract/common.ts', true],
  ['src-main/graph/sub/deep.ts', '../overlap.ts'],
  ['src-main/book/open-book.ts', 'better-sqlite3'],
  ['src-main/book/open-book.ts', 'node:fs'],
  ['src-main/book/network.ts', '../graph/index.ts', true],
  ['src-main/tables/persons.ts', '../book/access.ts'],
  ['src-main/people/handlers.ts', '../tables/persons.ts'],
  ['src-main/people/handlers.ts', './queries.ts'],
  ['src-main/transfer/apply.ts', '../people/handlers.ts'],
  ['src-main/transfer/apply/people.ts', '../../people/handlers.ts'],
  ['src-main/transfer/handlers.ts', './apply.ts'],
  ['src-main/cli/run-cli.ts', '../store/store.ts'],
  ['src-main/cli.ts', './cli/run-cli.ts'],
  ['src-main/sample/fill.ts', '../transfer/apply.ts'],
  ['src-main/store/store.ts', '../people/handlers.ts'],
  ['src-main/cli.ts', './store/store.ts'],
  ['src-main/shell/window.ts', 'electron'],
  ['src-main/main.ts', './shell/window.ts'],
  ['src-main/preload.ts', 'electron'],
  ['src-renderer/app.tsx', '../src-main/contract/index.ts'],
  ['src-renderer/app.tsx', '@mantine/core/styles.css'],
  ['src-main/people/handlers.test.ts', '../events/handlers.ts'],
  ['src-main/people/handlers.test.ts', '../book/testing/make-book.ts'],
  ['e2e/main-job.spec.ts', '../src-main/store/store.ts'],
  ['bench/bench.ts', '../src-main/graph/index.ts'],
];

const REFUSED: Case[] = [
  ['src-main/contract/people.ts', '../graph/index.ts', true],
  ['src-main/contract/people.ts', 'node:fs'],
  ['src-main/graph/overlap.ts', '../contract/common.ts'],
  ['src-main/graph/overlap.ts', '../book/access.ts', true],
  ['src-main/graph/overlap.ts', 'node:fs'],
  ['src-main/book/network.ts', '../graph/index.ts'],
  ['src-main/book/open-book.ts', '../people/queries.ts'],
  ['src-main/book/open-book.ts', '../tables/persons.ts'],
  ['src-main/tables/persons.ts', '../people/queries.ts'],
  ['src-main/people/handlers.ts', '../events/queries.ts'],
  ['src-main/people/handlers.ts', '../events/queries.ts', true],
  ['src-main/people/sub/deep.ts', '../../events/queries.ts'],
  ['src-main/people/handlers.ts', '../transfer/plan.ts'],
  ['src-main/people/handlers.ts', '../store/store.ts'],
  ['src-main/people/handlers.ts', 'electron'],
  ['src-main/people/handlers.ts', 'electron', true],
  ['src-main/people/handlers.ts', 'electron/main'],
  ['src-main/people/handlers.ts', 'react'],
  ['src-main/people/handlers.ts', '../book/testing/make-book.ts'],
  ['src-main/transfer/plan.ts', '../people/handlers.ts'],
  ['src-main/transfer/plan.ts', './apply.ts'],
  ['src-main/transfer/handlers.ts', '../people/handlers.ts'],
  ['src-main/store/store.ts', '../shell/window.ts'],
  ['src-main/cli.ts', 'electron'],
  ['src-main/preload.ts', 'node:fs'],
  ['src-main/preload.ts', './store/store.ts'],
  ['src-main/shell/window.ts', '../../src-renderer/app.tsx'],
  ['src-renderer/app.tsx', '../src-main/people/handlers.ts'],
  ['src-renderer/app.tsx', '../src-main/graph/index.ts', true],
  ['src-renderer/app.tsx', 'electron'],
  ['src-renderer/app.tsx', 'node:fs'],
  ['src-renderer/app.tsx', 'fs/promises'],
  ['src-renderer/app.tsx', 'better-sqlite3'],
];

describe('who may import whom', () => {
  test.each(ALLOWED)('%s may import %s', (file, specifier, isType = false) => {
    expect(refuse({ file, specifier, isType })).toBeNull();
  });

  test.each(REFUSED)(
    '%s may not import %s, and the reason is told',
    (file, specifier, isType = false) => {
      expect(refuse({ file, specifier, isType })).toMatch(/may not .*, because .{20,}\.$/);
    },
  );
});

/** What oxlint says with the project's own configuration, when run in a folder with these files. */
function lint(files: Record<string, string>): string {
  const oxlint = `${ROOT}node_modules/oxlint/bin/oxlint`;
  const args = [oxlint, '-c', `${ROOT}.oxlintrc.json`, '-f', 'unix', '.'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: makeTree(files),
    encoding: 'utf8',
  });
  return stdout + stderr;
}

describe('oxlint, as CI runs it', () => {
  const BOOK = { 'src-main/book/open-book.ts': 'export const open = 1;\nexport type Open = 1;\n' };

  test.each([
    ['an import', "import { open } from '../book/open-book.ts';\nexport const a = open;\n"],
    ['a type import', "import type { Open } from '../book/open-book.ts';\nexport type A = Open;\n"],
    [
      'an inline type import',
      "import { type Open } from '../book/open-book.ts';\nexport type A = Open;\n",
    ],
    ['an export from', "export { open } from '../book/open-book.ts';\n"],
    ['an export of all', "export * from '../book/open-book.ts';\n"],
    ['a dynamic import', "export const a = () => import('../book/open-book.ts');\n"],
    ['a type of an import', "export type A = import('../book/open-book.ts').Open;\n"],
  ])('refuses %s where it is forbidden, and says why', (_, source) => {
    const said = lint({ ...BOOK, 'src-main/graph/overlap.ts': source });
    expect(said).toContain('src-main/graph/overlap.ts:1:');
    expect(said).toContain('because the graph is pure computing on numbers');
  });

  test('accepts types of the contract where values are forbidden', () => {
    const contract = {
      'src-main/contract/common.ts': 'export type Id = number;\nexport const one = 1;\n',
    };
    const from = "from '../contract/common.ts';\n";
    const types = `import { type Id } ${from}export type A = Id;\n`;
    expect(lint({ ...contract, 'src-main/graph/a.ts': types })).not.toContain('import-rules');
    const values = `import { one, type Id } ${from}export const a: Id = one;\n`;
    expect(lint({ ...contract, 'src-main/graph/a.ts': values })).toContain('import-rules');
  });

  test('refuses two modules that need each other', () => {
    const said = lint({
      'src-main/people/a.ts': "import { b } from './b.ts';\nexport const a = (): number => b();\n",
      'src-main/people/b.ts': "import { a } from './a.ts';\nexport const b = (): number => a();\n",
    });
    expect(said).toContain('no-cycle');
  });

  test('refuses a file of more than 300 lines, a function of more than 60, and `any`', () => {
    const long = 'x += 1;\n'.repeat(61);
    expect(lint({ 'src-main/a.ts': '// line\n'.repeat(301) })).toContain('max-lines');
    expect(
      lint({ 'src-main/a.ts': `export function f(x: number) {\n${long}return x;\n}\n` }),
    ).toContain('max-lines-per-function');
    expect(lint({ 'src-main/a.ts': 'export const a: any = 1;\n' })).toContain('no-explicit-any');
  });
});
