import { expect, it } from 'vitest';
import { askOfOneBook } from './ask-of-one-book.ts';

it('gives the answer, or that there is none', async () => {
  const bookPath = () => '/a.acquaint';
  expect(await askOfOneBook(bookPath, () => Promise.resolve('/x.csv'))).toBe('/x.csv');
  expect(await askOfOneBook(bookPath, () => Promise.resolve(null))).toBeNull();
});

it('refuses an answer that was given when another book had been opened', async () => {
  let book = '/a.acquaint';
  const asked = askOfOneBook(
    () => book,
    () => {
      book = '/b.acquaint';
      return Promise.resolve('/x.csv');
    },
  );
  await expect(asked).rejects.toMatchObject({ code: 'CONFLICT' });
});
