/**
 * What the columns of address books mean: Outlook's, Google's and hand-made tables' headers in
 * English, German, French and Spanish. The words are those that Outlook and Google write.
 */
import { foldKey } from './clean-text.ts';

export type AddressPart =
  | 'poBox'
  | 'extended'
  | 'street'
  | 'locality'
  | 'region'
  | 'postcode'
  | 'country';

export type ContactField =
  | 'name'
  | 'given'
  | 'middle'
  | 'family'
  | 'prefix'
  | 'suffix'
  | 'nickname'
  | 'organisation'
  | 'department'
  | 'title'
  | 'email'
  | 'phone'
  | 'address'
  | 'url'
  | 'account'
  | 'birthday'
  | 'note'
  | 'tags'
  | 'since'
  | 'referredBy'
  | 'relation';

/** What one column holds. */
export interface ColumnRole {
  readonly field: ContactField;
  /** Of an e-mail, phone, address or URL; the relation of a `relation`; platform of an `account`. */
  readonly label?: string;
  readonly part?: AddressPart;
  /** Columns of one slot belong together ("E-mail 2 - Label", "E-mail 2 - Value"). */
  readonly slot?: string;
  /** True for the column that holds the label of a slot. */
  readonly isLabel?: boolean;
}

/** Header, folded, to role. */
const ROLES = new Map<string, ColumnRole>();

function add(role: ColumnRole, ...names: readonly string[]): void {
  for (const name of names) ROLES.set(foldKey(name), role);
}

add({ field: 'name' }, 'Name', 'Full Name', 'Display Name', 'Contact', 'Vollständiger Name');
add({ field: 'name' }, 'Nom complet', 'Nombre completo', 'Attendee', 'Person', 'Contact Name');
add({ field: 'given' }, 'First Name', 'Given Name', 'Forename', 'Vorname', 'Prénom', 'Nombre');
add({ field: 'middle' }, 'Middle Name', 'Additional Name', 'Weitere Vornamen', 'Weiterer Vorname');
add({ field: 'middle' }, 'Zweiter Vorname', 'Deuxième prénom', 'Segundo nombre');
add({ field: 'family' }, 'Last Name', 'Family Name', 'Surname', 'Nachname', 'Familienname', 'Nom');
add({ field: 'family' }, 'Nom de famille', 'Apellidos', 'Apellido');
add({ field: 'prefix' }, 'Name Prefix', 'Prefix', 'Salutation', 'Anrede', 'Namenspräfix');
add({ field: 'prefix' }, 'Civilité', 'Préfixe', 'Tratamiento', 'Prefijo');
add({ field: 'suffix' }, 'Name Suffix', 'Suffix', 'Suffixe', 'Namenssuffix', 'Sufijo');
add({ field: 'nickname' }, 'Nickname', 'Spitzname', 'Surnom', 'Apodo', 'Alias');
add({ field: 'organisation' }, 'Company', 'Organization', 'Organisation', 'Organization Name');
add({ field: 'organisation' }, 'Employer', 'Firma', 'Unternehmen', 'Name der Organisation');
add({ field: 'organisation' }, 'Société', 'Entreprise', "Nom de l'organisation", 'Organización');
add({ field: 'organisation' }, 'Empresa', 'Compañía', 'Nombre de la organización', 'Company Name');
add({ field: 'department' }, 'Department', 'Organization Department', 'Abteilung', 'Service');
add({ field: 'department' }, 'Abteilung der Organisation', 'Département', 'Departamento');
add({ field: 'title' }, 'Job Title', 'Position', 'Organization Title', 'Role', 'Titre', 'Fonction');
add({ field: 'title' }, 'Titel der Organisation', 'Poste', 'Puesto', 'Cargo', 'Occupation', 'Job');
add(
  { field: 'birthday' },
  'Birthday',
  'Date of Birth',
  'Geburtstag',
  'Geburtsdatum',
  'Anniversaire',
);
add({ field: 'birthday' }, 'Date de naissance', 'Cumpleaños', 'Fecha de nacimiento');
add(
  { field: 'note' },
  'Notes',
  'Note',
  'Comments',
  'Notizen',
  'Notiz',
  'Remarques',
  'Notas',
  'Nota',
);
add({ field: 'tags' }, 'Labels', 'Tags', 'Categories', 'Groups', 'Group Membership', 'Kategorien');
add({ field: 'tags' }, 'Gruppen', 'Catégories', 'Libellés', 'Groupes', 'Categorías', 'Etiquetas');
add({ field: 'tags' }, 'Gruppenmitgliedschaft', 'Category', 'Tag', 'Group');
add({ field: 'since' }, 'Connected On', 'Since', 'Met On', 'Known Since');
add({ field: 'referredBy' }, 'Referred By', 'Referrer', 'Empfohlen von', 'Recommandé par');
add({ field: 'referredBy' }, 'Référence', 'Referido por', 'Recomendado por');
add(
  { field: 'url' },
  'Web Page',
  'Website',
  'URL',
  'Webseite',
  'Page Web',
  'Página web',
  'Sitio web',
);
add({ field: 'url' }, 'Personal Web Page', 'Homepage', 'Profile', 'Profile URL', 'Web', 'Link');

