import { describe, expect, it } from 'vitest';
import { findCloudFolder } from './cloud-folder.ts';

const without = (): boolean => false;
const withFile =
  (...files: string[]) =>
  (path: string): boolean =>
    files.includes(path);

describe('a folder that is kept in step with others', () => {
  it.each([
    ['/home/kim/Dropbox/me/book.acquaint', 'Dropbox', '/home/kim/Dropbox'],
    [
      '/Users/kim/Library/CloudStorage/Dropbox-Home/b',
      'Dropbox',
      '/Users/kim/Library/CloudStorage/Dropbox-Home',
    ],
    [
      '/mnt/c/Users/kim/OneDrive - Acme Print/b',
      'OneDrive',
      '/mnt/c/Users/kim/OneDrive - Acme Print',
    ],
    [
      '/Users/kim/Library/Mobile Documents/com~apple~CloudDocs/b',
      'iCloud Drive',
      '/Users/kim/Library/Mobile Documents',
    ],
    [
      '/Users/kim/Library/CloudStorage/GoogleDrive-kim@example.com/My Drive/b',
      'Google Drive',
      '/Users/kim/Library/CloudStorage/GoogleDrive-kim@example.com',
    ],
    ['/home/kim/Nextcloud/b', 'Nextcloud', '/home/kim/Nextcloud'],
  ])('is known by its name: %s', (path, service, folder) => {
    expect(findCloudFolder(path, without)).toEqual({ service, folder });
  });

  it('is known by what its program leaves in it, whatever its name', () => {
    expect(findCloudFolder('/data/shared/me/b', withFile('/data/shared/.stfolder'))).toEqual({
      service: 'Syncthing',
      folder: '/data/shared',
    });
    expect(findCloudFolder('/data/x/b', withFile('/data/x/.dropbox.cache'))?.service).toBe(
      'Dropbox',
    );
  });

  it('is not seen where there is none', () => {
    for (const path of [
      '/home/kim/.config/Acquaint/book.acquaint',
      '/home/kim/Dropboxes/b',
      '/home/kim/Documents/dropbox.acquaint',
      '/home/onedrivers/b',
    ]) {
      expect(findCloudFolder(path, without)).toBeNull();
    }
  });
});
