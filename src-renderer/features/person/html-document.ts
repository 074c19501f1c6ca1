/** How the document looks by itself, without the program: on a screen and on paper. */
const styles = `body{font:15px/1.55 Georgia,serif;max-width:44rem;margin:2.5rem auto;padding:0 1.25rem;color:#26221d}
h1{font-size:1.7rem;line-height:1.25}h2{font-size:1.1rem;margin:2rem 0 .4rem;border-bottom:1px solid #d9d2c6}
dl{margin:0}dl>div{display:grid;grid-template-columns:11rem 1fr;gap:1rem;margin:.25rem 0}dt{color:#6a6155}dd{margin:0}
ul{padding-left:1.2rem;margin:.3rem 0}a{color:inherit}img{max-width:9rem;border-radius:50%}`;

/** A page of its own from the markup of the document. The markup is React's, so all text in it is escaped. */
export function htmlDocument(title: string, article: string): string {
  const safeTitle = title.replace(/[&<>]/gu, (sign) => `&#${sign.codePointAt(0)};`);
  // The names of style classes mean nothing outside of the program.
  const plain = article.replace(/ class="[^"]*"/gu, '');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${safeTitle}</title><style>${styles}</style></head>
<body><h1>${safeTitle}</h1>
${plain}
</body></html>
`;
}
