import { describe, expect, it } from 'vitest';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { stepsOf } from './opt-in-steps.ts';

type State = Introduction['state'];
const introduction = (kind: Introduction['kind'], ...history: [State, string][]) => ({
  kind,
  state: history.at(-1)?.[0] ?? ('idea' as const),
  history: history.map(([state, changedOn]) => ({ state, changedOn, note: '' })),
});
const done = (...given: Parameters<typeof stepsOf>) =>
  stepsOf(...given)
    .filter(({ isDone }) => isDone)
    .map(({ id, doneOn }) => [id, doneOn]);

describe('the steps of a double opt-in', () => {
  it('are done by their letters, each on its day, though two of them lead to one state', () => {
    const asked = introduction('make', ['idea', '2026-01-01'], ['permission_asked', '2026-01-02']);
    const first = { kind: 'ask_target', sentOn: '2026-01-02' } as const;
    expect(done(asked, [first])).toEqual([['askTarget', '2026-01-02']]);
    expect(done(asked, [first, { kind: 'ask_other', sentOn: '2026-01-05' }])).toEqual([
      ['askTarget', '2026-01-02'],
      ['askOther', '2026-01-05'],
    ]);
    expect(done(asked, [])).toEqual([['askTarget', '2026-01-02']]);
  });

  it('that were passed over are done without a day', () => {
    const made = introduction('make', ['idea', '2026-01-01'], ['made', '2026-01-09']);
    expect(done(made, [])).toEqual([
      ['askTarget', null],
      ['askOther', null],
      ['bothAgreed', null],
      ['introduce', '2026-01-09'],
    ]);
  });

  it('are open again when they are taken back, and after a no', () => {
    const back = introduction(
      'ask',
      ['asked', '2026-01-01'],
      ['made', '2026-01-02'],
      ['asked', '2026-01-03'],
    );
    expect(done(back, [])).toEqual([['ask', '2026-01-03']]);
    const no = introduction('make', ['permission_asked', '2026-01-01'], ['declined', '2026-01-04']);
    expect(done(no, [{ kind: 'ask_target', sentOn: '2026-01-01' }])).toEqual([]);
    const again = introduction(
      'make',
      ['permission_asked', '2026-01-01'],
      ['declined', '2026-01-04'],
      ['permission_asked', '2026-01-06'],
    );
    const letters = ['2026-01-01', '2026-01-06'].map((sentOn) => ({
      kind: 'ask_target' as const,
      sentOn,
    }));
    expect(done(again, letters)).toEqual([['askTarget', '2026-01-06']]);
  });

  it('stay done when it is known what came of it; there are none of what I received', () => {
    const ended = introduction('ask', ['asked', '2026-01-01'], ['outcome', '2026-02-01']);
    expect(done(ended, [])).toEqual([['ask', '2026-01-01']]);
    expect(stepsOf(introduction('received', ['met', '2026-01-01']), [])).toEqual([]);
  });
});
