import type { ReadableBook } from '../book/access.ts';
import type { Handlers } from '../book/context.ts';
import { homeCountry } from '../tables/contact-points.ts';
import { requirePerson } from '../tables/persons.ts';
import { requireMe } from '../tables/resolve-person.ts';
import { lineOfCard } from './card-line.ts';
import { readCardText } from './card-text.ts';
import { emptyPerson, type ParsedContactValue } from './parsed-file.ts';
import { writeCard } from './writers/write-vcard.ts';

type FieldKind = 'role' | 'email' | 'phone' | 'url' | 'address';

interface CardField {
  readonly key: string;
  readonly kind: FieldKind;
  readonly text: string;
  readonly organisation: string | null;
  readonly title: string | null;
}

/** Cards: reading those of others, writing mine. */
export const cardsHandlers: Handlers<'cards'> = {
  read: ({ book }, { text }) => lineOfCard(readCardText(text, homeCountry(book))),
  fields: ({ book }) => listFields(book).map(({ key, kind, text }) => ({ key, kind, text })),
  mine: ({ book }, { fields }) => {
    const { name } = requirePerson(book, requireMe(book));
    const chosen = listFields(book).filter(({ key }) => fields.includes(key));
    const of = (kind: FieldKind): CardField[] => chosen.filter((field) => field.kind === kind);
    const nobody = emptyPerson(0);
    const vcard = writeCard(
      {
        ...nobody,
        ...nameParts(book, name),
        roles: of('role').map(({ organisation, title }) => ({
          organisation,
          title,
          department: null,
          from: null,
          to: null,
        })),
        emails: of('email').map(asContact),
        phones: of('phone').map(asContact),
        urls: of('url').map(({ text }) => ({ url: text, label: null })),
        addresses: of('address').map(({ text }) => ({ ...noAddress, street: text })),
        offers: [],
        needs: [],
        fields: [],
      },
      '3.0',
    );
    return { name, vcard };
  },
};

const noAddress = {
  label: null,
  poBox: null,
  extended: null,
  locality: null,
  region: null,
  postcode: null,
  country: null,
};

function asContact({ text }: CardField): ParsedContactValue {
  return { value: text, normalised: null, label: null, preferred: false };
}

function nameParts(book: ReadableBook, name: string) {
  const parts = book.get<{ given: string | null; family: string | null }>(
    'SELECT given_name AS given, family_name AS family FROM person WHERE is_me = 1',
  );
  if (parts !== undefined && (parts.given !== null || parts.family !== null)) {
    return { name, ...parts };
  }
  // phones sort by N: without parts, the last word stands for the family
  const words = name.split(' ');
  const family = words.length > 1 ? (words.at(-1) ?? null) : null;
  return { name, given: words.slice(0, words.length > 1 ? -1 : 1).join(' '), family };
}

/** What I do now, how to reach me, and where I am found on the web, in the order of a card. */
function listFields(book: ReadableBook): CardField[] {
  return book.all<CardField>(
    `SELECT 'role:' || role.id AS key, 'role' AS kind, organisation.name AS organisation, role.title,
       concat_ws(', ', role.title, organisation.name) AS text, 0 AS place, role.id AS id
     FROM role JOIN person ON person.id = role.person_id AND is_me = 1
     LEFT JOIN organisation ON organisation.id = role.organisation_id WHERE role.is_current = 1
     UNION ALL
     SELECT 'contact:' || contact_point.id, contact_point.kind, NULL, NULL, contact_point.value,
       CASE contact_point.kind WHEN 'email' THEN 1 WHEN 'phone' THEN 2 WHEN 'url' THEN 3 ELSE 5 END,
       iif(contact_point.is_primary = 1, 0, contact_point.id)
     FROM contact_point JOIN person ON person.id = contact_point.person_id AND is_me = 1
     UNION ALL
     SELECT 'account:' || account.id, 'url', NULL, NULL, account.url, 4, account.id
     FROM account JOIN person ON person.id = account.person_id AND is_me = 1
     WHERE account.url LIKE 'http%'
     ORDER BY place, id`,
  );
}