for (const [platform, ...names] of [
  ['linkedin', 'LinkedIn', 'LinkedIn URL', 'LinkedIn Profile'],
  ['x', 'Twitter', 'X', 'Twitter Handle', 'X Handle'],
  ['instagram', 'Instagram', 'Instagram Handle'],
  ['facebook', 'Facebook'],
  ['mastodon', 'Mastodon'],
  ['bluesky', 'Bluesky'],
  ['github', 'GitHub'],
] as const) {
  add({ field: 'account', label: platform }, ...names);
}

for (const [label, ...names] of [
  ['spouse', 'Spouse', 'Partner', 'Conjoint(e)', 'Cónyuge'],
  ['manager', "Manager's Name", 'Name des/der Vorgesetzten', 'Responsable', 'Nombre del director'],
  ['assistant', "Assistant's Name", 'Name Assistent', "Nom de l'assistant(e)"],
] as const) {
  add({ field: 'relation', label }, ...names);
}

add(
  { field: 'email', slot: 'email1' },
  'E-mail Address',
  'Email',
  'E-mail',
  'Email Address',
  'Mail',
);
add(
  { field: 'email', slot: 'email1' },
  'E-Mail-Adresse',
  'Adresse de messagerie',
  'Adresse e-mail',
);
add({ field: 'email', slot: 'email1' }, 'Dirección de correo electrónico', 'Correo electrónico');
add({ field: 'email', slot: 'email1' }, 'Courriel', 'Correo');
for (const n of [2, 3]) {
  const role: ColumnRole = { field: 'email', slot: `email${n}` };
  add(role, `E-mail ${n} Address`, `Email ${n}`, `E-mail ${n}`, `E-Mail ${n}: Adresse`);
  add(role, `Adresse de messagerie ${n}`, `Dirección de correo electrónico ${n}`);
  add(role, `Dirección del correo electrónico ${n}`);
}

for (const [label, ...names] of [
  ['mobile', 'Mobile Phone', 'Mobile', 'Cell', 'Cell Phone', 'Mobiltelefon', 'Handy', 'Mobil'],
  ['mobile', 'Tél. mobile', 'Téléphone mobile', 'Portable', 'Móvil', 'Teléfono móvil', 'WhatsApp'],
  ['work', 'Business Phone', 'Business Phone 2', 'Work Phone', 'Telefon geschäftlich'],
  ['work', 'Telefon geschäftlich 2', 'Téléphone (bureau)', 'Téléphone 2 (bureau)'],
  ['work', 'Teléfono del trabajo', 'Teléfono del trabajo 2'],
  ['home', 'Home Phone', 'Home Phone 2', 'Telefon privat', 'Telefon privat 2', 'Particular'],
  ['home', 'Téléphone (domicile)', 'Téléphone 2 (domicile)'],
  ['main', 'Company Main Phone', 'Telefon Firma', 'Téléphone société'],
  ['main', 'Primary Phone', 'Haupttelefon', 'Téléphone principal', 'Teléfono principal'],
  ['other', 'Other Phone', 'Weiteres Telefon', 'Téléphone (autre)', 'Otro teléfono'],
  ['work fax', 'Business Fax', 'Fax geschäftlich', 'Télécopie (bureau)', 'Fax del trabajo'],
  ['home fax', 'Home Fax', 'Fax privat', 'Télécopie (domicile)'],
  ['car', 'Car Phone', 'Autotelefon', 'Téléphone (voiture)'],
  ['pager', 'Pager', 'Récepteur de radiomessagerie'],
  ['assistant', "Assistant's Phone", 'Telefon Assistent', "Téléphone de l'assistant(e)"],
] as const) {
  add({ field: 'phone', label }, ...names);
}
add({ field: 'phone' }, 'Phone', 'Phone Number', 'Telephone', 'Telefon', 'Telefonnummer', 'Tel');
add({ field: 'phone' }, 'Téléphone', 'Teléfono');

