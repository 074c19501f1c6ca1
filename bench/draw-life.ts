import { topicName } from './draw-names.ts';

/*
 * Words for what a book holds beside names: jobs, notes, events. Enough of them that a page of a hundred lines does
 * not repeat itself at sight.
 */

export type Draw = () => number;

export function pick<T>(from: readonly T[], draw: Draw): T {
  return from[Math.floor(draw() * from.length)];
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const jobTitles = lines(`
  Account manager
  Accountant
  Architect
  Art director
  Bookseller
  Buyer
  Chief of staff
  Community manager
  Copywriter
  Curator
  Data analyst
  Editor
  Event producer
  Founder
  Front-end developer
  Graphic designer
  Head of marketing
  Head of sales
  Illustrator
  Interpreter
  Lawyer
  Lecturer
  Managing director
  Office manager
  Owner
  Partner
  Photographer
  Producer
  Product manager
  Project lead
  Recruiter
  Research fellow
  Service designer
  Software engineer
  Translator
  Workshop lead`);

export const tagNames = lines(`
  client
  supplier
  press
  friend
  freelance
  family
  neighbour
  university
  brand
  print
  museum
  funding
  mentor
  books
  web
  teaching
  conference
  old colleague
  board
  music
  sports club
  would hire
  Berlin
  newsletter`);

const noteBeginnings = lines(`
  Met over a broken coffee machine.
  Asked for two samples and a price.
  Knows the whole street.
  Left the firm in spring, now on their own.
  Prefers a call to an e-mail.
  Very direct, very kind.
  Came with a friend, stayed till the end.
  Used to run the fair.
  Speaks four languages, Dutch best.
  Wants to see the finished work before deciding.
  Plays the cello.
  Has a small budget and good taste.`);

const noteEndings = lines(`
  Send the portfolio once the web site is up.
  Ask again after the summer.
  Two children, the elder studies in Leeds.
  Would pass the newsletter on.
  Knows somebody at the city council.
  Owes me a coffee.
  Remembers names better than I do.
  Looking for larger rooms.
  Not before the tax return is done.
  Likes paper better than screens.
  Never on Mondays.
  Thinking of moving to the coast.`);

/** Two or three sentences, the last about a topic. */
export function drawNote(draw: Draw): string {
  const topic = topicName(Math.floor(draw() ** 2 * 500));
  return `${pick(noteBeginnings, draw)} ${pick(noteEndings, draw)} Talked about ${topic}.`;
}

export const waysOfMeeting = lines(`
  At the print fair
  Through an old colleague
  Neighbour in the studio building
  On the train to Cologne
  At university
  They wrote to me
  In the same choir
  At a workshop
  Through the newsletter
  Shared a stand`);

export const interactionNotes = lines(`
  Caught up on the new office
  Talked prices
  Short call, all well
  Lunch by the canal
  Sent the photographs
  Asked about the spring show
  Wished a happy birthday
  Looked at the drafts together`);

export const promises = lines(`
  Send the brochure
  Write about the offer
  Lend the book on maps
  Ask how the move went
  Send three sketches
  Propose two dates
  Return the prototype
  Share the contact at the museum
  Send the slides`);

const series = lines(`
  Brews & Books
  Co-working Thursday
  Design Breakfast
  Founders’ Supper
  Freelance Fridays
  Harbour Talks
  Letterpress Evening
  Midlands Design Week
  Open Studios
  Print Fair
  Small Firms’ Forum
  Web Evening`);

export const eventKinds = [
  'meetup',
  'coworking',
  'meetup',
  'party',
  'meetup',
  'conference',
  'other',
  'conference',
  'other',
  'other',
  'conference',
  'meetup',
] as const;

/** The n-th event of all; the series come in turn. */
export function eventTitle(number: number): string {
  return `${series[number % series.length]} ${1 + Math.floor(number / series.length)}`;
}

export const places = lines(`
  Towpath Coworking
  Old Foundry Museum
  Oak & Anchor Books
  Town Hall, upper room
  Harbour Warehouse 4
  Midland Arts School
  Café Lindgren
  Kettle Lane Papers`);

export const goals = lines(`
  Find an accountant
  A larger studio
  Work for the spring show
  Somebody who knows packaging
  A translator for Dutch
  Advice on a lease
  A speaker for the autumn
  A printer for small runs`);

export const jobsWon = lines(`
  Labels for four beers
  Annual report
  Signage for the foyer
  A new logo
  Menus and cards
  Exhibition graphics
  Web shop
  Packaging, second run
  Poster series
  Workshop for the team`);
