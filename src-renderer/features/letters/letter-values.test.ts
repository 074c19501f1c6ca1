import { describe, expect, it } from 'vitest';
import { text } from '../../text/index.ts';
import { letterKinds } from '../../text/letters.ts';
import { fillTemplate } from './fill-template.ts';
import { type LetterFacts, valuesOf } from './letter-values.ts';

const person = (name: string, more: Partial<LetterFacts['me']> = {}): LetterFacts['me'] => ({
  name,
  givenName: null,
  title: null,
  organisation: null,
  email: null,
  ...more,
});
const bare: LetterFacts = {
  me: person('Mara Lindqvist'),
  recipients: [person('Tom Brown')],
  person: person('Jane Doe'),
  other: null,
  topic: null,
  goal: null,
  howWeMet: null,
  lastMeeting: null,
  reasons: [],
  since: null,
};
const rich: LetterFacts = {
  ...bare,
  me: person('Mara Lindqvist', {
    title: 'designer',
    organisation: 'Lindqvist Design',
    email: 'mara@example.org',
  }),
  person: person('Jane Doe', { title: 'accountant', organisation: 'Acme' }),
  other: person('Ann Lee'),
  topic: 'accountant',
  lastMeeting: { title: 'Brews & Books', isRecent: true },
  reasons: [{ kind: 'platform_link', platform: 'LinkedIn' }],
  since: '2026-11-02',
};

function write(kind: (typeof letterKinds)[number], facts: LetterFacts) {
  const fill = (template: string) => fillTemplate(template, valuesOf(kind, facts, 'PARAGRAPH'));
  const { body, subject } = text.letters.shipped[kind];
  return { body: fill(body), subject: fill(subject) };
}

describe('the letters that come with the program', () => {
  it('have no holes and no unknown fields, whether much is known or nothing', () => {
    for (const kind of letterKinds)
      for (const facts of [rich, { ...bare, other: kind === 'introduce' ? person('Ann') : null }]) {
        const { body, subject } = write(kind, facts);
        expect([kind, body.unknown, body.missing]).toEqual([kind, [], []]);
        expect([kind, subject.unknown, subject.missing]).toEqual([kind, [], []]);
        expect(body.text).not.toMatch(/[[\]{}|]|  |\n\n\n|null|undefined| [.,]/u);
      }
  });

  it('ask by what is known of the two, and speak of the last meeting', () => {
    const { body, subject } = write('ask', rich);
    expect(subject.text).toBe('Could you introduce me to Jane Doe?');
    expect(body.text).toContain('Hello Tom,');
    expect(body.text).toContain('It was good to talk to you at Brews & Books.');
    expect(body.text).toContain('looking for an accountant, and Jane Doe (accountant at Acme)');
    expect(body.text).toContain('connected with Jane on LinkedIn');
    expect(write('ask', bare).body.text).toContain('I would like to get to know Jane Doe.');
  });

  it('have a paragraph to forward that does not speak of the introducer', () => {
    const { text: paragraph } = write('blurb', rich).body;
    expect(paragraph).toContain('My name is Mara Lindqvist, designer at Lindqvist Design.');
    expect(paragraph).toContain('You reach me at mara@example.org.');
    expect(paragraph).not.toContain('Tom');
  });

  it('greet both of two who are introduced', () => {
    const both = { ...rich, recipients: [person('Jane Doe'), person('Ann Lee')] };
    expect(write('introduce', both).body.text).toContain('Hello Jane and Ann,');
  });
});
