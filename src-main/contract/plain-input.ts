/*
 * Looked at before a schema sees it: what crosses the bridge is plain objects, lists and values, and bytes where a
 * method takes bytes. A schema that expects an object would walk through the keys of 20 MB of bytes one by one for
 * a minute and a half before it refused them.
 */

/** The key under which methods take bytes. */
const bytesKey = 'bytes';

/** Whether an input is plain all through; functions, dates, maps and bytes out of place are not. */
export function isPlainInput(input: unknown): boolean {
  const waiting: object[] = [];
  /** Takes what is plain by itself and puts off what must be looked into: no list of numbers fills the queue. */
  const admit = (key: string, value: unknown): boolean => {
    if (typeof value === 'function' || typeof value === 'symbol') return false;
    if (typeof value !== 'object' || value === null) return true;
    if (ArrayBuffer.isView(value)) return key === bytesKey;
    if (!Array.isArray(value) && !isPlainObject(value)) return false;
    waiting.push(value);
    return true;
  };
  if (!admit('', input)) return false;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const isPlain = Array.isArray(next)
      ? next.every((item) => admit('', item))
      : Object.entries(next).every(([key, value]) => admit(key, value));
    if (!isPlain) return false;
  }
  return true;
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
