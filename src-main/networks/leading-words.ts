import type { AskTarget } from '../contract/networks.ts';

type Kind = AskTarget['kind'];

/** Words before what is looked for. They are taken off before names are compared. */
const leads: readonly {
  readonly pattern: RegExp;
  /** What they say is meant; left out: nothing. */
  readonly kinds?: readonly Kind[];
  /** Says nothing certain, so that the text may also be meant as it stands. */
  readonly isVague?: boolean;
}[] = [
  { pattern: /^#\s*/, kinds: ['tag'] },
  { pattern: /^(?:who )?(?:offers?|offering|sells?|does)\s+/i, kinds: ['offers'] },
  {
    pattern: /^(?:who needs?|needs|wants|who wants?|looks for|who looks for)\s+/i,
    kinds: ['needs'],
  },
  // said of oneself: nobody who needs it too is looked for
  {
    pattern: /^(?:i(?:'m|’m| am)? )?(?:need|want|look(?:ing)? for|search(?:ing)? for)\s+/i,
    kinds: ['people', 'organisation', 'offers', 'tag'],
    isVague: true,
  },
  { pattern: /^at\s+/i, kinds: ['organisation'] },
  { pattern: /^(?:from|in)\s+/i, kinds: ['organisation'], isVague: true },
  {
    pattern: /^(?:please )?(?:introduce me to|(?:how (?:do|can) i )?(?:reach|meet)|who knows)\s+/i,
    isVague: true,
  },
  {
    pattern:
      /^(?:somebody|someone|anybody|anyone|people|a person)(?: (?:who|that|to))?(?: (?:can|could|is able to|knows how to|knows about))?\s+/i,
    isVague: true,
  },
  { pattern: /^who (?:can|could|is able to|knows how to|knows about)\s+/i, isVague: true },
  { pattern: /^(?:an?|some|help with)\s+/i, kinds: ['offers', 'needs', 'tag'], isVague: true },
];

/** More words than these before the question are no lead. */
const mostLeads = 4;

/**
 * What a text asks for, without the words that lead to it ("someone who can …", "who needs …", "at …"), and what kinds
 * of answer these say are meant; null: any. Vague: the text may be meant as it stands, too.
 */
export function takeLeads(text: string): {
  readonly rest: string;
  readonly kinds: readonly Kind[] | null;
  readonly isVague: boolean;
} {
  let rest = text.trim();
  const meant: (readonly Kind[])[] = [];
  let isVague = true;
  for (let taken = 0; taken < mostLeads; taken++) {
    const lead = leads.find(({ pattern }) => pattern.test(rest));
    if (lead === undefined) break;
    rest = rest.replace(lead.pattern, '').trim();
    if (lead.kinds !== undefined) meant.push(lead.kinds);
    isVague &&= lead.isVague === true;
  }
  const [first, ...others] = meant;
  const kinds = first?.filter((kind) => others.every((also) => also.includes(kind))) ?? null;
  return { rest, kinds, isVague };
}
