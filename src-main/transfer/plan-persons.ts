/** Stages what a row says of one person: all of it for a new one, what is new for a known one. */
import type { ParsedPerson, ParsedRole } from './parsed-file.ts';
import { foldName } from '../tables/fold-name.ts';
import type { AccountMarks } from '../tables/accounts.ts';
import { AccountPlanner } from './plan-accounts.ts';
import type { ListEdition } from './list-edition.ts';
import type { ListReadings } from './list-readings.ts';
import { planContactPoints } from './plan-contact-points.ts';
import type { ListChangePlanner } from './plan-list-changes.ts';
import { planRoles } from './plan-roles.ts';
import { fieldKey } from './dossier-rows.ts';
import type { Dossier, Dossiers } from './dossiers.ts';
import type { MatchingIndex } from './matching-index.ts';
import type { SharedRows } from './plan-shared-rows.ts';
import type { Ref, Stage } from './plan-stage.ts';

/** Nobody has more jobs than this; further ones of a card are kept as they are written. */
const maximumRoles = 100;

/** The file that a row stands in. */
export interface RowSource {
  /** Format key: what kept fields are filed under. */
  readonly format: string;
  readonly importRef: Ref;
  /** How new the list is, 'YYYY-MM-DD'; null: unknown. */
  readonly asOf: string | null;
  /** Null: not a list that a platform hands out whole. */
  readonly edition: ListEdition | null;
}

/** The tools that planning shares. */
export interface PlanTools {
  readonly stage: Stage;
  readonly changes: ListChangePlanner;
  readonly index: MatchingIndex;
  readonly readings: ListReadings;
  readonly dossiers: Dossiers;
  readonly shared: SharedRows;
  /** The moment of planning, ISO 8601. */
  readonly now: string;
}

export class PersonPlanner {
  readonly accounts: AccountPlanner;
  readonly #tools: PlanTools;

  constructor(tools: PlanTools) {
    this.#tools = tools;
    this.accounts = new AccountPlanner(tools);
  }

  /** A new person who is known by name only (or not even that). */
  createNamed(name: string | null, parts: Partial<ParsedPerson> = {}): Ref {
    const { dossiers, stage, now } = this.#tools;
    const { birthday = null, family = null, given = null } = parts;
    const note = parts.note ?? '';
    const ref = stage.insert('person', {
      is_me: 0,
      display_name: name,
      given_name: given,
      family_name: family,
      folded_name: name === null ? null : foldName(name),
      birthday,
      note,
      created_at: now,
    });
    const names = { displayName: name, givenName: given, familyName: family };
    dossiers.begin(ref, { ...names, birthday, note, hasPhoto: false });
    return ref;
  }

  create(row: ParsedPerson, source: RowSource): Ref {
    const ref = this.createNamed(row.name, row);
    this.#addDetails(this.#tools.dossiers.of(ref), row, [], source);
    return ref;
  }

  /**
   * Adds what the row says and the book does not; what the book says is never overwritten. `elsewhere`: roles
   * that other rows of the file state of this person.
   */
  complete(ref: Ref, row: ParsedPerson, elsewhere: readonly ParsedRole[], source: RowSource): void {
    const dossier = this.#tools.dossiers.of(ref);
    this.#completeColumns(dossier, row, source);
    this.#addDetails(dossier, row, elsewhere, source);
  }

  /** Keeps a text that has no place of its own, under its name. */
  keepField(ref: Ref, name: string, value: string, source: RowSource): void {
    this.#addField(this.#tools.dossiers.of(ref), name, value, source);
  }

