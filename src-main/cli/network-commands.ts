import type { Arguments } from './arguments.ts';
import type { CliClient } from './client.ts';
import { countOf, lines, showStrength, type Command } from './command.ts';
import { findAskTarget } from './ask-target.ts';

/** Which ties a question looks at, from its options. */
function filterOf(args: Arguments): { platform?: string; withPossible: boolean } {
  const platform = args.text('platform');
  const withPossible = args.has('possible');
  return platform === null ? { withPossible } : { platform, withPossible };
}

/** Only what was said, so that the contract's own defaults hold. */
function given<Name extends string>(name: Name, count: number | null): { [key in Name]?: number } {
  return count === null ? {} : ({ [name]: count } as { [key in Name]?: number });
}

async function everyPerson(client: CliClient, words: readonly string[]) {
  const people = [];
  for (const word of words) people.push(await client.person(word));
  return people;
}

const names = (people: readonly { name: string }[]): string[] => people.map(({ name }) => name);
const arrows = (people: readonly { name: string }[]): string => names(people).join(' → ');

/** Questions about who knows whom. */
export const networkCommands: Readonly<Record<string, Command>> = {
  overlap: {
    usage: 'overlap A [B] [--platform P] [--possible]',
    summary: 'how much two networks share (B is me unless named)',
    words: [1, 2],
    options: ['platform', 'possible'],
    async run(context, args) {
      const client = context.client();
      const [nameA = '', nameB] = args.words;
      const first = await client.person(nameA);
      const second = nameB === undefined ? await client.me() : await client.person(nameB);
      const { a, b, byPlatform, jaccard, onlyA, onlyB, shared, sharedWeak } = await client.call(
        'overlap',
        'compare',
        { a: first.id, b: second.id, filter: filterOf(args) },
      );
      const weak = sharedWeak === 0 ? '' : ` (${sharedWeak} of them by name only)`;
      return {
        json: { a, b, shared, sharedWeak, onlyA, onlyB, jaccard, byPlatform },
        text: lines(
          `${a.name} knows ${a.size}, ${b.name} knows ${b.size}.`,
          `Shared: ${shared}${weak}`,
          `Only ${a.name}: ${onlyA}`,
          `Only ${b.name}: ${onlyB}`,
          `Jaccard: ${jaccard.toFixed(3)}`,
          ...byPlatform.map(
            (row) => `  ${row.platform}: ${row.sizeA} and ${row.sizeB}, ${row.shared} shared`,
          ),
        ),
      };
    },
  },

  reach: {
    usage: 'reach A... [--hops H] [--platform P] | reach --best K',
    summary: 'how many people a message reaches if these pass it on',
    words: [0, 1000],
    options: ['hops', 'platform', 'best', 'possible'],
    run: (context, args) =>
      args.has('best') ? reachBest(context.client(), args) : reachThrough(context.client(), args),
  },

  chain: {
    usage: 'chain NAME [--hops H] [--paths K] [--platform P] [--possible]',
    summary: 'the best chains from me to somebody',
    words: [1, 1],
    options: ['hops', 'paths', 'platform', 'possible'],
    async run(context, args) {
      const client = context.client();
      const { id } = await client.person(args.words[0] ?? '');
      const { paths, to } = await client.call('chains', 'find', {
        to: id,
        filter: filterOf(args),
        ...given('hops', args.count('hops')),
        ...given('paths', args.count('paths')),
      });
      return {
        json: {
          to: { id: to.id, name: to.name },
          paths: paths.map(({ people, strength, ties }) => ({
            strength,
            people: names(people),
            ties: ties.map((tie) => ({ strength: tie.strength, evidence: tie.evidence })),
          })),
        },
        text:
          paths.length === 0
            ? `Nobody you know leads to ${to.name}.`
            : lines(
                ...paths.map((path) => `${showStrength(path.strength)}  ${arrows(path.people)}`),
              ),
      };
    },
  },

  ask: {
    usage:
      'ask NAME... | --at ORG [--past] | --offers T | --needs T | --tag T [--hops H] [--limit N]',
    summary: 'whom of my contacts to ask, best first',
    words: [0, 1000],
    options: ['at', 'past', 'offers', 'needs', 'tag', 'hops', 'limit', 'platform', 'possible'],
    async run(context, args) {
      const client = context.client();
      const target = await findAskTarget(client, args);
      const answer = await client.call('chains', 'ask', {
        target,
        filter: filterOf(args),
        limit: args.count('limit') ?? 500,
        ...given('hops', args.count('hops')),
      });
      const known =
        answer.known.length === 0 ? null : `You know already: ${names(answer.known).join(', ')}`;
      return {
        json: {
          targets: answer.targets.map(({ id, name }) => ({ id, name })),
          ask: answer.ask.map(({ people, person, strength }) => ({
            name: person.name,
            strength,
            people: names(people),
          })),
        },
        text: lines(
          countOf(answer.targetTotal, 'target'),
          known,
          answer.ask.length === 0 ? 'Nobody you know leads there.' : null,
          ...answer.ask.map((card) => `${showStrength(card.strength)}  ${arrows(card.people)}`),
        ),
      };
    },
  },

  suggest: {
    usage: 'suggest [--limit N]',
    summary: 'pairs of my contacts worth introducing to each other, best first',
    words: [0, 0],
    options: ['limit'],
    async run(context, args) {
      const found = await context
        .client()
        .call('suggestions', 'pairs', given('limit', args.count('limit')));
      const pairs = found.map(({ a, b, score, reasons }) => ({
        a: { id: a.id, name: a.name },
        b: { id: b.id, name: b.name },
        score,
        reasons,
      }));
      return {
        json: { pairs },
        text:
          pairs.length === 0
            ? 'Nobody you know well should meet somebody else you know well, as far as the book says.'
            : lines(
                ...pairs.map(
                  (pair) => `${pair.a.name} and ${pair.b.name}: ${pair.reasons.join('; ')}`,
                ),
              ),
      };
    },
  },

  brokers: {
    usage: 'brokers [NAME]',
    summary: 'pairs that only I (or NAME) join, my constraint, and who holds my network together',
    words: [0, 1],
    options: ['platform', 'possible'],
    async run(context, args) {
      const client = context.client();
      const [of] = await everyPerson(client, args.words);
      const answer = await client.call('reach', 'brokers', {
        filter: filterOf(args),
        ...(of === undefined ? {} : { of: of.id }),
      });
      const { articulationPoints, constraint, pairsJoinedOnlyByMe } = answer;
      return {
        json: { pairsJoinedOnlyByMe, constraint, articulationPoints: names(articulationPoints) },
        text: lines(
          `Pairs joined only by ${of?.name ?? 'you'}: ${pairsJoinedOnlyByMe}`,
          `Constraint: ${constraint === null ? 'not known (there are no ties)' : constraint.toFixed(3)}`,
          `Without them others are out of your reach: ${names(articulationPoints).join(', ') || 'nobody'}`,
        ),
      };
    },
  },
};

