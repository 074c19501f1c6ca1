import { AppError } from '../contract/result.ts';

/** A picture as it is kept. */
export interface Photo {
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** How a file of each kind begins; null: any byte. */
const beginnings: Readonly<Record<string, readonly (number | null)[]>> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/webp': [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
};

/**
 * The picture of a data URL. Throws INVALID_INPUT when its bytes are not of the kind it says, and TOO_LARGE above
 * `limit` bytes: whatever is kept here is shown again without being looked at.
 */
export function readPhotoUrl(url: string, limit: number): Photo {
  const [head = '', body = ''] = url.split(',');
  const mediaType = head.replace(/^data:/, '').replace(/;base64$/, '');
  const content = new Uint8Array(Buffer.from(body, 'base64'));
  const beginning = beginnings[mediaType];
  const isOfKind = beginning?.every((byte, at) => byte === null || content[at] === byte) ?? false;
  if (!isOfKind) {
    throw new AppError(
      'INVALID_INPUT',
      'This is no JPEG, PNG or WebP picture: choose another file.',
    );
  }
  if (content.byteLength > limit) {
    throw new AppError(
      'TOO_LARGE',
      `A photo may have ${Math.round(limit / 1000)} kilobytes; this one has ${Math.round(content.byteLength / 1000)}. Choose a smaller one.`,
    );
  }
  return { mediaType, content };
}

/** The same the other way round. */
export function photoUrl({ mediaType, content }: Photo): string {
  return `data:${mediaType};base64,${Buffer.from(content).toString('base64')}`;
}
