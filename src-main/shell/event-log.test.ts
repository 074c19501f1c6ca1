import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeOfDefect } from '../book/defect-place.ts';
import { errorCodes } from '../contract/result.ts';
import { type EventLog, logFileSize, openEventLog } from './event-log.ts';

let folder: string;
let log: EventLog;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-log-'));
  log = openEventLog(join(folder, 'events.log'), () => new Date(0));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const secret = 'Quirina Zabludowska';

describe('the log of events', () => {
  it('notes calls that failed or were slow, by method, code and time', () => {
    log.noteCall('people.get', 'ok', 12);
    log.noteCall('people.get', 'NOT_FOUND', 3.7);
    log.noteCall('transfer.apply', 'ok', 4_200);
    log.noteCall('shell.about', 'INTERNAL', 0);
    expect(
      log
        .read()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line.slice(25)) as unknown),
    ).toEqual([
      { kind: 'call', method: 'people.get', code: 'NOT_FOUND', ms: 4 },
      { kind: 'call', method: 'transfer.apply', code: 'ok', ms: 4200 },
      { kind: 'call', method: 'shell.about', code: 'INTERNAL', ms: 0 },
    ]);
  });

  it('lets no text of the book in: not by a path, an error, its name, its code or its stack', () => {
    const leaky = new Error(`UNIQUE failed: ${secret}\n    at ${secret} (Quirina.js:1:2)`);
    leaky.name = secret;
    Object.assign(leaky, { code: secret });
    const renamed = new Error(secret);
    renamed.message = 'another';
    for (const error of [leaky, renamed, secret, { message: secret }, new TypeError(secret)]) {
      for (const where of ['"people.get"', `"${secret}"`, secret, 'opening the book']) {
        log.write({ kind: 'defect', where, ...placeOfDefect(error) });
      }
    }
    for (const path of [
      secret,
      `people.${secret}`,
      { toString: () => secret },
      `people.get.${secret}`,
    ]) {
      log.noteCall(path, 'UNKNOWN_METHOD', 1);
    }
    expect(log.read()).not.toMatch(/quirina|zabludowska/i);
    expect(log.read()).toContain('"where":"people.get"');
    expect(log.read()).toContain('event-log.test.ts:');
  });

  it('holds nothing of any text, whatever it looks like', () => {
    const known = new Set(errorCodes.map(String));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 6, maxLength: 60 }), (text) => {
        fc.pre(!known.has(text));
        const marked = `q7${text}q7`;
        log.noteCall(marked, 'INVALID_INPUT', 1);
        const error = new Error(marked);
        error.name = marked;
        log.write({ kind: 'defect', where: marked, ...placeOfDefect(error) });
        return !log.read().includes('q7');
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('is bounded: two files, the older of which goes', () => {
    for (let at = 0; at < 6_000; at++) log.noteCall('people.get', 'NOT_FOUND', at);
    expect(readdirSync(folder).toSorted()).toEqual(['events.log', 'events.log.1']);
    for (const name of readdirSync(folder)) {
      expect(statSync(join(folder, name)).size).toBeLessThan(logFileSize + 200);
    }
    // the newest is there, and nothing between it and the oldest kept is missing
    const times = [...log.read().matchAll(/"ms":(\d+)/g)].map((match) => Number(match[1]));
    expect(times.at(-1)).toBe(5_999);
    expect(times).toEqual(times.map((_, index) => (times[0] ?? 0) + index));
  });

  it('is done without where it cannot be written', () => {
    const elsewhere = openEventLog(join(folder, 'nowhere', 'events.log'));
    elsewhere.noteCall('people.get', 'NOT_FOUND', 1);
    expect(elsewhere.read()).toBe('');
    expect(readdirSync(folder)).toEqual([]);
  });
});
