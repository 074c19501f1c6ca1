import { distance } from 'fastest-levenshtein';
import type { AskTarget } from '../contract/networks.ts';
import { AppError } from '../contract/result.ts';
import { foldName } from '../tables/fold-name.ts';
import type { Arguments, OptionName } from './arguments.ts';
import type { CliClient } from './client.ts';

const targetOptions = ['at', 'offers', 'needs', 'tag'] as const satisfies readonly OptionName[];

/** Whom `ask` is about: the people named, or those of one option. */
export async function findAskTarget(client: CliClient, args: Arguments): Promise<AskTarget> {
  const options = targetOptions.filter((name) => args.has(name));
  if (options.length + (args.words.length > 0 ? 1 : 0) !== 1) {
    throw new AppError(
      'INVALID_INPUT',
      'Say whom you look for in one way: by NAME..., --at ORG, --offers TOPIC, --needs TOPIC or --tag TAG.',
    );
  }
  const [option] = options;
  const wanted = option === undefined ? '' : (args.text(option) ?? '');
  switch (option) {
    case 'at': {
      const id = await findOrganisation(client, wanted);
      return { kind: 'organisation', id, withPast: args.has('past') };
    }
    case 'offers':
    case 'needs':
      return { kind: option, id: await findTopic(client, wanted) };
    case 'tag': {
      const tags = await client.call('tags', 'list', {});
      return { kind: 'tag', id: findByName('tag', tags, wanted) };
    }
    default: {
      const ids = [];
      for (const word of args.words) ids.push((await client.person(word)).id);
      return { kind: 'people', ids };
    }
  }
}

async function findOrganisation(client: CliClient, wanted: string) {
  // the book answers with what contains the text; the exact one is among it, a mistyped one is not
  const found = await client.call('people', 'organisations', { text: wanted, limit: 200 });
  const alike = await client.call('people', 'organisations', {
    text: wanted.slice(0, 3),
    limit: 200,
  });
  return findByName('organisation', [...found, ...alike], wanted);
}

async function findTopic(client: CliClient, wanted: string) {
  const topics = await client.call('topics', 'list', {});
  const folded = foldName(wanted);
  const byOtherWord = topics.find((topic) =>
    topic.synonyms.some((synonym) => foldName(synonym) === folded),
  );
  return byOtherWord?.id ?? findByName('topic', topics, wanted);
}

/** The one whose name is this but for case and accents. NOT_FOUND names some that are near. */
function findByName<Id>(
  what: string,
  found: readonly { readonly id: Id; readonly name: string }[],
  wanted: string,
): Id {
  const folded = foldName(wanted);
  const exact = found.find(({ name }) => foldName(name) === folded);
  if (exact !== undefined) return exact.id;
  const names = new Set(found.map(({ name }) => name));
  const near = [...names].filter((name) => isNear(foldName(name), folded)).slice(0, 5);
  const hint = near.length === 0 ? '' : ` There is: ${near.join(', ')}.`;
  throw new AppError('NOT_FOUND', `No ${what} is called "${wanted}".${hint}`, { near });
}

/** Contains the other, or differs by few letters. */
function isNear(name: string, wanted: string): boolean {
  if (name.includes(wanted) || wanted.includes(name)) return true;
  return distance(name, wanted) <= Math.max(1, Math.floor(wanted.length / 4));
}
