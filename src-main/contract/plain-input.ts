/*
 * Looked at before a schema sees it: what crosses the bridge is plain objects, lists and values, and bytes where a
 * method takes bytes. A schema that expects an object would walk through the keys of 20 MB of bytes one by one for
 * a minute and a half before it refused them.
 */

/** The key under which methods take bytes. */
const bytesKey = 'bytes';

/** Whether an input is plain all through; functions, dates, maps and bytes out of place are not. */
export function isPlainInput(input: unknown): boolean {
  const waiting: [key: string, value: unknown][] = [['', input]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [key, value] = next;
    if (typeof value === 'function' || typeof value === 'symbol') return false;
    if (typeof value !== 'object' || value === null) continue;
    if (ArrayBuffer.isView(value)) {
      if (key !== bytesKey) return false;
    } else if (Array.isArray(value)) {
      for (const item of value) waiting.push(['', item]);
    } else if (!isPlainObject(value)) {
      return false;
    } else {
      for (const [name, inner] of Object.entries(value)) waiting.push([name, inner]);
    }
  }
  return true;
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
