/** What is known of a person that a community could be named after. */
export interface NameableFacts {
  readonly community: number;
  readonly organisation: string | null;
  /** Names of tags. */
  readonly tags: readonly string[];
  /** Names of platforms. */
  readonly platforms: readonly string[];
}

/**
 * A name for each community: the tag or organisation that most of its people share and that is commoner there than
 * elsewhere; failing that, a platform of which the same holds. Null where they have nothing in common. Two
 * communities may bear one name: their numbers tell them apart.
 */
export function nameCommunities(people: readonly NameableFacts[]): Map<number, string | null> {
  const everywhere = tally(people, marksOf);
  const platformsEverywhere = tally(people, platformsOf);
  const names = new Map<number, string | null>();
  for (const [number, members] of Map.groupBy(people, ({ community }) => community)) {
    if (number === 0) continue;
    const isTelling = (mark: string, times: number): boolean =>
      times >= 2 &&
      times / members.length > (everywhere.get(mark) ?? 0) / Math.max(1, people.length);
    names.set(
      number,
      commonest(tally(members, marksOf), isTelling) ??
        commonest(tally(members, platformsOf), (platform, times) => {
          const share = times / members.length;
          const shareOfAll = (platformsEverywhere.get(platform) ?? 0) / Math.max(1, people.length);
          return share > 0.5 && share > shareOfAll * 1.2;
        }),
    );
  }
  return names;
}

function marksOf({ organisation, tags }: NameableFacts): string[] {
  return [...tags.map((tag) => `#${tag}`), ...(organisation === null ? [] : [organisation])];
}

function platformsOf({ platforms }: NameableFacts): readonly string[] {
  return platforms;
}

function tally(
  people: readonly NameableFacts[],
  marks: (person: NameableFacts) => readonly string[],
): Map<string, number> {
  const times = new Map<string, number>();
  for (const person of people) {
    for (const mark of marks(person)) times.set(mark, (times.get(mark) ?? 0) + 1);
  }
  return times;
}

/** Of equally common ones the first in the alphabet. */
function commonest(
  times: ReadonlyMap<string, number>,
  fits: (mark: string, times: number) => boolean,
): string | null {
  const [best] = [...times]
    .filter(([mark, count]) => fits(mark, count))
    .toSorted(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1));
  return best?.[0] ?? null;
}
