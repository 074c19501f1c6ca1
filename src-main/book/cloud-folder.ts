import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface CloudFolder {
  readonly service: string;
  /** The folder that is kept in step with others. */
  readonly folder: string;
}

/** Services by the names that they give their folders, and by the files that they leave in them. */
const services: readonly {
  readonly service: string;
  readonly name: RegExp;
  readonly markers: readonly string[];
}[] = [
  { service: 'Dropbox', name: /^dropbox(?:[ -].*)?$/i, markers: ['.dropbox', '.dropbox.cache'] },
  {
    service: 'OneDrive',
    name: /^onedrive(?:[ -].*)?$/i,
    markers: ['.849C9593-D756-4E56-8D6E-42412F2A707B'],
  },
  {
    service: 'iCloud Drive',
    name: /^(?:mobile documents|com~apple~clouddocs|icloud ?drive)$/i,
    markers: [],
  },
  {
    service: 'Google Drive',
    name: /^(?:google ?drive(?:[ -].*)?)$/i,
    markers: ['.tmp.drivedownload', '.tmp.driveupload'],
  },
  {
    service: 'Nextcloud',
    name: /^(?:nextcloud|owncloud)\d*$/i,
    markers: ['.nextcloudsync.log', '.owncloudsync.log'],
  },
  { service: 'Syncthing', name: /^syncthing$/i, markers: ['.stfolder'] },
];

/**
 * Whether a file lies in a folder that a program keeps in step with other computers. Such a program copies a file
 * while it is being written and puts "conflicted copies" in its place; nothing of that is safe for an open database.
 *
 * @returns the outermost such folder, or null
 */
export function findCloudFolder(
  path: string,
  exists: (path: string) => boolean = existsSync,
): CloudFolder | null {
  let found: CloudFolder | null = null;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const service = services.find(
      ({ markers, name }) =>
        name.test(basename(folder)) || markers.some((marker) => exists(join(folder, marker))),
    );
    if (service !== undefined) found = { service: service.service, folder };
    if (folder === dirname(folder)) return found;
  }
}
