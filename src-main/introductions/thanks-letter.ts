import type { LetterPerson } from './queries.ts';

interface Letter {
  readonly to: string | null;
  readonly subject: string;
  readonly body: string;
}

interface ThanksFacts {
  readonly me: LetterPerson;
  readonly introducer: LetterPerson;
  readonly target: LetterPerson;
  /** What was asked for; '' when it was not said. */
  readonly goal: string;
}

/** Thanks somebody who was asked, and frees them of the ask because another one worked. */
export function writeThanks({ me, introducer, target, goal }: ThanksFacts): Letter {
  const about = goal === '' ? '' : ` (“${goal}”)`;
  const body = [
    `Hello ${calledBy(introducer)},`,
    `Thank you for being ready to introduce me to ${calledBy(target)}${about}. I have found somebody by another way, so please do not go to any more trouble.`,
    'I will not forget that I could ask you. Tell me what I can do for you.',
    calledBy(me),
  ];
  return {
    to: introducer.email,
    subject: `Thank you, and no need to introduce me to ${target.name} any more`,
    body: `${body.join('\n\n')}\n`,
  };
}

/** The given name, else the first word of the name. */
function calledBy({ givenName, name }: LetterPerson): string {
  return givenName ?? name.split(/\s+/u)[0] ?? name;
}
