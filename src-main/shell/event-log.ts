import { appendFileSync, readFileSync, renameSync, statSync } from 'node:fs';
import type { DefectPlace } from '../book/defect-place.ts';
import { findMethod } from '../contract/find-method.ts';
import { contract, insideContract } from '../contract/index.ts';
import type { ErrorCode } from '../contract/result.ts';

/*
 * A log that can be sent to anybody: it says what the program did and how long it took, never to whom. No text from
 * outside gets in: methods are those of the contract, errors are their codes, places are lines of our own files.
 */

type LogEvent =
  | { readonly kind: 'start'; readonly versions: Readonly<Record<string, string>> }
  | { readonly kind: 'store-end' }
  | {
      readonly kind: 'call';
      readonly method: string;
      readonly code: ErrorCode | 'ok';
      readonly ms: number;
    }
  | ({ readonly kind: 'defect'; readonly where: string } & DefectPlace);

/** Bytes of one file; there are two at most, the present one and the one before. */
export const logFileSize = 128 * 1024;
/** Calls that take longer are noted though they go well, in milliseconds. */
const slow = 1_000;

export interface EventLog {
  write(event: LogEvent): void;
  /** Notes a call that failed or was slow. */
  noteCall(path: unknown, code: ErrorCode | 'ok', ms: number): void;
  /** All that is kept, oldest first. */
  read(): string;
}

/** A log in a file, which it shares its name with ".1" for the one before. What cannot be written is let go. */
export function openEventLog(file: string, readNow: () => Date = () => new Date()): EventLog {
  const log: EventLog = {
    write(event) {
      try {
        if (sizeOf(file) >= logFileSize) renameSync(file, `${file}.1`);
        appendFileSync(file, `${readNow().toISOString()} ${JSON.stringify(clean(event))}\n`);
      } catch {
        // a full disk, say: nothing depends on the log
      }
    },
    noteCall(path, code, ms) {
      if (code === 'ok' && ms < slow) return;
      log.write({ kind: 'call', method: String(path), code, ms: Math.round(ms) });
    },
    read: () => [`${file}.1`, file].map(readIfThere).join(''),
  };
  return log;
}

function clean(event: LogEvent): LogEvent {
  if (event.kind === 'call') return { ...event, method: knownMethod(event.method) };
  if (event.kind === 'defect') return { ...event, where: knownPlace(event.where) };
  return event;
}

const known = { ...contract, ...insideContract };

/** The path of a method of the contract; "unknown" for whatever else a page may send. */
function knownMethod(path: string): string {
  return findMethod(known, path) === null ? 'unknown' : path;
}

const places: ReadonlySet<string> = new Set([
  'opening the book',
  'keeping the graph in step',
  'making the backup of the day',
  'bringing copies into step',
  'copying a backup to the second folder',
]);

/** A path stands in quotes, as `dispatch` gives it; other places are our own words. */
function knownPlace(where: string): string {
  return places.has(where) ? where : knownMethod(where.replaceAll('"', ''));
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
