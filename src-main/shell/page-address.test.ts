import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPageFile, isOwnPage } from './page-address.ts';

const folder = resolve('/program/dist/renderer');

describe('the address of a file of the page', () => {
  it('means a file within the folder, with its media type', () => {
    expect(findPageFile(folder, 'app://acquaint/index.html')).toEqual({
      path: join(folder, 'index.html'),
      mediaType: 'text/html; charset=utf-8',
    });
    expect(findPageFile(folder, 'app://acquaint/')?.path).toBe(join(folder, 'index.html'));
    expect(findPageFile(folder, 'app://acquaint/assets/a%20b.js?v=1#x')?.path).toBe(
      join(folder, 'assets/a b.js'),
    );
  });

  it.each([
    'app://acquaint/../package.json',
    'app://acquaint/%2e%2e/%2e%2e/package.json',
    'app://acquaint//package.json/',
  ])('stays within the folder for %s', (address) => {
    expect(findPageFile(folder, address)?.path).toBe(join(folder, 'package.json'));
  });

  it.each([
    'app://acquaint/..%2f..%2fpackage.json',
    'app://acquaint/..%5c..%5cpackage.json',
    'app://acquaint/%00index.html',
    'app://acquaint/%zz.html',
    'app://acquaint/book.acquaint',
    'app://elsewhere/index.html',
    'file:///etc/passwd',
    'https://acquaint/index.html',
    'not an address',
  ])('is nothing for %s', (address) => {
    expect(findPageFile(folder, address)).toBeNull();
  });

  it('never leads out of the folder', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '/',
      '\\',
      '%5c',
      'a',
      '%00',
      'x.js',
      '//',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const found = findPageFile(folder, `app://acquaint/${pieces.join('')}.js`);
        expect(found === null || resolve(found.path).startsWith(`${folder}/`)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('our own page', () => {
  it('is told by scheme and host alone', () => {
    expect(isOwnPage('app://acquaint/index.html#/people')).toBe(true);
    for (const other of [
      'app://acquaint.evil/',
      'https://acquaint/',
      'about:blank',
      '',
      'data:text/html,x',
    ]) {
      expect(isOwnPage(other)).toBe(false);
    }
  });
});
