/**
 * Google Contacts CSV. New header since 2024 (`First Name,...,Labels,E-mail 1 - Label`), old one
 * (`Name,Given Name,...,Group Membership,E-mail 1 - Type`); the number of columns varies with the
 * fullest contact; ` ::: ` joins several values in one cell.
 */
import { type Format, makeFile } from '../format.ts';
import type { ParsedFile } from '../parsed-file.ts';
import { foldKey } from '../readers/clean-text.ts';
import {
  type AddressPart,
  type ColumnRole,
  type ContactField,
  roleOfColumn,
} from '../readers/contact-columns.ts';
import { readContactTable } from '../readers/contact-table.ts';
import type { Header } from '../readers/csv.ts';
import { findHeader, readTable } from '../readers/table.ts';
import type { Source } from '../source.ts';

const KEY = 'google-contacts';
const TITLE = 'Google contacts';

export const googleContacts: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => (findHeader(source, isHeader) === null ? 0 : 0.95),
  parse,
};

/** `E-mail 1 - Value`: kind, slot and part, in the four languages. */
const NUMBERED = /^(.{1,60}?) (\d{1,3}) ?[-–:] (.{1,60})$/;

const KINDS = new Map<string, ContactField>([
  ...pairs('email', 'E-mail', 'Email', 'E-Mail-Adresse', 'Adresse e-mail', 'Correo electrónico'),
  ...pairs('phone', 'Phone', 'Telefon', 'Téléphone', 'Teléfono'),
  ...pairs('address', 'Address', 'Adresse', 'Dirección'),
  ...pairs('url', 'Website', 'Webseite', 'Site Web', 'Sitio web'),
  ...pairs('relation', 'Relation', 'Beziehung', 'Relación'),
  ...pairs('organisation', 'Organization', 'Organisation', 'Organización'),
]);

const LABEL_PARTS = keys('Label', 'Type', 'Typ', 'Etikett', 'Libellé', 'Etiqueta', 'Tipo');
const VALUE_PARTS = keys('Value', 'Wert', 'Valeur', 'Valor');

const ADDRESS_PARTS = new Map<string, AddressPart>([
  ...pairs('street', 'Street', 'Straße', 'Rue', 'Calle'),
  ...pairs('locality', 'City', 'Stadt', 'Ort', 'Ville', 'Ciudad'),
  ...pairs('region', 'Region', 'Région', 'Región'),
  ...pairs('postcode', 'Postal Code', 'Postleitzahl', 'Code postal', 'Código postal'),
  ...pairs('country', 'Country', 'Land', 'Pays', 'País'),
  ...pairs('poBox', 'PO Box', 'Postfach', 'Boîte postale', 'Apartado postal'),
  ...pairs('extended', 'Extended Address', 'Erweiterte Adresse', 'Adresse étendue'),
  ...pairs('extended', 'Dirección ampliada'),
]);

const ORGANISATION_PARTS = new Map<string, ContactField>([
  ...pairs('organisation', 'Name', 'Nom', 'Nombre'),
  ...pairs('title', 'Title', 'Titel', 'Titre', 'Cargo'),
  ...pairs('department', 'Department', 'Abteilung', 'Service', 'Departamento'),
]);

function isHeader(header: Header): boolean {
  const numbered = header.names.filter((name) => {
    const role = numberedRole(name);
    return role?.field === 'email' || role?.field === 'phone';
  });
  const plain = new Set(header.names.map((name) => roleOfColumn(name)?.field));
  return numbered.length >= 2 && plain.has('given') && plain.has('family');
}

function parse(source: Source): ParsedFile {
  const table = readTable(source, TITLE, isHeader);
  const roles = table.header.names.map(roleOf);
  return makeFile(googleContacts, source, {
    kind: 'contacts',
    platform: 'google',
    ...readContactTable(table, roles, {
      country: source.country,
      joint: ' ::: ',
      tagJoint: / ::: /,
    }),
  });
}

function roleOf(name: string): ColumnRole | null {
  return NUMBERED.test(name) ? numberedRole(name) : roleOfColumn(name);
}

function numberedRole(name: string): ColumnRole | null {
  const match = NUMBERED.exec(name);
  if (match === null) return null;
  const [, word = '', number = '', rest = ''] = match;
  const field = KINDS.get(foldKey(word));
  if (field === undefined) return null;
  const part = foldKey(rest);
  const slot = `${field}${number}`;
  if (field === 'organisation') {
    const organisationField = ORGANISATION_PARTS.get(part);
    // Further organisations stay as extra: a row has one role here.
    return organisationField === undefined || number !== '1' ? null : { field: organisationField };
  }
  if (LABEL_PARTS.has(part)) return { field, slot, isLabel: true };
  if (field === 'address') {
    const addressPart = ADDRESS_PARTS.get(part);
    // "Formatted" repeats the parts.
    return addressPart === undefined ? null : { field, slot, part: addressPart };
  }
  return VALUE_PARTS.has(part) ? { field, slot } : null;
}

function pairs<const T>(value: T, ...names: readonly string[]): [string, T][] {
  return names.map((name) => [foldKey(name), value]);
}

function keys(...names: readonly string[]): Set<string> {
  return new Set(names.map(foldKey));
}
