import type { LetterPerson } from './queries.ts';

/* The letter to an introducer, in plain text. Pure: facts in, words out. */

/** What the letter is made of. */
export interface LetterFacts {
  readonly me: LetterPerson;
  readonly introducer: LetterPerson;
  readonly target: LetterPerson;
  readonly topic: string | null;
  /** The last event at which I talked to the introducer, and whether that was within the last two months. */
  readonly lastMeeting: { readonly title: string; readonly isRecent: boolean } | null;
  /** Why the introducer is believed to know the target. */
  readonly reasons: readonly { readonly kind: string; readonly platform: string | null }[];
}

export interface Letter {
  readonly to: string | null;
  readonly subject: string;
  readonly body: string;
}

/**
 * Asks the introducer, and asks them to ask first (double opt-in); then a paragraph in my own voice that can be
 * forwarded as it stands, without a word about the introducer.
 */
export function writeLetter(facts: LetterFacts): Letter {
  const { me, introducer, target } = facts;
  const opening = [greetAgain(facts), `${purpose(facts)} ${whyYou(facts)}`];
  const request = `Would you introduce us? Please ask ${calledBy(target)} first; a no is quite all right, and so is a no from you.`;
  const body = [
    `Hello ${calledBy(introducer)},`,
    ...opening.filter((text) => text !== ''),
    request,
    'Here is a paragraph that you can forward as it stands:',
    '— — —',
    blurb(facts),
    '— — —',
    'Thank you, and tell me what I can do for you.',
    calledBy(me),
  ];
  return {
    to: introducer.email,
    subject: `Could you introduce me to ${target.name}?`,
    body: `${body.join('\n\n')}\n`,
  };
}

/** What somebody is called in a letter: the given name, else the first word of the name. */
function calledBy({ givenName, name }: LetterPerson): string {
  return givenName ?? name.split(/\s+/u)[0] ?? name;
}

/** 'designer at Acme Print', as far as it is known; '' when nothing is. */
function work({ title, organisation }: LetterPerson): string {
  if (title !== null && organisation !== null) return `${title} at ${organisation}`;
  return title ?? organisation ?? '';
}

function greetAgain({ lastMeeting }: LetterFacts): string {
  if (lastMeeting === null) return '';
  return lastMeeting.isRecent
    ? `It was good to talk to you at ${lastMeeting.title}.`
    : `We last talked at ${lastMeeting.title}; I hope you have been well since.`;
}

function purpose({ target, topic }: LetterFacts): string {
  const described = work(target) === '' ? target.name : `${target.name} (${work(target)})`;
  return topic === null
    ? `I would like to get to know ${described}.`
    : `I am looking for ${wanted(topic)}, and ${described} may be just the right person.`;
}

/** A topic is a word of the user's: 'an accountant', but 'help with proofreading'. */
function wanted(topic: string): string {
  const isSomebody = /(?:er|or|ant|ent|ist|ian|person|coach|chef)$/iu.test(topic);
  if (!isSomebody) return `help with ${topic}`;
  return /^[aeiou]/iu.test(topic) ? `an ${topic}` : `a ${topic}`;
}

function whyYou({ reasons, target }: LetterFacts): string {
  const them = calledBy(target);
  const kinds = new Map(reasons.map(({ kind, platform }) => [kind, platform]));
  const platform = kinds.get('platform_link') ?? kinds.get('follow');
  if (kinds.has('worked_together')) return `You worked together, as far as I know.`;
  if (kinds.has('told') || kinds.has('referred')) return `I remember that you know ${them}.`;
  if (platform !== undefined && platform !== null)
    return `I saw that you are connected with ${them} on ${platform}.`;
  return `I believe that you know ${them}.`;
}

function blurb({ me, target, topic }: LetterFacts): string {
  const who = work(me) === '' ? me.name : `${me.name}, ${work(me)}`;
  const wish =
    topic === null
      ? `I would be glad to make your acquaintance, ${calledBy(target)}.`
      : `I am looking for ${wanted(topic)} and have heard good things about you, ${calledBy(target)}.`;
  const reach = me.email === null ? '' : ` You reach me at ${me.email}.`;
  return `My name is ${who}. ${wish} Would you have a quarter of an hour for a call in the next two weeks?${reach}`;
}
