/** A kept backup; `takenAt` is ISO 8601 in UTC. */
export interface KeptBackup {
  readonly name: string;
  readonly takenAt: string;
}

/** How many are kept: of today, and in all. Of every other day only the last one stays. */
export const keptToday = 3;
export const keptInAll = 10;
/** How many of those are dated later than the one just made: the clock was wrong then, or is now, and none can tell. */
const keptFromFuture = 5;

/**
 * Which backups to delete now that `newest` has been made: 3 of today stay, one of each other day, 10 in all.
 * The one just made always stays, also when the clock was set back and others look newer; those leave room for the ones
 * that are made from now on.
 *
 * @param today the day of `newest`, 'YYYY-MM-DD' in UTC like the names of backups
 * @returns names, oldest first
 */
export function chooseBackupsToDelete(
  backups: readonly KeptBackup[],
  newest: string,
  today: string,
): string[] {
  const ofDay = new Map<string, number>();
  const made = backups.find(({ name }) => name === newest)?.takenAt ?? `${today}T24`;
  let kept = 0;
  let fromFuture = 0;
  const doomed: string[] = [];
  const isNewest = (backup: KeptBackup): number => (backup.name === newest ? 1 : 0);
  const ordered = backups.toSorted(
    (a, b) => isNewest(b) - isNewest(a) || compare(b.takenAt, a.takenAt) || compare(b.name, a.name),
  );
  for (const { name, takenAt } of ordered) {
    const day = takenAt.slice(0, 10);
    const before = ofDay.get(day) ?? 0;
    const isFuture = takenAt > made;
    const isBeyond = kept >= keptInAll || (isFuture && fromFuture >= keptFromFuture);
    if (isBeyond || before >= (day === today ? keptToday : 1)) {
      doomed.push(name);
      continue;
    }
    ofDay.set(day, before + 1);
    kept += 1;
    if (isFuture) fromFuture += 1;
  }
  return doomed.toReversed();
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
