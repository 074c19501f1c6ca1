import { inflateSync } from 'node:zlib';

/*
 * Reads the text of PDFs as Chromium writes them: enough for tests, not for other people's files. Glyphs are turned
 * into characters by each font's ToUnicode table, as a reader's "copy" does.
 */

interface PdfObject {
  readonly head: string;
  /** Unpacked; '' for an object without a stream. */
  readonly stream: string;
}

interface PdfPages {
  readonly text: string;
  /** Width and height in points. */
  readonly pageSizes: readonly (readonly [number, number])[];
}

export function readPdf(bytes: Buffer): PdfPages {
  const objects = readObjects(bytes);
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head));
  return {
    text: pages.map((page) => readPage(page, objects)).join('\n'),
    pageSizes: pages.map(({ head }) => {
      const [, , width = 0, height = 0] = (/\/MediaBox\s*\[([^\]]*)\]/.exec(head)?.[1] ?? '')
        .trim()
        .split(/\s+/)
        .map(Number);
      return [width, height];
    }),
  };
}

function readObjects(bytes: Buffer): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  for (const [, id, content = ''] of bytes
    .toString('latin1')
    .matchAll(/(?:^|\n)(\d+) 0 obj\s([^]*?)\nendobj/g)) {
    const [head = '', packed] = content.split(/stream\r?\n/, 2);
    const stream = packed === undefined ? '' : unpack(head, packed);
    objects.set(Number(id), { head, stream });
  }
  return objects;
}

function unpack(head: string, packed: string): string {
  const raw = Buffer.from(packed, 'latin1');
  return (head.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1');
}

function referred(head: string, key: string, objects: Map<number, PdfObject>): PdfObject {
  const id = new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1];
  return objects.get(Number(id)) ?? { head: '', stream: '' };
}

function readPage(page: PdfObject, objects: Map<number, PdfObject>): string {
  const fonts = new Map<string, Map<string, string>>();
  for (const [, name = '', id] of page.head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const font = objects.get(Number(id));
    if (font !== undefined) fonts.set(name, readUnicode(referred(font.head, 'ToUnicode', objects)));
  }
  let font = new Map<string, string>();
  let text = '';
  const { stream } = referred(page.head, 'Contents', objects);
  for (const [, name, codes = ''] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    const [first = ''] = font.keys();
    const digits = Math.max(first.length, 2);
    for (let at = 0; at < codes.length; at += digits)
      text += font.get(codes.slice(at, at + digits).toUpperCase()) ?? '';
  }
  return text;
}

/** A font's table from codes (hexadecimal, all of one length) to characters. */
function readUnicode({ stream }: PdfObject): Map<string, string> {
  const table = new Map<string, string>();
  const decode = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of stream.matchAll(/beginbfchar([^]*?)endbfchar/g))
    for (const [, code = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      table.set(code.toUpperCase(), decode(hex));
  for (const [, block = ''] of stream.matchAll(/beginbfrange([^]*?)endbfrange/g))
    for (const [, from = '', to = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code += 1) {
        const value = Number.parseInt(hex, 16) + code - Number.parseInt(from, 16);
        const key = code.toString(16).padStart(from.length, '0').toUpperCase();
        table.set(key, decode(value.toString(16).padStart(hex.length, '0')));
      }
  return table;
}
