/*
 * Reading what stands behind the path of a page. Addresses may be old or typed by hand, so each part is read
 * with care: what is not understood is left out.
 */

/** A positive whole number as an id of the wanted kind, or undefined. */
export function readId<Id extends number>(value: unknown): Id | undefined {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? (number as Id) : undefined;
}

export function readText(value: unknown): string | undefined {
  const words = typeof value === 'number' ? String(value) : value;
  return typeof words === 'string' && words !== '' ? words : undefined;
}

export function readFlag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

export function readOneOf<T extends string | number>(
  value: unknown,
  allowed: readonly T[],
): T | undefined {
  return allowed.find((item) => item === value);
}

/** Leaves out what is undefined, so that addresses stay short and equal searches are equal. */
export function compact<T extends object>(search: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined),
  ) as unknown as T;
}
