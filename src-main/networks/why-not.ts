import type { Handler, QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import type { Contract } from '../contract/index.ts';
import type { AskSort, Chain as ChainAnswer, WhyNotReason } from '../contract/networks.ts';
import { AppError } from '../contract/result.ts';
import { type AskOptions, type Chain, findWhoToAsk } from '../graph/index.ts';
import { personRefs, requirePerson } from '../tables/persons.ts';
import {
  type AskQuestion,
  rankAsks,
  type RankedAsk,
  readQuestion,
  toCards,
} from './ask-contacts.ts';
import { describeChains } from './describe-chains.ts';

/** So far a longer way is looked for: beyond it, nobody would pass a favour on. */
const longest = 8;

/** Explains an absent or low answer about one person, by asking the same question with one condition less. */
export const explainWhyNot: Handler<Contract['chains']['whyNot']> = (context, input) => {
  const person = requirePerson(context.book, input.personId);
  const question = readQuestion(context, input);
  if (person.id === question.me) {
    throw new AppError('INVALID_INPUT', 'This is you: choose one of your contacts.');
  }
  const ranked = rankAsks(context, question, input.sort);
  const at = ranked.findIndex(({ contact }) => contact === person.id);
  const found = ranked[at];
  return {
    person,
    place: found === undefined ? null : at + 1,
    total: ranked.length,
    card: found === undefined ? null : (toCards(context, [found])[0] ?? null),
    reasons:
      found === undefined
        ? explainAbsent(context, question, person.id)
        : explainPlace(ranked, found, input.sort),
  };
};

/** What keeps a contact who is in the answer from its top, in the order it is sorted by first. */
function explainPlace(
  ranked: readonly RankedAsk[],
  { chain, standing }: RankedAsk,
  sort: AskSort,
): WhyNotReason[] {
  const reasons: WhyNotReason[] = [];
  const stronger = ranked.filter((other) => other.chain.strength > chain.strength);
  if (stronger.length > 0) {
    const best = Math.max(...stronger.map((other) => other.chain.strength));
    reasons.push({ kind: 'weaker', than: stronger.length, best });
  }
  const likelier = ranked.filter((other) => other.standing.likelihood > standing.likelihood);
  if (likelier.length > 0) {
    const best = Math.max(...likelier.map((other) => other.standing.likelihood));
    reasons.push({ kind: 'less_likely', than: likelier.length, best });
  }
  if (sort === 'likelihood') reasons.reverse();
  const { askedLately, waiting } = standing.record;
  if (askedLately > 0) reasons.push({ kind: 'asked_lately', times: askedLately });
  if (waiting > 0) reasons.push({ kind: 'waiting', times: waiting });
  return reasons;
}

function explainAbsent(
  context: QueryContext,
  question: AskQuestion,
  person: PersonId,
): WhyNotReason[] {
  const { graph, me, known, options } = question;
  const tie = graph.tie(me, person);
  if (tie === null) return [{ kind: 'not_contact', possible: false }];
  if (tie.possible && options.includePossible !== true) {
    return [{ kind: 'not_contact', possible: true }];
  }
  const reasons: WhyNotReason[] = [];
  if (graph.isDoNotAsk(person)) reasons.push({ kind: 'do_not_ask' });
  if (listOf(options.excludedPeople).includes(person)) reasons.push({ kind: 'left_out' });
  if (options.platforms !== undefined) {
    const platforms = listOf(options.platforms);
    if (!tie.platforms.some((platform) => platforms.includes(platform))) {
      reasons.push({ kind: 'tie_filtered', by: 'platform' });
    }
  }
  if (tie.strength < (options.minStrength ?? 0)) {
    reasons.push({ kind: 'tie_filtered', by: 'strength' });
  }
  if (known.includes(person)) reasons.push({ kind: 'known_target' });
  return reasons.length > 0 ? reasons : explainMissingWay(context, question, person);
}

/** Which condition keeps every way from passing: each is lifted by itself, then all of them. */
function explainMissingWay(
  context: QueryContext,
  question: AskQuestion,
  person: PersonId,
): WhyNotReason[] {
  const { options } = question;
  const { platforms: _, minStrength: __, ...unfiltered } = options;
  const unbarred: AskOptions = { ...options, excludedPeople: [], evenDoNotAsk: true };
  const maxTies = Math.max(longest, options.maxTies ?? 0);
  const wayWith = (lifted: AskOptions): Chain | null => findWay(question, person, lifted);
  const described = (way: Chain): ChainAnswer | null => describeChains(context, [way])[0] ?? null;
  const reasons: WhyNotReason[] = [];
  const explain = (
    lifted: AskOptions,
    toReason: (way: ChainAnswer, chain: Chain) => WhyNotReason,
  ): void => {
    const chain = wayWith(lifted);
    const way = chain === null ? null : described(chain);
    if (chain !== null && way !== null) reasons.push(toReason(way, chain));
  };
  explain(unfiltered, (way) => ({ kind: 'way_filtered', way }));
  explain({ ...options, maxTies }, (way) => ({ kind: 'too_long', ties: way.ties.length, way }));
  explain({ ...options, includePossible: true }, (way) => ({ kind: 'possible_only', way }));
  explain(unbarred, (way, chain) => ({
    kind: 'barred',
    people: listBarred(context, question, chain),
    way,
  }));
  if (reasons.length > 0) return reasons;
  explain(
    { ...unfiltered, maxTies, includePossible: true, excludedPeople: [], evenDoNotAsk: true },
    (way) => ({ kind: 'several', way }),
  );
  return reasons.length > 0 ? reasons : [{ kind: 'no_way', ties: maxTies }];
}

/** The best way that begins with a contact, or null. */
function findWay(
  { graph, me, wanted }: AskQuestion,
  contact: PersonId,
  options: AskOptions,
): Chain | null {
  const asks = findWhoToAsk(graph, me, wanted, Number.POSITIVE_INFINITY, options);
  return asks.find((ask) => ask.contact === contact)?.chain ?? null;
}

/** Who on a way is marked do-not-ask or left out. */
function listBarred(context: QueryContext, { graph, options }: AskQuestion, way: Chain) {
  const leftOut = listOf(options.excludedPeople);
  const between = way.people.slice(1, -1) as PersonId[];
  const barred = between.filter((id) => graph.isDoNotAsk(id) || leftOut.includes(id));
  return [...personRefs(context.book, barred).values()];
}

function listOf(numbers: Iterable<number> | undefined): number[] {
  return [...(numbers ?? [])];
}
