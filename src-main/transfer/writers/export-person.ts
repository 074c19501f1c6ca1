/** A person as the writers take them: what a parsed person has, so that both ways are one shape. */
import type { ExtraField, ParsedPerson } from '../parsed-file.ts';

/** A custom field, or an unknown one that an import brought. */
export interface ExportField extends ExtraField {
  /** 'vcard' for a property kept word for word; anything else is a name and a text. */
  readonly source: string;
}

export interface ExportPerson
  extends Pick<
    ParsedPerson,
    | 'uid'
    | 'name'
    | 'given'
    | 'middle'
    | 'family'
    | 'prefix'
    | 'suffix'
    | 'nickname'
    | 'accounts'
    | 'emails'
    | 'phones'
    | 'addresses'
    | 'urls'
    | 'roles'
    | 'birthday'
    | 'note'
    | 'tags'
    | 'photo'
  > {
  /** Topics that still hold. */
  readonly offers: readonly string[];
  readonly needs: readonly string[];
  readonly fields: readonly ExportField[];
}

/** What to call somebody of whom no name is known. */
export function displayNameOf(person: ExportPerson): string {
  const account = person.accounts[0];
  return (
    person.name ??
    person.emails[0]?.value ??
    person.phones[0]?.value ??
    account?.displayName ??
    account?.handle ??
    account?.externalId ??
    'Unnamed'
  );
}
