export const start = {
  headline: 'You know more people than you think. Ask the right one.',
  lead: 'Acquaint is a contact book that answers two questions. It works on this computer alone: no account, no network.',
  overlap: {
    title: 'How much do two networks share?',
    body: 'You have 353 friends, he has 115, you share 62: through him you reach 53 people who are new to you.',
  },
  chain: {
    title: 'Who can introduce me?',
    body: 'To this person, to somebody at that company, to whoever needs what you offer: whom to ask, and why.',
  },
  own: {
    title: 'Start with your own book',
    name: 'Your name',
    namePlaceholder: 'As others know you',
    nameMissing: 'Type your name: every tie in the book starts with you.',
    action: 'Start my book',
    importAction: 'Start, and import my contacts',
    importHint: 'LinkedIn, Facebook, vCard and more: the files the platforms hand out.',
  },
  sample: {
    title: 'Or look around first',
    body: 'The sample book is filled with made-up people. Close it again and nothing of it stays.',
    action: 'Open the sample book',
  },
};
