import type { Letter } from '../../components/letter-buttons.tsx';
import { fillTemplate } from './fill-template.ts';
import { type LetterFacts, valuesOf } from './letter-values.ts';
import { type OwnTemplate, type Template, templatesOf } from './templates.ts';

/** A letter as a template gives it, and what has to be told of it. */
export function fillLetter(template: Template, facts: LetterFacts, paragraph: string) {
  const values = valuesOf(template.kind, facts, paragraph);
  const subject = fillTemplate(template.subject, values);
  const body = fillTemplate(template.body, values);
  return {
    subject: subject.text,
    body: body.text,
    unknown: [...new Set([...subject.unknown, ...body.unknown])],
    missing: [...new Set([...subject.missing, ...body.missing])],
  };
}

/** A letter by the templates that are offered first: for those that are written without being looked at. */
export function fillFirst(
  kind: 'ask' | 'let_go',
  own: readonly OwnTemplate[],
  facts: LetterFacts,
): Letter {
  const paragraph = fillLetter(templatesOf('blurb', own)[0], facts, '').body;
  const { subject, body } = fillLetter(templatesOf(kind, own)[0], facts, paragraph);
  return { to: facts.recipients[0]?.email ?? null, subject, body };
}
