/** People with all their ties worked on between two yields: a few milliseconds. */
export const PEOPLE_A_STEP = 1000;
/** The same of ties. */
export const TIES_A_STEP = 20_000;

/** Does the work for 0 to `size` in ranges of `step`, with a yield after each. */
export function* inRanges(
  size: number,
  step: number,
  work: (from: number, to: number) => void,
): Generator<void, void> {
  for (let from = 0; from < size; from += step) {
    work(from, Math.min(from + step, size));
    yield;
  }
}
