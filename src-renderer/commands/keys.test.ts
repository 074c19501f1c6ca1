import { describe, expect, it } from 'vitest';
import { ariaKeys, keyCaps, stepOf } from './keys.ts';

const press = (key: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({
    key,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...held,
  }) as KeyboardEvent;

describe('the step of a shortcut that a key press makes', () => {
  it('is the plain key in lower case', () => {
    expect(stepOf(press('p'))).toBe('p');
    expect(stepOf(press('P', { shiftKey: true }))).toBe('p');
  });

  it('names the modifiers in the order in which shortcuts are written', () => {
    expect(stepOf(press('k', { ctrlKey: true }))).toBe('mod+k');
    expect(stepOf(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('shift+mod+z');
    expect(stepOf(press('ArrowDown', { shiftKey: true }))).toBe('shift+arrowdown');
  });

  it('leaves Shift out where it is only how a sign is typed', () => {
    expect(stepOf(press('?', { shiftKey: true }))).toBe('?');
  });

  it('is nothing for a modifier alone', () => {
    for (const key of ['Control', 'Shift', 'Alt', 'Meta']) expect(stepOf(press(key))).toBeNull();
  });
});

describe('how a shortcut is shown', () => {
  it('has a list of keys for each step', () => {
    expect(keyCaps('shift+mod+z')).toEqual([['Shift', 'Ctrl', 'Z']]);
    expect(keyCaps('g p')).toEqual([['G'], ['P']]);
    expect(keyCaps('arrowdown')).toEqual([['↓']]);
  });

  it('is told to assistive technology in ARIA’s own words, sequences not at all', () => {
    expect(ariaKeys('mod+k')).toBe('Control+K');
    expect(ariaKeys('g p')).toBeUndefined();
  });
});
