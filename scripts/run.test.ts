import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const RUN = fileURLToPath(new URL('./run.mjs', import.meta.url));

test('a task that does not exist is refused with the list of those that do', () => {
  for (const task of ['strat', 'constructor', '']) {
    const result = spawnSync(process.execPath, [RUN, task], { encoding: 'utf8' });
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(result.stderr).toContain('use one of start, test');
  }
});
