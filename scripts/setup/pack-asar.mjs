import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Packs the files of one folder (no subfolders) as an asar archive: a Chromium "pickle" with a JSON
 * index of sizes and offsets, then the files one after another.
 * Format: https://github.com/electron/asar#format
 * @param {string} dir
 * @returns {Buffer}
 */
export function packAsar(dir) {
  /** @type {Record<string, { size: number, offset: string }>} */
  const files = {};
  const contents = [];
  let offset = 0;
  for (const name of readdirSync(dir).sort()) {
    const content = readFileSync(path.join(dir, name));
    files[name] = { size: content.length, offset: String(offset) };
    offset += content.length;
    contents.push(content);
  }
  const index = Buffer.from(JSON.stringify({ files }));
  const padding = Buffer.alloc((4 - (index.length % 4)) % 4);
  const aligned = index.length + padding.length;
  // Four 32-bit numbers: size of the size field, size of the rest of the header, size of the string
  // field with its length, length of the string.
  const header = Buffer.alloc(16);
  header.writeUInt32LE(4, 0);
  header.writeUInt32LE(aligned + 8, 4);
  header.writeUInt32LE(aligned + 4, 8);
  header.writeUInt32LE(index.length, 12);
  return Buffer.concat([header, index, padding, ...contents]);
}