for (const [label, ...parts] of [
  ['work', 'Business', 'geschäftlich', '(bureau)', 'del trabajo', 'de trabajo'],
  ['home', 'Home', 'privat', '(domicile)', 'del domicilio', 'de domicilio'],
] as const) {
  const [english, german, french, ...spanish] = parts;
  const names: readonly (readonly [AddressPart, string, string, string, string])[] = [
    ['street', 'Street', 'Straße', 'Rue', 'Calle'],
    ['locality', 'City', 'Ort', 'Ville', 'Ciudad'],
    ['region', 'State', 'Region', 'Dép/Région', 'Provincia o estado'],
    ['postcode', 'Postal Code', 'Postleitzahl', 'Code postal', 'Código postal'],
    ['country', 'Country/Region', 'Land/Region', 'Pays/Région', 'País o región'],
    ['poBox', 'PO Box', 'Postfach', 'B.P.', 'Apartado postal'],
  ];
  for (const [part, en, de, fr, es] of names) {
    const role: ColumnRole = { field: 'address', label, part, slot: label };
    add(role, `${english} ${en}`, `${de} ${german}`, `${fr} ${french}`);
    add(role, ...spanish.map((words) => `${es} ${words}`));
    if (part === 'region') add(role, `Bundesland/Kanton ${german}`);
    if (part === 'country') add(role, `${english} Country`);
    if (part !== 'street') continue;
    for (const n of [2, 3]) add(role, `${english} Street ${n}`, `Straße ${german} ${n}`);
    for (const n of [2, 3]) add(role, `Rue ${french} ${n}`, `Calle ${spanish[0]} ${n}`);
  }
}
for (const [part, ...names] of [
  ['street', 'Other Street', 'Weitere Straße', 'Rue (autre)', 'Otra calle'],
  ['locality', 'Other City', 'Weiterer Ort', 'Ville (autre)', 'Otra ciudad'],
  ['region', 'Other State', 'Weiteres/r Bundesland/Kanton', 'Dép/Région (autre)'],
  ['region', 'Otra provincia o estado'],
  ['postcode', 'Other Postal Code', 'Weitere Postleitzahl', 'Code postal (autre)'],
  ['postcode', 'Otro código postal'],
  ['country', 'Other Country/Region', 'Weiteres/e Land/Region', 'Pays/Région (autre)'],
  ['country', 'Otro país o región'],
] as const) {
  add({ field: 'address', label: 'other', part, slot: 'other' }, ...names);
}
for (const [part, ...names] of [
  ['street', 'Address', 'Street', 'Street Address', 'Adresse', 'Straße', 'Rue', 'Dirección'],
  ['locality', 'City', 'Town', 'Ort', 'Stadt', 'Ville', 'Ciudad'],
  ['region', 'State', 'County', 'Region', 'Province'],
  ['postcode', 'Postcode', 'Postal Code', 'ZIP', 'Zip Code', 'PLZ', 'Postleitzahl', 'Code postal'],
  ['country', 'Country', 'Land', 'Pays', 'País'],
] as const) {
  add({ field: 'address', part, slot: 'address' }, ...names);
}

/** The role of a column by its header, whatever its case and accents; null if it has none. */
export function roleOfColumn(header: string): ColumnRole | null {
  return ROLES.get(foldKey(header)) ?? null;
}