  #completeColumns(dossier: Dossier, row: ParsedPerson, source: RowSource): void {
    const { stage, index } = this.#tools;
    if (row.name !== null && dossier.displayName === null) {
      stage.update('person', dossier.ref, {
        display_name: row.name,
        folded_name: foldName(row.name),
      });
      dossier.displayName = row.name;
      index.noteName(dossier.ref, row.name);
    } else if (row.name !== null) this.#addAlias(dossier, row.name);
    // Half a name from one file and half from another would make a third one.
    if (
      dossier.givenName === null &&
      dossier.familyName === null &&
      (row.given ?? row.family) !== null
    ) {
      dossier.givenName = row.given;
      dossier.familyName = row.family;
      stage.update('person', dossier.ref, { given_name: row.given, family_name: row.family });
    }
    if (row.birthday !== null && dossier.birthday === null) {
      dossier.birthday = row.birthday;
      stage.update('person', dossier.ref, { birthday: row.birthday });
    } else if (row.birthday !== null && row.birthday !== dossier.birthday) {
      this.#addField(dossier, 'birthday', row.birthday, source);
    }
    if (row.note !== null && !dossier.note.includes(row.note)) {
      dossier.note = dossier.note === '' ? row.note : `${dossier.note}\n\n${row.note}`;
      stage.update('person', dossier.ref, { note: dossier.note });
    }
  }

  #addDetails(
    dossier: Dossier,
    row: ParsedPerson,
    elsewhere: readonly ParsedRole[],
    source: RowSource,
  ): void {
    const tools = this.#tools;
    for (const account of row.accounts) {
      const marks: AccountMarks = { ...account, displayName: account.displayName ?? row.name };
      this.accounts.ensure(dossier, tools.shared.platform(account.platform).ref, marks, source);
    }
    planContactPoints(tools, dossier, row, source);
    planRoles(tools, dossier, row.roles.slice(0, maximumRoles), elsewhere, source);
    if (row.nickname !== null) this.#addOtherName(dossier, 'nickname', row.nickname);
    for (const tag of row.tags) this.#addTag(dossier, tag);
    if (row.photo !== null && !dossier.hasPhoto) {
      dossier.hasPhoto = true;
      tools.stage.insert('person_photo', {
        person_id: dossier.ref,
        media_type: row.photo.mediaType,
        content: row.photo.bytes,
      });
    }
    for (const [name, value] of namedParts(row)) this.#addField(dossier, name, value, source);
    for (const { name, value } of row.extra) this.#addField(dossier, name, value, source);
  }

  /** A name that folds to one already known is found by it; anything else is kept as a spelling of its own. */
  #addAlias(dossier: Dossier, name: string): void {
    const folded = foldName(name);
    if (dossier.displayName !== null && foldName(dossier.displayName) === folded) return;
    // An address in the place of the name is no name.
    if (name.includes('@') || dossier.otherNames.some((other) => foldName(other) === folded))
      return;
    this.#addOtherName(dossier, 'alias', name);
  }

  #addOtherName(dossier: Dossier, kind: 'nickname' | 'alias', name: string): void {
    if (dossier.displayName === name || dossier.otherNames.includes(name)) return;
    dossier.addOtherName(name);
    this.#tools.stage.insert('person_name', {
      person_id: dossier.ref,
      kind,
      name,
      folded_name: foldName(name),
    });
  }

  #addTag(dossier: Dossier, text: string): void {
    const name = text.trim().replace(/^#+(?=.)/, '');
    const folded = foldName(name);
    if (name === '' || dossier.tags.includes(folded)) return;
    dossier.addTag(folded);
    const tag = this.#tools.shared.tag(name);
    this.#tools.stage.insert('person_tag', { person_id: dossier.ref, tag_id: tag });
  }

  #addField(dossier: Dossier, name: string, value: string, source: RowSource): void {
    const key = fieldKey(source.format, name, value);
    if (dossier.fields.has(key)) return;
    dossier.fields.add(key);
    this.#tools.stage.insert('person_field', {
      person_id: dossier.ref,
      source: source.format,
      name,
      value,
      import_id: source.importRef,
    });
  }
}

/** Parts that have no column of their own. */
function namedParts(row: ParsedPerson): [string, string][] {
  const parts: [string, string][] = [];
  if (row.prefix !== null) parts.push(['prefix', row.prefix]);
  if (row.middle !== null) parts.push(['middle name', row.middle]);
  if (row.suffix !== null) parts.push(['suffix', row.suffix]);
  for (const { department } of row.roles) {
    if (department !== null) parts.push(['department', department]);
  }
  for (const { organisation, title } of row.roles.slice(maximumRoles)) {
    parts.push(['role', [organisation, title].filter((part) => part !== null).join(', ')]);
  }
  return parts;
}
