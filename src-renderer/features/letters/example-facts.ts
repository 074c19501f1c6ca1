import { text } from '../../text/index.ts';
import type { LetterKind } from '../../text/letters.ts';
import type { LetterFacts } from './letter-values.ts';

const { example } = text.letters.page;

function person(
  name: string,
  title: string | null,
  organisation: string | null,
  email: string | null,
) {
  return { name, givenName: null, title, organisation, email };
}

/** Made-up people, with whom a template is shown while it is written. */
export function exampleFacts(kind: LetterKind): LetterFacts {
  const tom = person(example.to, null, null, null);
  const jane = person(example.person, example.personTitle, example.personOrganisation, null);
  const isForTwo = kind === 'introduce';
  return {
    me: person(example.me, example.meTitle, example.meOrganisation, example.meEmail),
    recipients: isForTwo ? [tom, jane] : [tom],
    person: isForTwo ? tom : jane,
    other: isForTwo ? jane : null,
    topic: example.topic,
    goal: example.goal,
    howWeMet: example.howWeMet,
    lastMeeting: { title: example.event, isRecent: true },
    reasons: [{ kind: 'platform_link', platform: example.platform }],
    since: '2026-03-02',
  };
}
