import { strengthLevel } from '../../../components/strength-meter.tsx';
import { listOf, type PeopleSearch } from '../../../people-search.ts';
import { text } from '../../../text/index.ts';
import type { FilterKind } from './filter-kinds.ts';
import type { Named, NameOf } from './use-filter-names.ts';

const words = text.peopleFilters;

/** A filter in a few words, for its chip. */
export function summarise(search: PeopleSearch, kind: FilterKind, nameOf: NameOf): string {
  switch (kind) {
    case 'tag':
    case 'platform':
    case 'event':
      return words.summary[kind](listNames(search, kind, nameOf));
    case 'organisation':
      return words.summary.organisation(listNames(search, kind, nameOf));
    case 'topic': {
      const side = words.side[search.topicSide ?? 'both'];
      return words.summary.topic(side, listNames(search, kind, nameOf));
    }
    case 'role':
    case 'howMet':
      return words.summary[kind](search[kind] ?? '');
    case 'strength':
      return words.summary.strength(levelWord(search.strengthFrom), levelWord(search.strengthTo));
    case 'contact':
      return summariseContact(search);
    case 'met':
      return words.summary.met(words.range(search.metFrom, search.metTo));
    case 'fading':
    case 'archived':
      return words.summary[kind];
    case 'tie':
      return words.choices.tie[search.tied === false ? 'no' : 'yes'];
    case 'rhythm':
    case 'email':
    case 'phone':
    case 'doNotAsk':
      return words.choices[kind][search[kind] === false ? 'no' : 'yes'];
  }
}

function listNames(search: PeopleSearch, kind: Named, nameOf: NameOf): string {
  const names = listOf<number | string>(search[kind]).map((id) => nameOf(kind, id) ?? words.gone);
  const mode = kind === 'organisation' || kind === 'topic' ? 'any' : search[`${kind}Mode`];
  const isAll = (mode ?? (kind === 'tag' ? 'all' : 'any')) === 'all';
  return words.listed(names, isAll ? 'and' : 'or');
}

function levelWord(strength: number | undefined): string | null {
  if (strength === undefined) return null;
  return text.common.strength.word(strengthLevel(strength));
}

function summariseContact({ contact, contactFrom, contactTo }: PeopleSearch): string {
  if (contactFrom === undefined && contactTo === undefined) {
    return contact === false ? words.summary.neverInContact : words.summary.inContact;
  }
  return words.summary.contact(words.range(contactFrom, contactTo));
}
