import { describe, expect, it } from 'vitest';
import { runInSlices } from './run-in-slices.ts';

function* work(seen: string[]): Generator<number, string> {
  for (let at = 0; at < 4; at++) {
    seen.push(`step ${at}`);
    yield at / 4;
  }
  return 'done';
}

describe('work in slices', () => {
  it('lets what waits be done between two slices, tells how far it is, and gives the result', async () => {
    const seen: string[] = [];
    setImmediate(() => seen.push('somebody else'));
    const result = await runInSlices(
      work(seen),
      (done) => {
        seen.push(`told ${done}`);
        return true;
      },
      0,
    );
    expect(result).toBe('done');
    expect(seen.slice(0, 4)).toEqual(['step 0', 'somebody else', 'told 0', 'step 1']);
    expect(seen.at(-1)).toBe('told 0.75');
  });

  it('ends when told to, and throws what telling throws', async () => {
    const seen: string[] = [];
    expect(await runInSlices(work(seen), (done) => done < 0.25, 0)).toBeNull();
    expect(seen).toEqual(['step 0', 'step 1']);
    const stop = (): boolean => {
      throw new Error('Stopped.');
    };
    await expect(runInSlices(work([]), stop, 0)).rejects.toThrow('Stopped.');
  });
});
