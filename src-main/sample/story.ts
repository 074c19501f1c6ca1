/* What happened: events with their lines, introductions with their way, and what is to be done. */

export interface SampleEvent {
  readonly title: string;
  readonly kind: 'meetup' | 'coworking' | 'conference' | 'call' | 'party' | 'other';
  readonly place: string;
  /** Days before today. */
  readonly ago: number;
  /** Lines as Mara typed them; see docs/event-lines.md. */
  readonly lines: readonly string[];
}

/** The events, oldest first. */
export const sampleEvents: readonly SampleEvent[] = [
  {
    title: 'Print fair',
    kind: 'other',
    place: 'Anvil Lane Print',
    ago: 150,
    lines: [
      'Tom Okafor #print #"works with me" offers printing, binding +44 7700 900204 tom.okafor@example.org knows Hannah Price "showed me the letterpress room"',
      'Hannah Price #print needs illustrator hannah.price@example.org',
      'Bartosz Wójcik #print offers prepress, signage knows Hannah Price',
      'Odette Marsh, Kettle Lane Papers, owner #print offers paper samples odette@example.org knows Tom Okafor "handmade paper, small runs"',
    ],
  },
  {
    title: 'Old Foundry late opening',
    kind: 'party',
    place: 'Old Foundry Museum',
    ago: 88,
    lines: [
      'Siobhán Kelly #museum #client needs exhibition graphics, translator knows Ewan Fraser, Amina Yusuf "bids for the spring show open soon"',
      'Ewan Fraser #museum offers local history knows Ravi Menon',
      'Leonie Achterberg, Old Foundry Museum, guest curator #museum needs web shop leonie@example.org via Siobhán Kelly "from Utrecht, here until summer"',
      'Jack Sutherland offers photography #freelance knows Siobhán Kelly',
    ],
  },
  {
    title: 'Midlands Design Week',
    kind: 'conference',
    place: 'Midland Arts School',
    ago: 47,
    lines: [
      'Kwame Boateng #teaching offers guest lectures knows Nils Eriksson, Wanjiru Kamau',
      'Camille Dubois #brand #freelance offers brand strategy needs illustrator camille@example.org via Priya Nair "wants to team up on a pitch"',
      'Yuki Tanaka #brand offers illustrator, lettering knows Noor Khalid',
      'Beatriz Costa #freelance offers copywriter needs portrait photographer',
      'Tariq Nasser, Harbour Type, type designer #brand offers typefaces, interviews tariq@example.org knows Hugo Schmidt, Kwame Boateng',
      'Ines Duarte #brand needs mentor "first year in the job"',
    ],
  },
  {
    title: 'Co-working Thursday',
    kind: 'coworking',
    place: 'Towpath Coworking',
    ago: 19,
    lines: [
      'Dev Patel-Shah #hub offers desk space, introductions knows Harpreet Gill, Callum Reid, Sunita Rao',
      'Callum Reid #web #freelance offers web shop needs logo callum@example.org knows Mei Lin Chan',
      'Fatima Zahra Idrissi #freelance offers translator fatima@example.org',
      'Anouk Visser, Paper Boat, founder #client needs packaging, accountant anouk@example.org knows Noor Khalid "toys from cardboard"',
      'Harpreet Gill #hub knows Salma Aziz',
    ],
  },
  {
    title: 'Call about the winter label',
    kind: 'call',
    place: '',
    ago: 12,
    lines: [
      'Rafael Moreno #client needs label design +44 7700 900233 knows Keira Doyle !tomorrow "send three sketches"',
      'Sofia Rossi #client needs menu design',
    ],
  },
  {
    title: 'Brews & Books',
    kind: 'meetup',
    place: 'Oak & Anchor Books',
    ago: 4,
    lines: [
      'Chloe Whitfield #books offers venue knows Tessa Vaughan !in 3 days "lend her the book on maps"',
      'Jonah Feld, Redbrick Podcasts, host #press needs interviews, cover art jonah@example.org knows Théo Lambert, Idris Cole "would have me on about museums"',
      'Adaeze Nwosu, Larkspur Health, brand manager #client needs signage adaeze@example.org knows Amina Yusuf, Nadia Rahman !in 6 days',
      'Marit Solberg, Fjordlight Games, art lead #brand needs printing, illustrator marit@example.org knows Ingrid Solheim "Norwegian, missing the snow"',
      'Wes Tremblay, Oak & Anchor Books, barista #books knows Chloe Whitfield, Emily Tran offers coffee tastings "his cousin runs a gallery" !today "send him the opening hours of the museum"',
    ],
  },
];

type State =
  | 'idea'
  | 'asked'
  | 'permission_asked'
  | 'accepted'
  | 'declined'
  | 'made'
  | 'met'
  | 'outcome';

/** An introduction and its way: the state and the days before today on which it got there. */
export interface SampleIntroduction {
  readonly kind: 'ask' | 'make' | 'received';
  readonly introducer?: string;
  readonly first?: string;
  readonly second: string;
  readonly goal: string;
  readonly topic?: string;
  readonly way: readonly (readonly [State, number])[];
  readonly outcome?: 'value' | 'nothing' | 'no_answer';
  readonly note?: string;
  /** Place in this list of the introduction that it descends from. */
  readonly cameFrom?: number;
  /** Title of the event where it began. */
  readonly event?: string;
}

