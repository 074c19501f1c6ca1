/**
 * Every answer that crosses a boundary (window to store, store to command line) is a `Result`:
 * an exception never travels over the bridge, because Electron would strip it to a bare message.
 */

/** What went wrong, for programs. The sentence for people is `AppError.message`. */
export const errorCodes = [
  'INVALID_INPUT', // the input of a method does not have its declared form
  'UNKNOWN_METHOD', // no such path in the contract
  'FORBIDDEN', // the caller may not call this (a foreign frame)
  'NOT_FOUND', // the thing named does not exist
  'AMBIGUOUS_NAME', // several people bear the name; `details.candidates` lists them
  'CONFLICT', // the thing cannot be done in its present state
  'NO_ME', // nobody is marked as "me" yet
  'NO_BOOK', // no book is open
  'UNREADABLE_FILE', // an input file is damaged or is not what it claims to be
  'UNKNOWN_FORMAT', // an input file is of no format that we know
  'TOO_LARGE', // an input is beyond a stated limit
  'DISK_FULL',
  'READ_ONLY',
  'LOCKED', // another process has the book open
  'NEWER_VERSION', // the book was written by a newer Acquaint
  'CORRUPT', // the book is damaged
  'NOT_OURS', // the file is not an Acquaint book
  'PASSPHRASE_NEEDED', // the book (or the copy of it) is encrypted and locked
  'WRONG_PASSPHRASE', // it is not the one of the book
  'STOPPED', // the user stopped a long run
  'STORE_DOWN', // the store process ended; it is being restarted
  'INTERNAL', // a defect of ours
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export interface ErrorBody {
  readonly code: ErrorCode;
  /** A sentence: what happened, to what, and what can be done. */
  readonly message: string;
  /** Facts for the interface, such as the candidates of an ambiguous name. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorBody };

/** The value of an answer. Throws the error of one that is not ok. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, details, message } = result.error;
  throw new AppError(code, message, details);
}

/** The one error type that handlers throw on purpose; anything else is reported as INTERNAL. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, message: string, details?: Readonly<Record<string, unknown>>) {
    super(message);
    this.code = code;
    this.details = details;
  }

  /** The part that may cross the bridge. */
  toBody(): ErrorBody {
    return this.details === undefined
      ? { code: this.code, message: this.message }
      : { code: this.code, message: this.message, details: this.details };
  }
}
