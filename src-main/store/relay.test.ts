import { describe, expect, it } from 'vitest';
import type { FromStore, ToBookThread } from './messages.ts';
import { makeRelay } from './relay.ts';

function setUp() {
  const toBook: ToBookThread[] = [];
  const toShell: FromStore[] = [];
  const relay = makeRelay(
    (message) => toBook.push(message),
    (message) => toShell.push(message),
  );
  const flagOf = (id: number): number | undefined => {
    const call = toBook.find((message) => message.kind === 'call' && message.id === id);
    return call?.kind === 'call' ? call.stopFlag?.[0] : undefined;
  };
  return { toBook, toShell, relay, flagOf };
}

describe('the relay between the shell and the thread with the book', () => {
  it('passes on what it is told, both ways', () => {
    const { relay, toBook, toShell } = setUp();
    relay.fromShell({ kind: 'call', id: 1, path: 'people.list', input: {} });
    relay.fromShell({ kind: 'close' });
    relay.fromBookThread({ kind: 'closed' });
    expect(toBook).toEqual([
      { kind: 'call', id: 1, path: 'people.list', input: {} },
      { kind: 'close' },
    ]);
    expect(toShell).toEqual([{ kind: 'closed' }]);
  });

  it('writes a stop where the busy thread sees it, into the flag of that call alone', () => {
    const { flagOf, relay, toBook } = setUp();
    relay.fromShell({ kind: 'call', id: 1, path: 'a.b', input: {}, jobId: 'one' });
    relay.fromShell({ kind: 'call', id: 2, path: 'a.b', input: {}, jobId: 'two' });
    relay.fromShell({ kind: 'stop', jobId: 'two' });
    expect([flagOf(1), flagOf(2)]).toEqual([0, 1]);
    expect(toBook).toHaveLength(2);
  });

  it('forgets a call that was answered: its id can be given again', () => {
    const { flagOf, relay } = setUp();
    relay.fromShell({ kind: 'call', id: 1, path: 'a.b', input: {}, jobId: 'one' });
    relay.fromBookThread({ kind: 'answer', id: 1, result: { ok: true, value: null } });
    relay.fromShell({ kind: 'call', id: 2, path: 'a.b', input: {}, jobId: 'one' });
    relay.fromShell({ kind: 'stop', jobId: 'one' });
    expect([flagOf(1), flagOf(2)]).toEqual([0, 1]);
  });
});
