import type { ReadableBook } from '../book/access.ts';
import type { Handlers } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import type { MapPerson } from '../contract/map.ts';
import type { Neighbourhood } from '../graph/index.ts';
import { personRefs } from '../tables/persons.ts';
import { listPlatforms } from '../tables/platforms.ts';
import { requireMe } from '../tables/resolve-person.ts';
import type { Tag } from '../tables/tags.ts';
import { nameCommunities } from './community-names.ts';
import { readCurrentOrganisations, readTagsOf } from './queries.ts';
import { toGraphFilter } from './tie-filters.ts';

/** More lines than this are a grey cloud: of more ties, only the strongest are drawn. */
const mostTies = 60_000;

export const mapHandlers: Handlers<'map'> = {
  async graph({ book, network }, { hops, limit, filter }) {
    const me = requireMe(book);
    const question = { me, hops, mostPeople: limit, filter: toGraphFilter(book, filter) };
    const surroundings = await network.ask('surroundings', question);
    const { around, communities, constraints } = surroundings;
    const graph = network.graph();
    const ids = around.people as PersonId[];
    const refs = personRefs(book, ids);
    const organisations = readCurrentOrganisations(book, ids);
    const { tags, tagsOf } = readTagsOf(book, ids);
    const platforms = new Map(listPlatforms(book).map(({ id, key }) => [id, key]));
    const people = ids.flatMap((id, place): MapPerson[] => {
      const ref = refs.get(id);
      if (ref === undefined) return [];
      return [
        {
          ...ref,
          hops: around.hops[place] ?? 0,
          ties: around.degrees[place] ?? 0,
          community: communities[place] ?? 0,
          organisation: organisations.get(id) ?? null,
          tags: tagsOf.get(id) ?? [],
          platforms: (surroundings.platforms[place] ?? []).flatMap(
            (key) => platforms.get(key) ?? [],
          ),
          strength: around.hops[place] === 1 ? (graph.tie(me, id)?.strength ?? null) : null,
          constraint: constraints[place] ?? null,
        },
      ];
    });
    return {
      me,
      people,
      total: around.total,
      ...strongestTies(around),
      tieTotal: around.from.length,
      communities: describeCommunities(book, people, tags),
      tags,
    };
  },
};

function strongestTies({ from, to, strengths }: Neighbourhood) {
  const all = Array.from(from, (_, at) => at);
  const kept =
    all.length <= mostTies
      ? all
      : all.toSorted((a, b) => (strengths[b] ?? 0) - (strengths[a] ?? 0)).slice(0, mostTies);
  return {
    from: Uint32Array.from(kept, (at) => from[at] ?? 0),
    to: Uint32Array.from(kept, (at) => to[at] ?? 0),
    strengths: Float32Array.from(kept, (at) => strengths[at] ?? 0),
  };
}

function describeCommunities(
  book: ReadableBook,
  people: readonly MapPerson[],
  tags: readonly Tag[],
): { number: number; size: number; name: string | null }[] {
  const tagNames = new Map(tags.map(({ id, name }) => [id, name]));
  const platformNames = new Map(listPlatforms(book).map(({ key, name }) => [key, name]));
  const names = nameCommunities(
    people.map((person) => ({
      ...person,
      tags: person.tags.flatMap((id) => tagNames.get(id) ?? []),
      platforms: person.platforms.map((key) => platformNames.get(key) ?? key),
    })),
  );
  return [...names]
    .map(([number, name]) => ({
      number,
      size: people.filter(({ community }) => community === number).length,
      name,
    }))
    .toSorted((a, b) => a.number - b.number);
}
