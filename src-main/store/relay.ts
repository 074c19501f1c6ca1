import type { FromStore, ToBookThread, ToStore } from './messages.ts';

/** The two ways through the relay. */
export interface Relay {
  fromShell(message: ToStore): void;
  fromBookThread(message: FromStore): void;
}

/**
 * Passes messages between the shell and the thread with the book. That thread may be deep in one long call and
 * hear nothing; so each call with a job id is given a flag in memory that both threads see, and a stop is
 * written there at once.
 */
export function makeRelay(
  toBookThread: (message: ToBookThread) => void,
  toShell: (message: FromStore) => void,
): Relay {
  const running = new Map<number, { readonly jobId: string; readonly flag: Int32Array }>();
  return {
    fromShell(message) {
      if (message.kind === 'stop') {
        for (const { flag, jobId } of running.values()) {
          if (jobId === message.jobId) Atomics.store(flag, 0, 1);
        }
      } else if (message.kind === 'call' && message.jobId !== undefined) {
        const flag = makeStopFlag();
        running.set(message.id, { jobId: message.jobId, flag });
        toBookThread({ ...message, stopFlag: flag });
      } else {
        toBookThread(message);
      }
    },
    fromBookThread(message) {
      if (message.kind === 'answer') running.delete(message.id);
      toShell(message);
    },
  };
}

/** A number in shared memory, 0 until the call it belongs to should end. */
export function makeStopFlag(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4));
}
