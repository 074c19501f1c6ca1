import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Host, RunResult } from '../host.mjs';

export type Program = (args: string[]) => Partial<RunResult> | undefined;

export interface FakeHost extends Host {
  /** Every program that was run, as one line each. */
  ran: string[];
  said: string[];
}

/** A folder of its own for the test, with these files in it. */
export function makeTree(files: Record<string, string> = {}): string {
  const root = mkdtempSync(path.join(tmpdir(), 'acquaint-setup-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  return root;
}

/**
 * A fresh Linux machine with Node 20 where each program does what the test says; one that the test
 * does not name fails as if it were missing.
 */
export function makeHost(
  root: string,
  programs: Record<string, Program> = {},
  about: Partial<Host> = {},
): FakeHost {
  const ran: string[] = [];
  const said: string[] = [];
  return {
    root,
    platform: 'linux',
    arch: 'x64',
    env: {},
    isRoot: false,
    nodePath: '/usr/bin/node',
    nodeVersion: '20.20.2',
    run(command, args) {
      ran.push([path.basename(command), ...args].join(' '));
      const result = programs[path.basename(command)]?.(args);
      return { status: result === undefined ? 1 : 0, stdout: '', stderr: '', ...result };
    },
    say: (text) => void said.push(text),
    ...about,
    ran,
    said,
  };
}
