/** Which format a file is in, by its content. */
import { AppError } from '../contract/result.ts';
import type { Format } from './format.ts';
import { facebookFriends } from './formats/facebook-friends.ts';
import { linkedinConnections } from './formats/linkedin-connections.ts';
import { ties } from './formats/ties.ts';
import { vcard } from './formats/vcard.ts';
import type { FormatKey } from './parsed-file.ts';
import type { Source } from './source.ts';

/** Every format that can be read. Of two that are equally sure the earlier one is taken. */
export const formats: readonly Format[] = [linkedinConnections, facebookFriends, vcard, ties];

/** The format that is surest of the content; null if none is. Never throws. */
export function detectFormat(source: Source): Format | null {
  let best: Format | null = null;
  let bestScore = 0;
  for (const format of formats) {
    const score = format.detect(source);
    if (score > bestScore) {
      best = format;
      bestScore = score;
    }
  }
  return best;
}

/** @throws AppError UNKNOWN_FORMAT naming the formats that exist */
export function formatByKey(key: string): Format {
  const format = formats.find((candidate) => candidate.key === key);
  if (format !== undefined) return format;
  const known: FormatKey[] = formats.map((candidate) => candidate.key);
  throw new AppError(
    'UNKNOWN_FORMAT',
    `"${key.slice(0, 60)}" is not a format. Known are: ${known.join(', ')}.`,
    { known },
  );
}
