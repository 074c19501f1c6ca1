import { expect, it } from 'vitest';
import { mailtoUrl } from './mailto-url.ts';

it('carries subject and body through a URL parser unchanged, but for CRLF line ends', () => {
  const url = new URL(mailtoUrl('tom@example.org', 'Ann & Bob?', 'Dear Tom,\nüber 100% = fine #1'));
  expect(url.pathname).toBe('tom@example.org');
  expect(url.searchParams.get('subject')).toBe('Ann & Bob?');
  expect(url.searchParams.get('body')).toBe('Dear Tom,\r\nüber 100% = fine #1');
});

it('lets an address add no fields of its own', () => {
  const url = new URL(mailtoUrl('tom@example.org?bcc=eve@example.org', 'Hello', 'Hi'));
  expect(url.searchParams.has('bcc')).toBe(false);
});

it('parts several addresses by commas that are not encoded, and only those', () => {
  const url = new URL(mailtoUrl(['tom@example.org', 'a,b@example.org'], 'Hello', 'Hi'));
  expect(url.pathname.split(',')).toEqual(['tom@example.org', 'a%2Cb@example.org']);
});
