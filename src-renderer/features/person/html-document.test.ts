import { describe, expect, it } from 'vitest';
import { htmlDocument } from './html-document.ts';

describe('the document saved as a page', () => {
  it('names the person safely, and keeps the markup without the program’s classes', () => {
    const page = htmlDocument('A <b> & C', '<article class="x y"><p>Hello</p></article>');
    expect(page).toContain('<title>A &#60;b&#62; &#38; C</title>');
    expect(page).toContain('<article><p>Hello</p></article>');
    expect(page).not.toContain('<b>');
  });
});
