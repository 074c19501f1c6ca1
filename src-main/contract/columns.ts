import { z } from 'zod';

/** What a column of a table of people may hold, as the column mapper offers it. */
export const columnKinds = [
  'name',
  'given',
  'middle',
  'family',
  'prefix',
  'suffix',
  'nickname',
  'organisation',
  'department',
  'title',
  'email',
  'phone',
  'mobile',
  'url',
  'linkedin',
  'facebook',
  'x',
  'instagram',
  'mastodon',
  'bluesky',
  'github',
  'street',
  'locality',
  'region',
  'postcode',
  'country',
  'birthday',
  'since',
  'note',
  'tags',
  'referredBy',
] as const;

export const columnKind = z.enum(columnKinds);
export type ColumnKind = z.infer<typeof columnKind>;

/** One for each column from the left; null: kept as a field of its own. */
export const columnMapping = z.array(columnKind.nullable()).max(1000);
