import { count, counted } from './common.ts';

export const map = {
  lead: (people: number, ties: number): string =>
    `You in the middle, ${counted(people, 'person', 'people')} around you, ${counted(ties, 'tie', 'ties')} between them.`,
  loading: 'Drawing your network…',
  leftOut: (left: number, total: number): string =>
    `${count(left)} of ${counted(total, 'person', 'people')} are left out: those that fewest of your contacts know. Use the filters to see others.`,
  tiesLeftOut: (shown: number, total: number): string =>
    `Of ${count(total)} ties the ${count(shown)} strongest are drawn.`,
  view: { label: 'Shown as', map: 'Map', list: 'List' },
  find: 'Find on the map',
  notHere: (name: string): string =>
    `${name} is not on the map: no tie leads there with these filters.`,
  colourBy: 'Colour by',
  colours: { community: 'Community', tag: 'Tag', platform: 'Platform' },
  sizeBy: 'Size by',
  sizes: { ties: 'Ties', brokerage: 'Brokerage' },
  hops: 'Show',
  hopsValue: { one: 'my contacts', two: 'and whom they know' },
  filters: 'Filters',
  about: 'Who is who',
  save: 'Save as picture',
  saved: (path: string): string => `Saved ${path}.`,
  fileName: 'my-network.png',
  canvas:
    'Map of your network. Arrow keys go to the nearest neighbour, Enter opens the person, plus and minus zoom, 0 shows everything.',
  keys: 'Arrow keys: go to a neighbour. Enter: open. + and −: zoom. 0: show everything.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show everything',
  community: (number: number): string => `Community ${number}`,
  namedCommunity: (number: number, name: string): string => `${number} · ${name}`,
  legend: {
    title: 'Groups',
    hint: 'Press one to see it alone.',
    rest: 'Others',
    none: {
      community:
        'No circles were found: few of these people know one another, as far as the book knows.',
      tag: 'Nobody here has a tag yet.',
      platform: 'No platform is known for anybody here.',
    },
    all: 'Show all groups',
  },
  card: {
    nobody: 'Point at somebody, or use the arrow keys, to see who it is.',
    me: 'This is you',
    contact: 'Contact of yours',
    through: 'Known to contacts of yours',
    ties: (ties: number): string => counted(ties, 'tie', 'ties'),
    community: 'Community',
    noCommunity: 'in no circle',
    strength: 'Your tie',
    constraint: 'Constraint',
    constraintValue: (value: number): string =>
      `${value.toFixed(2)}: ${value < 0.2 ? 'joins circles that do not know one another' : value < 0.5 ? 'reaches beyond one circle' : 'within one circle'}`,
    open: 'Open',
    chain: 'How do I get there?',
    noChain: 'No chain of ties leads there with these filters.',
    endChain: 'Hide the chain',
  },
  list: {
    caption: 'Everybody on the map, largest first',
    person: 'Person',
    group: 'Group',
    ties: 'Ties',
    brokerage: 'Constraint',
  },
  empty: {
    title: 'Nobody around you yet',
    body: 'The map shows whom you know and whom they know. Add people, log an event, or import your contacts.',
    bodyFiltered: 'No tie passes the filters. Loosen them, or import more contacts.',
    action: 'Import contacts',
    loosen: 'Take the filters off',
  },
};
