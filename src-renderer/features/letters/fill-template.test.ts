import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTemplate } from './fill-template.ts';

const values = new Map<string, string | null>([
  ['to', 'Tom'],
  ['person', 'Jane Doe'],
  ['topic', null],
  ['my email', ''],
]);
const fill = (template: string) => fillTemplate(template, values);

describe('a template', () => {
  it('puts values in the place of fields, however their names are written', () => {
    expect(fill('Hello {to}, { Person } and {PERSON}').text).toBe(
      'Hello Tom, Jane Doe and Jane Doe',
    );
  });

  it('leaves out a part that has no value, without a hole', () => {
    expect(fill('About [{topic} with ]{person}.').text).toBe('About Jane Doe.');
    expect(fill('I know {person} [from {topic}].').text).toBe('I know Jane Doe.');
    expect(fill('[It is about {topic}.] Thank you.').text).toBe('Thank you.');
    expect(fill('Thank you. [Write to {my email}.]').text).toBe('Thank you.');
    expect(fill('One [{topic}] two').text).toBe('One two');
  });

  it('takes the first way of a part that can be said', () => {
    expect(fill('[I look for {topic}.|I like to meet {person}.|Hello.]').text).toBe(
      'I like to meet Jane Doe.',
    );
    expect(fill('[I look for {topic}.|Just to say hello.]').text).toBe('Just to say hello.');
  });

  it('leaves out a line that a value is missing for, tells which, and leaves one blank line', () => {
    const { text, missing } = fill('Hello {to},\n\nIt is about {topic}.\n\nThank you');
    expect(text).toBe('Hello Tom,\n\nThank you');
    expect(missing).toEqual(['topic']);
  });

  it('keeps brackets without a field, and names what is no field', () => {
    const { text, unknown } = fill('See [1] and {nobody knows} and {to}');
    expect(text).toBe('See [1] and {nobody knows} and Tom');
    expect(unknown).toEqual(['nobody knows']);
  });

  it('never reads a value as a template', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('{', '}', '[', ']', '|', ' ', 't', 'o', '$', '&', '\n'),
        }),
        (value) => {
          fc.pre(value.trim() !== '');
          const { text, unknown } = fillTemplate('<{x}> [<{x}>|no]', new Map([['x', value]]));
          expect(text).toBe(`<${value}> <${value}>`);
          expect(unknown).toEqual([]);
        },
      ),
    );
  });

  /* An oracle for templates made of known pieces: what each gives is known beforehand, so only joining is left. */
  const word = fc.constantFrom('We', 'met', 'there', 'before');
  const piece = fc.oneof(
    word.map((given) => ({ template: given, gives: given })),
    fc.constant({ template: '{to}', gives: 'Tom' }),
    fc.constant({ template: '[at {topic}]', gives: '' }),
    fc.constant({ template: '[for {person}]', gives: 'for Jane Doe' }),
    fc.constant({ template: '[{topic}|{to}]', gives: 'Tom' }),
  );
  it('joins any pieces with one blank, none at the ends, and no line without words', () => {
    fc.assert(
      fc.property(fc.array(fc.array(piece, { minLength: 1 }), { minLength: 1 }), (lines) => {
        const template = lines.map((line) => line.map((part) => part.template).join(' '));
        const expected = lines
          .map((line) =>
            line
              .map(({ gives }) => gives)
              .filter((given) => given !== '')
              .join(' '),
          )
          .filter((line) => line !== '');
        expect(fill(template.join('\n')).text).toBe(expected.join('\n'));
      }),
    );
  });
});
