import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { closeCamera, mayUseCamera, type MediaAsk, openCamera } from './camera.ts';

/** Only what the camera listens to. */
function fakeContents(): WebContents & EventEmitter {
  return new EventEmitter() as unknown as WebContents & EventEmitter;
}

const ask: MediaAsk = {
  permission: 'media',
  url: 'app://acquaint/index.html#/events/1',
  isMainFrame: true,
  media: ['video'],
};

describe('the camera', () => {
  it('is shut until a window opens it, and shut again after', () => {
    const contents = fakeContents();
    expect(mayUseCamera(contents, ask)).toBe(false);
    openCamera(contents);
    expect(mayUseCamera(contents, ask)).toBe(true);
    expect(mayUseCamera(fakeContents(), ask)).toBe(false);
    expect(mayUseCamera(null, ask)).toBe(false);
    closeCamera(contents);
    expect(mayUseCamera(contents, ask)).toBe(false);
  });

  it.each<[string, Partial<MediaAsk>]>([
    ['the microphone', { media: ['audio'] }],
    ['both at once', { media: ['video', 'audio'] }],
    ['nothing in particular', { media: [] }],
    ['another permission', { permission: 'geolocation' }],
    ['another page', { url: 'https://example.org/' }],
    ['a frame within the page', { isMainFrame: false }],
  ])('stays shut for %s', (_, part) => {
    const contents = fakeContents();
    openCamera(contents);
    expect(mayUseCamera(contents, { ...ask, ...part })).toBe(false);
  });

  it('is shut by a page that goes, not by an address that changes within it', () => {
    const contents = fakeContents();
    openCamera(contents);
    contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true });
    expect(mayUseCamera(contents, ask)).toBe(true);
    contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    expect(mayUseCamera(contents, ask)).toBe(false);
    openCamera(contents);
    contents.emit('render-process-gone');
    expect(mayUseCamera(contents, ask)).toBe(false);
  });
});
