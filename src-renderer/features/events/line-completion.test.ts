import { describe, expect, it } from 'vitest';
import { complete, completionAt } from './line-completion.ts';

/** The completion at the bar in the line. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  return completionAt(marked.replace('|', ''), caret);
}

describe('completing a line at the caret', () => {
  it.each([
    ['Ja|', 'person', 'Ja'],
    ['Jane Doe, Ac|', 'organisation', 'Ac'],
    ['Jane Doe, Acme #br|', 'tag', 'br'],
    ['Jane Doe needs acc|', 'topic', 'acc'],
    ['Jane Doe offers logos, web d|', 'topic', 'web d'],
    ['Jane Doe knows Tom B|', 'person', 'Tom B'],
    ['Jane Doe knows Tom Brown, An|', 'person', 'An'],
    ['Jane Doe via To| #brand', 'person', 'To'],
  ])('%s completes a %s', (line, kind, query) => {
    expect(at(line)).toMatchObject({ kind, query });
  });

  it.each(['|', 'Jane, Acme, des|', 'Jane !fri|', 'Jane "talk|', 'Jane #brand |', 'Ja|ne'])(
    '%s offers nothing',
    (line) => expect(at(line)).toBeNull(),
  );

  it('puts the name in place and the caret after it', () => {
    const line = 'Jane Doe knows To #brand';
    const completion = completionAt(line, 17);
    expect(completion).not.toBeNull();
    if (completion === null) return;
    expect(complete(line, completion, 'Tom Brown')).toEqual({
      line: 'Jane Doe knows Tom Brown #brand',
      caret: 'Jane Doe knows Tom Brown'.length,
    });
  });

  it('writes a tag of two words as one', () => {
    const completion = completionAt('Jane #vi', 8);
    if (completion === null) throw new Error('nothing to complete');
    expect(complete('Jane #vi', completion, 'vip client').line).toBe('Jane #vip-client ');
  });
});
