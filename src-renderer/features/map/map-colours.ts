/** Everything that is painted; canvases know no CSS variables. */
export interface MapColours {
  readonly background: string;
  readonly text: string;
  readonly quiet: string;
  readonly tie: string;
  readonly chain: string;
  /** Of people in no group. */
  readonly plain: string;
  readonly me: string;
  readonly groups: readonly string[];
}

const light: MapColours = {
  background: '#fbfaf7',
  text: '#26221d',
  quiet: '#6a6155',
  tie: 'rgba(111, 102, 90, 0.16)',
  chain: '#a9532a',
  plain: '#b9b0a3',
  me: '#155d50',
  groups: [
    '#1f7362',
    '#c4683a',
    '#4a63b8',
    '#a8418c',
    '#96800f',
    '#2586a8',
    '#7a4fb0',
    '#b5384a',
    '#5d7f2c',
    '#8a5a44',
  ],
};

const dark: MapColours = {
  background: '#191716',
  text: '#ebe7e0',
  quiet: '#aca599',
  tie: 'rgba(209, 203, 194, 0.11)',
  chain: '#efc0a6',
  plain: '#6b655c',
  me: '#8ccbba',
  groups: [
    '#5fb39f',
    '#e08c5c',
    '#8da2ea',
    '#dd86c5',
    '#d3bd4a',
    '#63bcd9',
    '#b592e6',
    '#ef8592',
    '#9fc264',
    '#c79a80',
  ],
};

export function coloursOf(scheme: 'light' | 'dark'): MapColours {
  return scheme === 'dark' ? dark : light;
}