/** In the order in which they began. Of each state there is one at least. */
export const sampleIntroductions: readonly SampleIntroduction[] = [
  {
    kind: 'ask',
    introducer: 'Tom Okafor',
    second: 'Rafael Moreno',
    goal: 'Design for a brewery',
    way: [
      ['asked', 140],
      ['accepted', 136],
      ['made', 135],
      ['met', 128],
      ['outcome', 96],
    ],
    outcome: 'value',
    note: 'Labels for four beers.',
    event: 'Print fair',
  },
  {
    kind: 'received',
    introducer: 'Rafael Moreno',
    second: 'Sofia Rossi',
    goal: 'Menus for the taproom',
    way: [
      ['made', 94],
      ['met', 90],
    ],
    cameFrom: 0,
  },
  {
    kind: 'make',
    first: 'Yuki Tanaka',
    second: 'Hannah Price',
    goal: 'An illustrator for Anvil Lane',
    topic: 'illustrator',
    way: [
      ['permission_asked', 44],
      ['accepted', 41],
      ['made', 40],
      ['met', 30],
    ],
  },
  {
    kind: 'ask',
    introducer: 'George Papadakis',
    second: 'Jamal Carter',
    goal: 'Stage design',
    way: [
      ['asked', 60],
      ['permission_asked', 57],
      ['declined', 50],
    ],
    note: 'He has moved on to lighting.',
  },
  {
    kind: 'ask',
    introducer: 'Oliver Grant',
    second: 'Isaac Mensah',
    goal: 'An identity for Slate’s new product',
    way: [
      ['asked', 75],
      ['outcome', 45],
    ],
    outcome: 'no_answer',
  },
  {
    kind: 'make',
    first: 'Beatriz Costa',
    second: 'Jack Sutherland',
    goal: 'Portraits for Beatriz’s site',
    way: [
      ['permission_asked', 38],
      ['accepted', 36],
      ['made', 35],
      ['outcome', 20],
    ],
    outcome: 'nothing',
    note: 'Not the right budget.',
  },
  {
    kind: 'ask',
    introducer: 'Dev Patel-Shah',
    second: 'Sunita Rao',
    goal: 'Signage for Larkspur Health',
    way: [
      ['idea', 18],
      ['asked', 9],
    ],
  },
  {
    kind: 'ask',
    introducer: 'Siobhán Kelly',
    second: 'Ravi Menon',
    goal: 'The spring exhibition',
    way: [
      ['asked', 11],
      ['permission_asked', 5],
    ],
    note: 'She will see him at the trustees’ dinner.',
  },
  {
    kind: 'make',
    first: 'Fatima Zahra Idrissi',
    second: 'Siobhán Kelly',
    goal: 'A translator for the museum',
    topic: 'translator',
    way: [
      ['permission_asked', 8],
      ['accepted', 2],
    ],
  },
  {
    kind: 'make',
    first: 'Callum Reid',
    second: 'Leonie Achterberg',
    goal: 'A web shop for the museum’s prints',
    topic: 'web shop',
    way: [
      ['permission_asked', 15],
      ['accepted', 14],
      ['made', 13],
    ],
  },
  {
    kind: 'ask',
    introducer: 'Priya Nair',
    second: 'Freya Lund',
    goal: 'A sparring partner for the pitch',
    way: [['idea', 3]],
  },
  {
    kind: 'make',
    first: 'Anouk Visser',
    second: 'Odette Marsh',
    goal: 'Paper for cardboard toys',
    way: [['idea', 2]],
  },
];

/** To be done about somebody, counted in days from today: some late, one today. */
export const sampleFollowUps: readonly (readonly [string, number, string])[] = [
  ['Kwame Boateng', -3, 'Answer about the guest lecture'],
  ['Camille Dubois', -1, 'Send my part of the pitch'],
  ['Priya Nair', 0, 'Lunch: thank her for Camille'],
  ['Anouk Visser', 2, 'Ask around for an accountant'],
  ['Ulrika Bergström', 9, 'Posters for the spring concert'],
];

/** Contacts beside the events: name, days ago, kind, note. */
export const sampleInteractions: readonly (readonly [
  string,
  number,
  'conversation' | 'message' | 'call' | 'meeting',
  string,
])[] = [
  ['Priya Nair', 23, 'meeting', 'Coffee; she offered to look at the pitch.'],
  ['Tom Okafor', 16, 'call', 'Paper for the winter label.'],
  ['Jonas Weber', 0, 'conversation', ''],
  ['Elin Lindqvist', 6, 'call', ''],
  ['Théo Lambert', 210, 'message', 'Title cards for his short film.'],
  ['Nadia Rahman', 320, 'meeting', ''],
  ['Margaret Ashby', 9, 'conversation', 'The roof is being mended at last.'],
];

/** Networks known by count only: name, platform, size, shared with me. */
export const sampleSizes: readonly (readonly [string, string, number, number])[] = [
  ['Rafael Moreno', 'instagram', 2140, 31],
  ['Chloe Whitfield', 'facebook', 833, 24],
  ['Théo Lambert', 'x', 4870, 12],
  ['Dev Patel-Shah', 'linkedin', 1250, 29],
  ['Jonah Feld', 'instagram', 9400, 8],
];

/** Ties rated by hand, 1 to 5. */
export const sampleRatings: readonly (readonly [string, number])[] = [
  ['Jonas Weber', 5],
  ['Elin Lindqvist', 5],
  ['Priya Nair', 4],
  ['Tom Okafor', 4],
  ['Chloe Whitfield', 3],
];
