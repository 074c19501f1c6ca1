/** Photos inside contact files. */
import type { ParsedPhoto } from '../parsed-file.ts';

/** No address book shows more; and a larger one would be most of the book. */
const MAX_PHOTO_BYTES = 10 * 1024 * 1024;

/**
 * A photo from base64 or a `data:` URI. What the file calls it does not count: the type is told
 * from the first bytes, and only pictures that a window can show without risk are taken (no SVG).
 */
export function readPhoto(
  value: string,
  isBase64: boolean,
): ParsedPhoto | 'not embedded' | 'unreadable' | 'too large' {
  const data = isBase64
    ? value
    : /^data:[^,]{0,100};base64,/i.test(value)
      ? value.slice(value.indexOf(',') + 1)
      : null;
  if (data === null) return 'not embedded';
  if (data.length > (MAX_PHOTO_BYTES / 3) * 4 + 4) return 'too large';
  const bytes = Buffer.from(data, 'base64');
  const mediaType = mediaTypeOf(bytes);
  return mediaType === null ? 'unreadable' : { bytes: new Uint8Array(bytes), mediaType };
}

function mediaTypeOf(bytes: Buffer): ParsedPhoto['mediaType'] | null {
  const head = bytes.subarray(0, 12).toString('latin1');
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return 'image/png';
  if (/^GIF8[79]a/.test(head)) return 'image/gif';
  return head.startsWith('RIFF') && head.slice(8) === 'WEBP' ? 'image/webp' : null;
}
