/* Who is near to Mara and who no longer is: what Today speaks of beside what is due. */

/** With whom Mara means to be in touch, and how often. */
export const sampleRhythms: readonly (readonly [string, number, 'week' | 'month'])[] = [
  ['Elin Lindqvist', 1, 'week'],
  ['Tom Okafor', 2, 'week'],
  ['Priya Nair', 3, 'week'],
  ['Théo Lambert', 6, 'month'],
];

/** Contacts of two who were close once, as in `sampleInteractions`: their ties have faded since. */
export const sampleOldContacts: readonly (readonly [
  string,
  number,
  'conversation' | 'message' | 'call' | 'meeting',
  string,
])[] = [
  ['Lena Fischer', 1520, 'meeting', 'Posters for her first feature.'],
  ['Lena Fischer', 1490, 'call', ''],
  ['Lena Fischer', 1430, 'meeting', 'Saw the rough cut together.'],
  ['Lena Fischer', 1405, 'conversation', ''],
  ['Lena Fischer', 1340, 'meeting', 'Première; she moved to Bristol after it.'],
  ['Poppy Lawson', 1120, 'conversation', ''],
  ['Poppy Lawson', 1060, 'meeting', 'Walked the canal.'],
  ['Poppy Lawson', 1010, 'conversation', ''],
  ['Poppy Lawson', 960, 'message', 'Her new number.'],
];
