import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { BrowserWindow, powerMonitor, safeStorage } from 'electron';
import { z } from 'zod';
import { storeContract } from '../contract/index.ts';
import { AppError, type Result } from '../contract/result.ts';
import { pageUrl } from './page-address.ts';

/** What is kept of a lock, outside of the book: the book itself cannot be read while it is locked. */
const lockState = z.object({
  /** Minutes without a key or a pointer; null: never. */
  afterMinutes: z.int().min(1).max(600).nullable(),
  /** The recovery key as the system's key store has encrypted it, in base 64; null: not kept. */
  kept: z.string().nullable(),
});
type LockState = z.infer<typeof lockState>;

const initial: LockState = { afterMinutes: 10, kept: null };
/** How often the time since the last key is looked at, in milliseconds. */
const lookEvery = 5_000;

type Invoke = (path: string, input: unknown) => Promise<Result<unknown>>;

/** Locks the book at once, after a while or when the computer sleeps; unlocks it at the start by the system's key store. */
export class BookLock {
  readonly #file: string;
  readonly #invoke: Invoke;
  #lastInput = Date.now();

  constructor(file: string, invoke: Invoke) {
    this.#file = file;
    this.#invoke = invoke;
  }

  /** Locks the book if it is encrypted. The pages are loaded anew, so that nothing they held stays in memory. */
  async lock(): Promise<void> {
    const result = await this.#invoke('encryption.lock', {});
    if (!result.ok) {
      if (result.error.code === 'CONFLICT') return;
      throw new AppError(result.error.code, result.error.message);
    }
    for (const window of BrowserWindow.getAllWindows()) {
      window.webContents.navigationHistory.clear();
      void window.loadURL(pageUrl);
    }
  }

  /** To be called once, when windows can be opened. */
  watch(): void {
    const lock = (): void => void this.lock();
    powerMonitor.on('suspend', lock);
    powerMonitor.on('lock-screen', lock);
    setInterval(() => {
      const { afterMinutes } = this.read();
      if (afterMinutes === null || Date.now() - this.#lastInput < afterMinutes * 60_000) return;
      this.#lastInput = Date.now();
      lock();
    }, lookEvery);
  }

  /** Each key or movement in a window puts the locking off. */
  follow(window: BrowserWindow): void {
    window.webContents.on('input-event', () => {
      this.#lastInput = Date.now();
    });
  }

  read(): LockState {
    try {
      return lockState.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      return initial;
    }
  }

  setAfter(afterMinutes: number | null): void {
    this.#write({ ...this.read(), afterMinutes });
  }

  /** Why the system's key store cannot be used; null when it can. */
  problem(): 'none' | 'plain' | null {
    if (!safeStorage.isEncryptionAvailable()) return 'none';
    const isLinux = process.platform === 'linux';
    // it would be kept under a password that stands in the source of Chromium
    return isLinux && safeStorage.getSelectedStorageBackend() === 'basic_text' ? 'plain' : null;
  }

  /** Gives the key to the system's key store. Throws for a wrong passphrase. */
  async keep(passphrase: string): Promise<void> {
    if (this.problem() !== null) {
      throw new AppError('CONFLICT', 'This system has no key store that keeps a key safely.');
    }
    const result = await this.#invoke('encryption.recoveryKey', { passphrase });
    if (!result.ok) throw new AppError(result.error.code, result.error.message);
    const { recoveryKey } = storeContract.encryption.recoveryKey.output.parse(result.value);
    this.#write({
      ...this.read(),
      kept: safeStorage.encryptString(recoveryKey).toString('base64'),
    });
  }

  forget(): void {
    if (this.read().kept !== null) this.#write({ ...this.read(), kept: null });
  }

  /** At the start: opens the book by what the key store has. Whatever is wrong with that, the passphrase is asked for. */
  async unlock(): Promise<void> {
    const { kept } = this.read();
    if (kept === null || this.problem() !== null) return;
    try {
      const recoveryKey = safeStorage.decryptString(Buffer.from(kept, 'base64'));
      const result = await this.#invoke('encryption.recover', { recoveryKey, newPassphrase: null });
      // another book, or one that is encrypted anew since: the key is of no use any more
      if (!result.ok && result.error.code === 'WRONG_PASSPHRASE') this.forget();
    } catch {
      rmSync(this.#file, { force: true });
    }
  }

  #write(state: LockState): void {
    writeFileSync(this.#file, JSON.stringify(state), { mode: 0o600 });
  }
}
