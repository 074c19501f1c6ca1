/** Stages circles (one person's contacts on one platform) and their members. */
import type { ReadableBook } from '../book/access.ts';
import type { ListEdition } from './list-edition.ts';
import type { FollowDirection } from './parsed-file.ts';
import type { Ref, Stage } from './plan-stage.ts';
import { remember } from './small-lists.ts';

export type Relation = 'linked' | FollowDirection;

interface KnownCircle {
  readonly ref: Ref;
  asOf: string | null;
}

export interface KnownMember {
  readonly ref: Ref;
  readonly person: Ref;
  since: string | null;
  goneOn: string | null;
}

/** Members of one question to the book. */
const readTogether = 1000;

export class CirclePlanner {
  readonly #book: ReadableBook;
  readonly #stage: Stage;
  readonly #circles = new Map<string, KnownCircle>();
  /** Members of circles of the book that were asked for, by circle and relation and account. */
  readonly #lists = new Map<string, Map<Ref, KnownMember>>();

  readonly #lookedUp = new Map<string, Set<Ref>>();

  constructor(book: ReadableBook, stage: Stage) {
    this.#book = book;
    this.#stage = stage;
  }

  /** The circle of a person on a platform, made if it is new; `asOf` moves on to the newest list seen. */
  ensure(owner: Ref, platform: Ref, asOf: string | null): Ref {
    const key = `${owner} ${platform}`;
    let circle = this.#circles.get(key);
    if (circle === undefined) {
      circle = this.#find(owner, platform) ?? {
        ref: this.#stage.insert('circle', { owner_id: owner, platform_id: platform, as_of: asOf }),
        asOf,
      };
      this.#circles.set(key, circle);
    }
    if (asOf !== null && (circle.asOf === null || asOf > circle.asOf)) {
      circle.asOf = asOf;
      this.#stage.update('circle', circle.ref, { as_of: asOf });
    }
    return circle.ref;
  }

  /**
   * Adds a member, or finds them; one who was gone is back, unless the file is an older edition of the list: then
   * they are gone since the newer one. `since` is filled in where it was not known. Of an entry known by name only
   * it follows the list: the day is what tells two of one name apart.
   */
  addMember(
    circle: Ref,
    { account, person, isWeak }: { account: Ref; person: Ref; isWeak: boolean },
    relation: Relation,
    since: string | null,
    edition: ListEdition | null,
  ): KnownMember {
    const list = this.#list(circle, relation);
    const isLooked = this.#looked(circle, relation).has(account);
    const known =
      list.get(account) ??
      this.#stagedMember(circle, account, relation, person) ??
      (isLooked ? undefined : this.#findMember(circle, account, relation));
    const goneOn = edition?.goneOn(known) ?? null;
    if (known === undefined) {
      const row = { circle_id: circle, account_id: account, relation, since, gone_on: goneOn };
      return { ref: this.#stage.insert('circle_member', row), person, since, goneOn };
    }
    if (known.ref > 0) list.set(account, known);
    if (since !== null && since !== known.since && (isWeak || known.since === null)) {
      known.since = since;
      this.#stage.update('circle_member', known.ref, { since });
    }
    if (known.goneOn !== null && goneOn === null) {
      known.goneOn = null;
      this.#stage.update('circle_member', known.ref, { gone_on: null });
    }
    return known;
  }

  /** Reads the members who have these accounts at once. */
  readAhead(circle: Ref, relation: Relation, accounts: readonly Ref[]): void {
    if (circle < 0) return;
    const list = this.#list(circle, relation);
    const looked = this.#looked(circle, relation);
    const ids = accounts.filter((account) => account > 0 && !looked.has(account));
    for (let at = 0; at < ids.length; at += readTogether) {
      const some = ids.slice(at, at + readTogether).sort((a, b) => a - b);
      const rows = this.#book.all<KnownMember & { account: Ref }>(
        `SELECT member.id AS ref, person_id AS person, since, gone_on AS goneOn, wanted.value AS account
         FROM json_each(@accounts) AS wanted
         CROSS JOIN circle_member AS member ON member.account_id = wanted.value
         JOIN account ON account.id = wanted.value
         WHERE circle_id = @circle AND relation = @relation`,
        { circle, relation, accounts: JSON.stringify(some) },
      );
      for (const { account, ...member } of rows) list.set(account, list.get(account) ?? member);
      for (const account of some) looked.add(account);
    }
  }

  /** All members of one relation as they stand now, by account. */
  members(circle: Ref, relation: Relation): ReadonlyMap<Ref, KnownMember> {
    const list = this.#list(circle, relation);
    if (circle > 0) {
      const rows = this.#book.all<KnownMember & { account: Ref }>(
        `SELECT member.id AS ref, person_id AS person, since, gone_on AS goneOn, account_id AS account
         FROM circle_member AS member JOIN account ON account.id = member.account_id
         WHERE circle_id = @circle AND relation = @relation ORDER BY member.id`,
        { circle, relation },
      );
      for (const { account, ...member } of rows) {
        if (!list.has(account)) list.set(account, member);
      }
    }
    const members = new Map(list);
    for (const [account, member] of this.#stagedMembers(circle, relation)) {
      members.set(account, member);
    }
    return members;
  }

  /** A member is no longer in the list. */
  markGone(member: KnownMember, goneOn: string): void {
    member.goneOn = goneOn;
    this.#stage.update('circle_member', member.ref, { gone_on: goneOn });
  }

  /** A member whom the plan adds: there may be one of each circle and relation. */
  #stagedMember(
    circle: Ref,
    account: Ref,
    relation: Relation,
    person: Ref,
  ): KnownMember | undefined {
    const rows = this.#stage.inserts('circle_member');
    const at = rows
      .find('account_id', account)
      .find(
        (place) =>
          rows.numberAt(place, 'circle_id') === circle &&
          rows.textAt(place, 'relation') === relation,
      );
    if (at === undefined) return undefined;
    const [since, goneOn] = [rows.textAt(at, 'since'), rows.textAt(at, 'gone_on')];
    return { ref: rows.refAt(at), person, since, goneOn };
  }

  #stagedMembers(circle: Ref, relation: Relation): Map<Ref, KnownMember> {
    const accounts = [...this.#stage.inserts('circle_member').objects()]
      .filter((row) => row['circle_id'] === circle && row['relation'] === relation)
      .map((row) => Number(row['account_id']));
    const bearers = new Map<Ref, Ref>(
      this.#book
        .all<{ id: Ref; person: Ref }>(
          `SELECT account.id, person_id AS person FROM json_each(@accounts) AS wanted
           CROSS JOIN account ON account.id = wanted.value`,
          { accounts: JSON.stringify(accounts.filter((account) => account > 0)) },
        )
        .map(({ id, person }) => [id, person]),
    );
    const staged = this.#stage.inserts('account');
    const members = new Map<Ref, KnownMember>();
    for (const account of accounts) {
      const person = bearers.get(account) ?? Number(staged.get(account)?.['person_id']);
      const member = this.#stagedMember(circle, account, relation, person);
      if (member !== undefined) members.set(account, member);
    }
    return members;
  }

  #list(circle: Ref, relation: Relation): Map<Ref, KnownMember> {
    return remember(this.#lists, `${circle} ${relation}`, () => new Map());
  }

  /** Accounts of which it is known whether they are members. */
  #looked(circle: Ref, relation: Relation): Set<Ref> {
    return remember(this.#lookedUp, `${circle} ${relation}`, () => new Set());
  }

  #find(owner: Ref, platform: Ref): KnownCircle | undefined {
    if (owner < 0 || platform < 0) return undefined;
    return this.#book.get<KnownCircle>(
      'SELECT id AS ref, as_of AS asOf FROM circle WHERE owner_id = @owner AND platform_id = @platform',
      { owner, platform },
    );
  }

  #findMember(circle: Ref, account: Ref, relation: Relation): KnownMember | undefined {
    if (circle < 0 || account < 0) return undefined;
    return this.#book.get<KnownMember>(
      `SELECT member.id AS ref, person_id AS person, since, gone_on AS goneOn
       FROM circle_member AS member JOIN account ON account.id = member.account_id
       WHERE circle_id = @circle AND account_id = @account AND relation = @relation`,
      { circle, account, relation },
    );
  }
}
