import type { LetterKind } from './letters.ts';

/** A letter that comes with the program. A language has its own: these are words of the interface. */
export interface ShippedLetter {
  readonly name: string;
  readonly subject: string;
  readonly body: string;
}

const again =
  '[It was good to talk to you at {recent event}.|We last talked at {last event}; I hope you have been well since.]';

/** The letters that come with the program, by kind. */
export const shipped: Record<LetterKind, ShippedLetter> = {
  ask: {
    name: 'Ask for an introduction',
    subject: 'Could you introduce me to {person}?',
    body: `Hello {to},

${again}

[I am looking for {a topic}, and {person with work} may be just the right person.|I would like to get to know {person with work}.] {why you}

Would you introduce us? Please ask {person first} first; a no is quite all right, and so is a no from you.

Here is a paragraph that you can forward as it stands:

— — —

{paragraph}

— — —

Thank you, and tell me what I can do for you.

{me first}
`,
  },
  blurb: {
    name: 'Paragraph to forward',
    subject: '',
    body: 'My name is {me with work}. [I am looking for {a topic} and have heard good things about you, {person first}.|I would be glad to make your acquaintance, {person first}.] Would you have a quarter of an hour for a call in the next two weeks? [You reach me at {my email}.]',
  },
  ask_target: {
    name: 'Ask one whether they want to be introduced',
    subject: 'May I introduce {person} to you?',
    body: `Hello {to},

${again}

I know somebody whom you may like to meet: {person with work}. [What it is about: {topic}.]

May I introduce the two of you? A no is quite all right: nothing has been said to {person first} yet.

{me first}
`,
  },
  ask_other: {
    name: 'Ask the other one',
    subject: 'May I introduce {person} to you?',
    body: `Hello {to},

${again}

I have somebody in mind for you: {person with work}. [What it is about: {topic}.] I asked first, and {person first} would be glad to hear from you.

May I introduce the two of you?

{me first}
`,
  },
  introduce: {
    name: 'Introduce the two',
    subject: '{person first}, meet {other first}',
    body: `Hello {to},

you both said that I may write this, so here you are:

{person with work}

{other with work}

[I believe that you have something to say to each other about {topic}.|I believe that you will get on.]

Over to you, and tell me how it went.

{me first}
`,
  },
  thanks: {
    name: 'Say thank you',
    subject: 'Thank you for introducing me to {person}',
    body: `Hello {to},

thank you for bringing me together with {person}. [It is a great help with {topic}.]

I shall tell you how it goes. Tell me what I can do for you.

{me first}
`,
  },
  let_go: {
    name: 'Let an ask go, with thanks',
    subject: 'Thank you, and no need to introduce me to {person} any more',
    body: `Hello {to},

thank you for being ready to introduce me to {person first}[ (“{goal}”)]. I have found somebody by another way, so please do not go to any more trouble.

I will not forget that I could ask you. Tell me what I can do for you.

{me first}
`,
  },
  reminder: {
    name: 'Remind',
    subject: '{person}: a short reminder',
    body: `Hello {to},

[on {since} I wrote to you about {person}.] Did you come to it? There is no hurry, and a no is quite all right.

{me first}
`,
  },
};
