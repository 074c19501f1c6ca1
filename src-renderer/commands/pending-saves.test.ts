import { describe, expect, it } from 'vitest';
import { holdForWork, pendingSaves } from './pending-saves.ts';

describe('what is typed and not saved yet', () => {
  it('tells the worst state of all drafts, and saves them all when asked', async () => {
    const saved: string[] = [];
    const flush = (name: string, works: boolean) => async (): Promise<boolean> => {
      saved.push(name);
      return works;
    };
    expect(pendingSaves.state()).toBe('saved');
    pendingSaves.set('a', { state: 'unsaved', flush: flush('a', true) });
    pendingSaves.set('b', { state: 'saving', flush: flush('b', true) });
    expect(pendingSaves.state()).toBe('saving');
    expect(await pendingSaves.flushAll()).toBe(true);
    pendingSaves.set('c', { state: 'failed', flush: flush('c', false) });
    expect([pendingSaves.state(), await pendingSaves.flushAll()]).toEqual(['failed', false]);
    expect(saved).toEqual(['a', 'b', 'a', 'b', 'c']);
    for (const owner of ['a', 'b', 'c']) pendingSaves.remove(owner);
    expect([pendingSaves.state(), await pendingSaves.flushAll()]).toEqual(['saved', true]);
  });

  it('is told from a long change that is under way, over which the window does not close either', async () => {
    const end = holdForWork('an import');
    const told = () => [pendingSaves.state(), pendingSaves.isWork()];
    expect(await pendingSaves.flushAll()).toBe(false);
    expect(told()).toEqual(['saving', true]);
    pendingSaves.set('a line', { state: 'unsaved', flush: async () => false });
    expect(pendingSaves.isWork()).toBe(false);
    pendingSaves.remove('a line');
    end();
    expect(told()).toEqual(['saved', false]);
  });
});
