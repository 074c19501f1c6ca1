import type { ParsedPerson } from './parsed-file.ts';

/** The longest line that an event takes, in UTF-16 units. */
const longestLine = 2000;
const longestNote = 300;

/**
 * A card in the words of an event line (docs/event-lines.md): name, organisation, title, then addresses, tags and
 * the note. What the grammar would read as something else stands in quotes.
 */
export function lineOfCard(person: ParsedPerson): { line: string; isNamed: boolean } {
  const [role] = person.roles;
  const head = [person.name ?? '', role?.organisation ?? '', role?.title ?? ''].map(asText);
  while (head.length > 1 && head.at(-1) === '') head.pop();
  const addresses = [
    ...person.emails.map(({ normalised, value }) => normalised ?? value),
    ...person.phones.map(({ normalised, value }) => normalised?.replace(/;ext=.*$/, '') ?? value),
    ...person.urls.map(({ url }) => withScheme(url)),
    ...person.accounts.flatMap(({ url }) => (url === null ? [] : [withScheme(url)])),
  ].filter((address) => !/\s/.test(address.replaceAll(/(?<=\d) (?=\d)/g, '')));
  const tags = person.tags.map((tag) => `#"${withoutQuotes(tag)}"`);
  const note = withoutQuotes(person.note ?? '').slice(0, longestNote);
  const pieces = [...new Set(addresses), ...tags, ...(note === '' ? [] : [`"${note}"`])];
  let line = head.join(', ').trim();
  for (const piece of pieces) {
    if (line.length + 1 + piece.length <= longestLine) line = `${line} ${piece}`.trimStart();
  }
  return { line, isNamed: person.name !== null };
}

/** Words that the grammar takes as such: letters, a dot that ends a word, and no keyword among them. */
const plainWords = /^(?=\p{L})(?:[\p{L}\p{M}\p{N}'’& -]|\.(?=\s|$))+$/u;
const keyword = /(?:^|\s)(?:needs|offers|knows|via|at)(?:\s|$)/iu;

/** A name, an organisation, a title: in quotes unless it can only be read as what it is. */
function asText(text: string): string {
  const plain = withoutQuotes(text).slice(0, 400);
  const isPlain = plain === '' || (plainWords.test(plain) && !keyword.test(plain));
  return isPlain && !/\d{4}/.test(plain) ? plain : `"${plain}"`;
}

function withoutQuotes(text: string): string {
  return text
    .replaceAll(/["“”„«»]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

function withScheme(url: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`;
}
