import type { Answer } from '../../api.ts';
import { day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import type { FieldName, LetterKind } from '../../text/letters.ts';
import type { FieldValues } from './fill-template.ts';

const words = text.letters;
export type LetterFacts = Answer<'letters', 'factsFor'>;
type LetterPerson = LetterFacts['me'];

/** Fields that only some letters have. */
const onlyIn: Partial<Record<FieldName, readonly LetterKind[]>> = {
  other: ['introduce'],
  'other first': ['introduce'],
  'other with work': ['introduce'],
  'why you': ['ask'],
  paragraph: ['ask'],
  to: ['ask', 'ask_target', 'ask_other', 'introduce', 'thanks', 'let_go', 'reminder'],
  'how we met': ['ask', 'ask_target', 'ask_other', 'thanks', 'let_go', 'reminder'],
  'recent event': ['ask', 'ask_target', 'ask_other', 'thanks', 'let_go', 'reminder'],
  'last event': ['ask', 'ask_target', 'ask_other', 'thanks', 'let_go', 'reminder'],
  since: ['reminder'],
};

/** The fields that a kind of letter has, in the order in which they are offered. */
export function fieldsOf(kind: LetterKind): FieldName[] {
  return (Object.keys(words.fields) as FieldName[]).filter(
    (field) => onlyIn[field]?.includes(kind) ?? true,
  );
}

/** What somebody is called in a letter: the given name, else the first word of the name. */
function calledBy({ givenName, name }: LetterPerson): string {
  return givenName ?? name.split(/\s+/u)[0] ?? name;
}

function workOf({ title, organisation }: LetterPerson): string | null {
  return words.work(title, organisation);
}

/** The values of a letter's fields. A forwardable paragraph is given the same way, so it has no `paragraph` of its own. */
export function valuesOf(kind: LetterKind, facts: LetterFacts, paragraph: string): FieldValues {
  const { me, other, person, recipients, lastMeeting, topic } = facts;
  const all: Record<FieldName, string | null> = {
    to: words.both(recipients.map(calledBy)),
    person: person.name,
    'person first': calledBy(person),
    'person work': workOf(person),
    'person with work': words.withWork(person.name, workOf(person)),
    other: other?.name ?? null,
    'other first': other === null ? null : calledBy(other),
    'other with work': other === null ? null : words.withWork(other.name, workOf(other)),
    me: me.name,
    'me first': calledBy(me),
    'me with work': words.meWithWork(me.name, workOf(me)),
    'my email': me.email,
    topic,
    'a topic': topic === null ? null : words.wanted(topic),
    goal: facts.goal,
    'recent event': lastMeeting?.isRecent === true ? lastMeeting.title : null,
    'last event': lastMeeting?.title ?? null,
    'how we met': facts.howWeMet,
    'why you': words.whyYou(facts.reasons, calledBy(person)),
    since: facts.since === null ? null : day(facts.since),
    paragraph,
  };
  return new Map(fieldsOf(kind).map((field) => [field, all[field]]));
}
