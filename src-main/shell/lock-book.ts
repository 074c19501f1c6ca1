import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { LockedDraft } from '../contract/encryption.ts';
import { storeContract } from '../contract/index.ts';
import { AppError, type Result } from '../contract/result.ts';

/** What is kept of a lock, outside of the book: the book itself cannot be read while it is locked. */
const lockState = z.object({
  /** Minutes without a key or a pointer; null: never. */
  afterMinutes: z.int().min(1).max(600).nullable(),
  /** The recovery key as the system's key store has encrypted it, in base 64; null: not kept. */
  kept: z.string().nullable(),
  /** The path of the book whose key it is; null in a file of the first versions, which kept one alone. */
  keptFor: z.string().nullable().default(null),
});
type LockState = z.infer<typeof lockState>;

const initial: LockState = { afterMinutes: 10, kept: null, keptFor: null };

export interface KeyStore {
  /** Why it cannot be used: there is none, or it would keep the key readable; null when it can. */
  problem(): 'none' | 'plain' | null;
  encrypt(text: string): string;
  /** Throws when the system cannot decrypt it any more. */
  decrypt(kept: string): string;
}

export interface BookLockOptions {
  /** Where the state is kept. */
  readonly file: string;
  readonly keyStore: KeyStore;
  /** Of the book that is open now. */
  bookPath(): string;
  /** Milliseconds. */
  now(): number;
  /** Calls a method of the store. Never rejects. */
  invoke(path: string, input: unknown): Promise<Result<unknown>>;
  /** Lets the page save, and gives what is half typed; null when nothing is. Never rejects. */
  collectDraft(): Promise<LockedDraft | null>;
  reloadPages(): void;
}

/** Locks the book at once, after a while or when the computer sleeps; unlocks it at the start by the system's key store. */
export class BookLock {
  readonly #options: BookLockOptions;
  #lastInput: number;
  #locking: Promise<void> | null = null;

  constructor(options: BookLockOptions) {
    this.#options = options;
    this.#lastInput = options.now();
  }

  /**
   * Locks the book if it is encrypted; what is half typed comes back once it is unlocked. A lock that is on its way is
   * waited for: a page that is loading has no drafts to give.
   */
  lock(): Promise<void> {
    this.#locking ??= this.#lock().finally(() => {
      this.#locking = null;
    });
    return this.#locking;
  }

  async #lock(): Promise<void> {
    const draft = await this.#options.collectDraft();
    const input = draft === null ? {} : { draft };
    const result = await this.#options.invoke('encryption.lock', input);
    if (result.ok) this.#options.reloadPages();
    else if (result.error.code !== 'CONFLICT') {
      throw new AppError(result.error.code, result.error.message);
    }
  }

  /** Each key or movement puts the locking off. */
  noteInput(): void {
    this.#lastInput = this.#options.now();
  }

  /** To be called now and then: locks when there was no input for as long as was chosen. */
  async lockWhenIdle(): Promise<void> {
    const { afterMinutes } = this.read();
    // a clock that was set back does not put the locking off until it has come there again
    this.#lastInput = Math.min(this.#lastInput, this.#options.now());
    const idle = this.#options.now() - this.#lastInput;
    if (afterMinutes === null || idle < afterMinutes * 60_000) return;
    this.noteInput();
    await this.lock();
  }

  read(): LockState {
    try {
      return lockState.parse(JSON.parse(readFileSync(this.#options.file, 'utf8')));
    } catch {
      return initial;
    }
  }

  setAfter(afterMinutes: number | null): void {
    this.#write({ ...this.read(), afterMinutes });
  }

  keyStoreProblem(): 'none' | 'plain' | null {
    return this.#options.keyStore.problem();
  }

  /** Gives the key to the system's key store. Throws for a wrong passphrase. */
  async keep(passphrase: string): Promise<void> {
    if (this.keyStoreProblem() !== null) {
      throw new AppError('CONFLICT', 'This system has no key store that keeps a key safely.');
    }
    const result = await this.#options.invoke('encryption.recoveryKey', { passphrase });
    if (!result.ok) throw new AppError(result.error.code, result.error.message);
    const { recoveryKey } = storeContract.encryption.recoveryKey.output.parse(result.value);
    const kept = this.#options.keyStore.encrypt(recoveryKey);
    this.#write({ ...this.read(), kept, keptFor: this.#options.bookPath() });
  }

  /** Whether the key of the book that is open now is kept. */
  isKept(): boolean {
    const { kept, keptFor } = this.read();
    return kept !== null && (keptFor === null || keptFor === this.#options.bookPath());
  }

  /** Nothing when it is another book's. */
  forget(): void {
    if (this.isKept()) this.#write({ ...this.read(), kept: null, keptFor: null });
  }

  /** At the start: opens the book by what the key store has. Whatever is wrong with that, the passphrase is asked for. */
  async unlock(): Promise<void> {
    const { kept } = this.read();
    if (kept === null || !this.isKept() || this.keyStoreProblem() !== null) return;
    let recoveryKey: string;
    try {
      recoveryKey = this.#options.keyStore.decrypt(kept);
    } catch {
      // the system has another key than it had then: what it kept for us is of no use any more
      this.forget();
      return;
    }
    const input = { recoveryKey, newPassphrase: null };
    const result = await this.#options.invoke('encryption.recover', input);
    // another book, or one that is encrypted anew since
    if (!result.ok && result.error.code === 'WRONG_PASSPHRASE') this.forget();
  }

  #write(state: LockState): void {
    const { file } = this.#options;
    const draft = `${file}.part`;
    // the mode counts for a file that is made, not for one that is there
    rmSync(draft, { force: true });
    writeFileSync(draft, JSON.stringify(state), { mode: 0o600 });
    renameSync(draft, file);
  }
}
