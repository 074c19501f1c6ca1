import { describe, expect, it } from 'vitest';
import { commandFor } from './use-shortcuts.ts';

const command = (id: string, keys: readonly string[], whileTyping = false, isPossible = true) => ({
  id,
  keys,
  whileTyping,
  isPossible,
});
const log = command('log', ['l']);
const labels = command('labels', ['g l'], true);
const people = command('people', ['g p', 'mod+2'], true);
const undo = command('undo', ['mod+z']);
const all = [log, labels, people, undo];

describe('key presses', () => {
  it('mean a page after "g", also where the letter alone does something on the open page', () => {
    expect(commandFor(all, ['g l', 'l'], false)).toBe(labels);
    expect(commandFor(all, [' l', 'l'], false)).toBe(log);
    expect(commandFor(all, ['x l', 'l'], false)).toBe(log);
  });

  it('with plain letters belong to a field that is typed in, and Ctrl only to some commands', () => {
    expect(commandFor(all, ['g p', 'p'], true)).toBeUndefined();
    expect(commandFor(all, [' mod+2', 'mod+2'], true)).toBe(people);
    expect(commandFor(all, [' mod+z', 'mod+z'], true)).toBeUndefined();
  });

  it('pass over what cannot be done now', () => {
    const impossible = command('impossible', ['g l'], true, false);
    expect(commandFor([impossible, log], ['g l', 'l'], false)).toBe(log);
  });
});