async function reachThrough(client: CliClient, args: Arguments) {
  const through = await everyPerson(client, args.words);
  const answer = await client.call('reach', 'through', {
    people: through.map(({ id }) => id),
    filter: filterOf(args),
    ...given('hops', args.count('hops')),
  });
  const { hops, interval, newToMe, people } = answer;
  const each = answer.each.map(({ adds, exclusive, name }) => ({ name, adds, exclusive }));
  const isCertain = interval.low === interval.high;
  return {
    json: { through: names(answer.through), hops, people, newToMe, each, interval },
    text: lines(
      `${countOf(people, 'person', 'people')}, ${newToMe} of them new to you.`,
      isCertain
        ? null
        : `Between ${interval.low} and ${interval.high} new to you, counting reported sizes.`,
      ...each.map((row) => `  ${row.name} adds ${row.adds}, of whom ${row.exclusive} only so`),
    ),
  };
}

async function reachBest(client: CliClient, args: Arguments) {
  const answer = await client.call('reach', 'best', {
    count: args.count('best') ?? 1,
    filter: filterOf(args),
  });
  const picks = answer.picks.map(({ adds, name }) => ({ name, adds }));
  return {
    json: { picks, newToMe: answer.newToMe },
    text: lines(
      ...picks.map(({ adds, name }) => `${name} adds ${adds}`),
      `${answer.newToMe} new to you in all.`,
    ),
  };
}
