import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Modules that open connections, by how an import names them. */
const network =
  /\b(?:from|import|require)\s*\(?\s*['"](?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns\/promises|inspector)['"]/;
/** Electron's own ways out. */
const electronNet =
  /import\s*\{[^}]*\b(?:net|autoUpdater|crashReporter)\b[^}]*\}\s*from\s*'electron'/;
const globals = /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\(/;

function modulesOf(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|testing\//.test(name))
    .map((name) => path.join(folder, name));
}

const offenders = (files: readonly string[], pattern: RegExp): string[] =>
  files.filter((file) => pattern.test(readFileSync(path.join(root, file), 'utf8')));

describe('the program', () => {
  it('has no module that could open a connection', () => {
    const files = [...modulesOf('src-main'), ...modulesOf('src-renderer')];
    expect(files.length).toBeGreaterThan(400);
    // the one that takes these ways from all others
    expect(offenders(files, network)).toEqual([path.join('src-main', 'book', 'block-network.ts')]);
    expect(offenders(files, electronNet)).toEqual([]);
  });

  it('asks for nothing by the globals of Node and of the page, but for files of its own', () => {
    const found = offenders([...modulesOf('src-main'), ...modulesOf('src-renderer')], globals);
    // the reader of QR codes fetches its own WebAssembly from our own folder
    expect(found.filter((file) => !file.includes('code-reader'))).toEqual([]);
  });

  it('would see one, if there were any', () => {
    expect(network.test("import { request } from 'node:https';")).toBe(true);
    expect(network.test("await import('net')")).toBe(true);
    expect(electronNet.test("import { app, net } from 'electron';")).toBe(true);
    expect(globals.test("fetch('https://example.com')")).toBe(true);
  });
});
