/* What came of it, and what went back and forth: jobs, gains, messages passed on, thanks. */

/** A message passed on, so many days before today. */
export interface SampleShare {
  readonly direction: 'given' | 'received';
  readonly person: string;
  readonly platform: string;
  readonly what: string;
  readonly ago: number;
}

/** Chloe's comes first: a job came of it. */
export const sampleShares: readonly SampleShare[] = [
  {
    direction: 'received',
    person: 'Chloe Whitfield',
    platform: 'linkedin',
    what: 'Open studio in September',
    ago: 71,
  },
  {
    direction: 'given',
    person: 'Rafael Moreno',
    platform: 'linkedin',
    what: 'Winter beer',
    ago: 50,
  },
  { direction: 'received', person: 'Priya Nair', platform: 'linkedin', what: 'Portfolio', ago: 33 },
  {
    direction: 'given',
    person: 'Fatima Zahra Idrissi',
    platform: 'linkedin',
    what: 'Translations from French',
    ago: 20,
  },
  {
    direction: 'given',
    person: 'Priya Nair',
    platform: 'linkedin',
    what: 'A junior wanted',
    ago: 17,
  },
  { direction: 'given', person: 'Priya Nair', platform: 'facebook', what: 'Studio party', ago: 15 },
];

/** A job or a gain. Amounts are in pence and cents; the origin names what is elsewhere in the sample. */
export interface SampleOutcome {
  readonly kind: 'job' | 'gain';
  readonly title: string;
  readonly ago: number;
  readonly client?: { readonly person: string } | { readonly organisation: string };
  readonly value?: readonly [amount: number, currency: string];
  readonly note?: string;
  readonly platform?: string;
  readonly from?:
    | { readonly introduction: number }
    | { readonly event: string }
    | { readonly person: string }
    | { readonly share: number };
}

export const sampleOutcomes: readonly SampleOutcome[] = [
  {
    kind: 'job',
    title: 'A year of covers for Norrbild',
    ago: 420,
    client: { organisation: 'Norrbild Förlag' },
    value: [360_000, 'EUR'],
    from: { person: 'Elin Lindqvist' },
  },
  {
    kind: 'job',
    title: 'Annual report, Larkspur Health',
    ago: 390,
    client: { organisation: 'Larkspur Health' },
    value: [210_000, 'GBP'],
    from: { person: 'Priya Nair' },
    platform: 'linkedin',
  },
  {
    kind: 'gain',
    title: 'A stall at the print fair, free of charge',
    ago: 152,
    from: { person: 'Tom Okafor' },
  },
  {
    kind: 'job',
    title: 'Labels for four beers',
    ago: 96,
    client: { organisation: 'Copper Kettle Brewery' },
    value: [480_000, 'GBP'],
    from: { introduction: 0 },
    note: 'They want the winter one as well.',
  },
  {
    kind: 'job',
    title: 'Posters for the late openings',
    ago: 61,
    client: { organisation: 'Old Foundry Museum' },
    value: [65_000, 'GBP'],
    from: { event: 'Old Foundry late opening' },
  },
  {
    kind: 'job',
    title: 'Sign for a bakery',
    ago: 55,
    client: { organisation: 'Crumb & Co' },
    value: [75_000, 'GBP'],
    from: { share: 0 },
  },
  {
    kind: 'job',
    title: 'Menus for the taproom',
    ago: 40,
    client: { person: 'Sofia Rossi' },
    value: [120_000, 'GBP'],
    from: { introduction: 1 },
  },
];

/** Whom Mara thanked, and how: name, days ago, note. */
export const sampleThanks: readonly (readonly [string, number, string])[] = [
  ['Elin Lindqvist', 400, 'A whole cake'],
  ['Priya Nair', 30, 'Lunch at the canal'],
  ['Tom Okafor', 94, 'A label signed by the brewers'],
];

/** "Not these two": both look for an illustrator, and neither wants to share one. */
export const sampleRefusedPairs: readonly (readonly [string, string])[] = [
  ['Camille Dubois', 'Marit Solberg'],
];

/** What Mara learns of two people whom she brought together: names, days ago, what she was told. */
export const sampleTookHold: readonly (readonly [string, string, number, string])[] = [
  ['Yuki Tanaka', 'Hannah Price', 9, 'They are making a book of lettering together.'],
];
