/**
 * How much JavaScript a call runs, as a number that is the same each time and on each machine: how often each
 * block of code was entered, summed up (V8's precise coverage). Work inside of built-in functions is not in it.
 * Counts are exact only in code that is not optimised, so importing this slows the process down for good.
 */
import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

for (const flag of ['opt', 'maglev', 'sparkplug', 'lazy-feedback-allocation']) {
  setFlagsFromString(`--no-${flag}`);
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly ranges: readonly { readonly count: number }[];
    }[];
  }[];
}

export function countWork(run: () => void): number {
  const session = new Session();
  session.connect();
  const post = (method: string, settings?: object): unknown => {
    let answer: unknown;
    session.post(method, settings, (error: Error | null, result: unknown) => {
      if (error !== null) throw error;
      answer = result;
    });
    return answer;
  };
  try {
    post('Profiler.enable');
    post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    run();
    const { result } = post('Profiler.takePreciseCoverage') as Coverage;
    let count = 0;
    for (const { functions, url } of result) {
      if (url.startsWith('node:')) continue;
      for (const { ranges } of functions) for (const range of ranges) count += range.count;
    }
    return count;
  } finally {
    session.disconnect();
  }
}
