import type { EventId, IntroductionId, PersonId } from '../contract/common.ts';

/** What an introduction says about where it came from. */
export interface IntroductionLink {
  readonly id: IntroductionId;
  readonly introducerId: PersonId;
  readonly eventId: EventId | null;
  readonly cameFromId: IntroductionId | null;
}

export interface Credit {
  /** The introductions of the line, the first of them first. */
  readonly line: readonly IntroductionId[];
  /** Who is credited with the whole value, each once; from the beginning of the line to its end. */
  readonly people: readonly PersonId[];
  /** The event where it began, which is credited with the whole value too. */
  readonly eventId: EventId | null;
}

/**
 * Runs credit up the line of descent that ends in an introduction (section 6 of the design: the whole value
 * along the line, once to each). The event is the one that the earliest introduction of the line names, if any.
 * An introduction that is met a second time ends the line, so that damaged data cannot hang a question.
 */
export function creditLine(
  links: ReadonlyMap<IntroductionId, IntroductionLink>,
  last: IntroductionId,
): Credit {
  const seen = new Set<IntroductionId>();
  const upwards: IntroductionLink[] = [];
  let link = links.get(last);
  while (link !== undefined && !seen.has(link.id)) {
    seen.add(link.id);
    upwards.push(link);
    link = link.cameFromId === null ? undefined : links.get(link.cameFromId);
  }
  const line = upwards.toReversed();
  return {
    line: line.map(({ id }) => id),
    people: [...new Set(line.map(({ introducerId }) => introducerId))],
    eventId: line.find(({ eventId }) => eventId !== null)?.eventId ?? null,
  };
}
