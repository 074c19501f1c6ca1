/** What the stage says of the people whom a plan makes: what `dossier-rows.ts` is to those of the book. */
import type { ReadableBook } from '../book/access.ts';
import {
  type Columns,
  fieldKey,
  type KnownAccount,
  type KnownContact,
  type KnownRole,
  type PersonRows,
} from './dossier-rows.ts';
import type { Ref, Stage, TableName } from './plan-stage.ts';
import type { StagedRows } from './staged-rows.ts';

interface Named {
  readonly name: string | null;
  readonly foldedName: string | null;
}

export class StagedPeople implements PersonRows {
  readonly #stage: Stage;
  readonly #book: ReadableBook;

  constructor(stage: Stage, book: ReadableBook) {
    this.#stage = stage;
    this.#book = book;
  }

  columns(person: Ref): Columns {
    const rows = this.#stage.inserts('person');
    const at = rows.placeOf(person);
    if (at === null) throw new Error(`Person ${person} is not staged.`);
    return {
      displayName: rows.textAt(at, 'display_name'),
      givenName: rows.textAt(at, 'given_name'),
      familyName: rows.textAt(at, 'family_name'),
      birthday: rows.textAt(at, 'birthday'),
      note: rows.textAt(at, 'note') ?? '',
      hasPhoto: this.#stage.inserts('person_photo').find('person_id', person).length > 0,
    };
  }

  otherNames(person: Ref): string[] {
    return this.#map('person_name', person, (rows, at) => rows.textAt(at, 'name') ?? '');
  }

  contacts(person: Ref): KnownContact[] {
    return this.#map('contact_point', person, (rows, at) => ({
      ref: rows.refAt(at),
      kind: rows.textAt(at, 'kind') ?? '',
      key: rows.textAt(at, 'match_key') ?? rows.textAt(at, 'value') ?? '',
      label: rows.textAt(at, 'label'),
      isPrimary: rows.numberAt(at, 'is_primary') === 1,
    }));
  }

  accounts(person: Ref): KnownAccount[] {
    return this.#map('account', person, (rows, at) => ({
      ref: rows.refAt(at),
      platform: rows.numberAt(at, 'platform_id') ?? 0,
      isWeak: rows.numberAt(at, 'is_weak') === 1,
      handle: rows.textAt(at, 'handle'),
      url: rows.textAt(at, 'url'),
      externalId: rows.textAt(at, 'external_id'),
      displayName: rows.textAt(at, 'display_name'),
    }));
  }

  roles(person: Ref): KnownRole[] {
    return this.#map('role', person, (rows, at) => {
      const ref = rows.refAt(at);
      const organisation = this.#named('organisation', rows.numberAt(at, 'organisation_id'));
      const origin = this.#stage.originOf(ref);
      return {
        ref,
        organisation: organisation.foldedName,
        employer: organisation.name,
        title: rows.textAt(at, 'title'),
        startedOn: rows.textAt(at, 'started_on'),
        endedOn: rows.textAt(at, 'ended_on'),
        isCurrent: rows.numberAt(at, 'is_current') === 1,
        source: origin?.format ?? null,
        importRef: origin?.importRef ?? null,
        asOf: origin?.asOf ?? null,
      };
    });
  }

  fields(person: Ref): string[] {
    const text = (rows: StagedRows, at: number, column: string): string =>
      rows.textAt(at, column) ?? '';
    return this.#map('person_field', person, (rows, at) =>
      fieldKey(text(rows, at, 'source'), text(rows, at, 'name'), text(rows, at, 'value')),
    );
  }

  tags(person: Ref): string[] {
    return this.#map(
      'person_tag',
      person,
      (rows, at) => this.#named('tag', rows.numberAt(at, 'tag_id')).foldedName ?? '',
    );
  }

  #map<Item>(
    table: TableName,
    person: Ref,
    read: (rows: StagedRows, place: number) => Item,
  ): Item[] {
    const rows = this.#stage.inserts(table);
    return rows.find('person_id', person).map((place) => read(rows, place));
  }

  /** A row that many share, of the book or staged. */
  #named(table: 'organisation' | 'tag', ref: Ref | null): Named {
    if (ref === null) return { name: null, foldedName: null };
    const rows = this.#stage.inserts(table);
    const at = rows.placeOf(ref);
    if (at !== null) {
      return { name: rows.textAt(at, 'name'), foldedName: rows.textAt(at, 'folded_name') };
    }
    const known = this.#book.get<Named>(
      `SELECT name, folded_name AS foldedName FROM ${table} WHERE id = @ref`,
      { ref },
    );
    if (known === undefined) throw new Error(`There is no ${table} ${ref}.`);
    return known;
  }
}
