/** `[16, 13, 4]` gives `[16, 29, 33]`. */
export function runningSums(gains: readonly number[]): number[] {
  let sum = 0;
  return gains.map((gain) => (sum += gain));
}
