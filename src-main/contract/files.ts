import { z } from 'zod';
import { control } from './define.ts';
import { personId } from './common.ts';

export const exportForms = ['json', 'csv', 'vcard4', 'vcard3', 'graphml', 'gexf', 'ics'] as const;
export type ExportForm = (typeof exportForms)[number];

/** Of some people alone, too; the others are of a whole book. */
const formsOfSome: ReadonlySet<ExportForm> = new Set(['csv', 'vcard4', 'vcard3']);

/** The whole book, or some people of it in the order given. */
export const exported = {
  as: z.enum(exportForms),
  people: z.array(personId).min(1).max(100_000).optional(),
};

export function isExportable({ as, people }: { as: ExportForm; people?: unknown }): boolean {
  return people === undefined || formsOfSome.has(as);
}

export const notExportable = {
  path: ['people'],
  error:
    'some people alone are exported as a table or as cards; choose one of these, or the whole book',
};

/** What became of a folder of cards. */
export const mirrorReport = z.object({
  written: z.int(),
  unchanged: z.int(),
  removed: z.int(),
  /** Files of ours that somebody changed, left as they are. */
  kept: z.array(z.string()),
});
export type MirrorReport = z.infer<typeof mirrorReport>;

const path = z.string().min(1);

/** Files that the store writes itself, wherever it is told to. Never asked by a page: it could name any file. */
export const files = {
  /** Writes an export whole or not at all; what is there under that name is replaced. Gives its size. */
  export: control(
    z.strictObject({ ...exported, path }).refine(isExportable, notExportable),
    z.object({ bytes: z.int() }),
  ),
  /**
   * Brings a folder in line with the book: everybody as a vCard 4.0 of their own, only our own files changed or removed
   * (UNREADABLE_FILE where the list of those is damaged). Stopped, what is written already stays.
   */
  mirrorCards: control(z.strictObject({ folder: path }), mirrorReport),
  /** Writes a verified copy of the whole book to a path that must not exist yet. */
  backup: control(z.strictObject({ path }), z.object({ path: z.string(), sha256: z.string() })),
};
