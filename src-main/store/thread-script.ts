import { extname, join } from 'node:path';

/** The script of a thread: beside this module, as source in Node, as a bundle of its own in the app. */
export function threadScript(name: 'copy' | 'graph' | 'loading'): string {
  return join(import.meta.dirname, `${name}-thread${extname(import.meta.filename)}`);
}
