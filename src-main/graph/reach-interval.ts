/** A network of which only the size is known. */
export interface ReportedNetwork {
  /** How many people it has. */
  readonly size: number;
  /** How many of them are contacts of mine; null when that is not known either. */
  readonly sharedWithMe: number | null;
}

/** Bounds of a number of people, both included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface ReachInterval {
  /** People new to me. */
  readonly newToMe: Interval;
  /** My own contacts and the new ones together. */
  readonly inAll: Interval;
}

/**
 * How many people a set of networks reaches when some are known by count only (DESIGN section 4). Of one reported
 * network, size - shared people are new to me; reported networks may lie in one another or in what is listed, or
 * may not, so the whole is at least the largest part and at most their sum.
 *
 * @param mine how many contacts I have
 * @param listedNew distinct people new to me through the networks whose members are known (`findReach`); 0 for none
 * @param reported the networks known by count
 */
export function intervalOfReach(
  mine: number,
  listedNew: number,
  reported: readonly ReportedNetwork[],
): ReachInterval {
  let low = listedNew;
  let high = listedNew;
  for (const network of reported) {
    const own = newThrough(mine, network);
    low = Math.max(low, own.low);
    high += own.high;
  }
  return { newToMe: { low, high }, inAll: { low: mine + low, high: mine + high } };
}

/** What one reported network alone brings: exact when what it shares with me is known. */
function newThrough(mine: number, network: ReportedNetwork): Interval {
  const { size, sharedWithMe } = network;
  if (sharedWithMe === null) return { low: Math.max(0, size - mine), high: size };
  const fresh = Math.max(0, size - sharedWithMe);
  return { low: fresh, high: fresh };
}
