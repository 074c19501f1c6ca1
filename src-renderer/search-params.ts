import type {
  IntroductionId,
  OrganisationId,
  PersonId,
  TagId,
  TopicId,
} from '../src-main/contract/common.ts';
import type { eventSortKeys } from '../src-main/contract/events.ts';
import type { sortDirections } from '../src-main/contract/people.ts';
import { type LetterKind, letterKinds } from './text/letters.ts';
import { compact, readId, readOneOf, readText } from './read-params.ts';

/* What stands behind the path of each page; that of the people page is in people-search.ts. */

export interface EventsSearch {
  sort?: (typeof eventSortKeys)[number];
  direction?: (typeof sortDirections)[number];
}
/** Whom "Who to ask" is about: at most one of these is given. */
export interface AskSearch {
  person?: PersonId;
  organisation?: OrganisationId;
  tag?: TagId;
  offers?: TopicId;
  needs?: TopicId;
  text?: string;
  /** With an organisation: who used to work there as well. */
  past?: true;
  /** What was typed: its other readings are offered beside the answer. */
  typed?: string;
}
/** Whose networks are compared; without `a`, mine. */
export interface OverlapSearch {
  a?: PersonId;
  b?: PersonId;
  c?: PersonId;
  /** Instead of two or three: the networks of a matrix. */
  many?: PersonId[];
  platform?: string;
}
/** Who passes something on, in their order, and how often it is passed on. */
export interface ReachSearch {
  people?: PersonId[];
  hops?: 1 | 2 | 3;
}
export interface IntroductionsSearch {
  id?: IntroductionId;
  /** Left out: the board. */
  view?: 'board' | 'list' | 'needs';
}

export interface LettersSearch {
  /** Left out: asking for an introduction. */
  kind?: LetterKind;
}

/** The two people of a merge. */
export interface MergeSearch {
  keep?: PersonId;
  gone?: PersonId;
  /** Where one of many pairs comes from, and where the work goes on. */
  from?: 'duplicates';
}

type Raw = Record<string, unknown>;

/** Ids in their order, each once; undefined when there is none. */
function readIds<Id extends number>(value: unknown): Id[] | undefined {
  const raw: unknown[] = Array.isArray(value) ? value : [value];
  const ids = raw.flatMap((item) => readId<Id>(item) ?? []);
  return ids.length === 0 ? undefined : [...new Set(ids)];
}

export const readEventsSearch = (raw: Raw): EventsSearch =>
  compact<EventsSearch>({
    sort: readOneOf(raw['sort'], [
      'heldOn',
      'title',
      'met',
      'attended',
      'followUpsKept',
      'introductions',
      'introductionsMet',
      'outcomes',
      'brought',
    ]),
    direction: readOneOf(raw['direction'], ['ascending', 'descending']),
  });

export const readAskSearch = (raw: Raw): AskSearch =>
  compact<AskSearch>({
    person: readId<PersonId>(raw['person']),
    organisation: readId<OrganisationId>(raw['organisation']),
    tag: readId<TagId>(raw['tag']),
    offers: readId<TopicId>(raw['offers']),
    needs: readId<TopicId>(raw['needs']),
    text: readText(raw['text']),
    past: raw['past'] === true ? true : undefined,
    typed: readText(raw['typed']),
  });

export const readOverlapSearch = (raw: Raw): OverlapSearch =>
  compact<OverlapSearch>({
    a: readId<PersonId>(raw['a']),
    b: readId<PersonId>(raw['b']),
    c: readId<PersonId>(raw['c']),
    // an empty list is the comparison of many before anybody is chosen
    many: readIds<PersonId>(raw['many']) ?? (Array.isArray(raw['many']) ? [] : undefined),
    platform: readText(raw['platform']),
  });

export const readReachSearch = (raw: Raw): ReachSearch =>
  compact<ReachSearch>({
    people: readIds<PersonId>(raw['people']),
    hops: readOneOf(Number(raw['hops']), [1, 2, 3]),
  });

export const readIntroductionsSearch = (raw: Raw): IntroductionsSearch =>
  compact<IntroductionsSearch>({
    id: readId<IntroductionId>(raw['id']),
    view: readOneOf(raw['view'], ['board', 'list', 'needs']),
  });

export const readLettersSearch = (raw: Raw): LettersSearch =>
  compact<LettersSearch>({ kind: readOneOf(raw['kind'], letterKinds) });

export const readMergeSearch = (raw: Raw): MergeSearch =>
  compact<MergeSearch>({
    keep: readId<PersonId>(raw['keep']),
    gone: readId<PersonId>(raw['gone']),
    from: readOneOf(raw['from'], ['duplicates']),
  });
