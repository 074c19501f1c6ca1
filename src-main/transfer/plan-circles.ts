/** Stages circles (one person's contacts on one platform) and their members. */
import type { ReadableBook } from '../book/access.ts';
import type { FollowDirection } from './parsed-file.ts';
import type { Ref, Stage } from './plan-stage.ts';

export type Relation = 'linked' | FollowDirection;

interface KnownCircle {
  readonly ref: Ref;
  asOf: string | null;
}

interface KnownMember {
  readonly ref: Ref;
  since: string | null;
  goneOn: string | null;
}

export class CirclePlanner {
  readonly #book: ReadableBook;
  readonly #stage: Stage;
  readonly #circles = new Map<string, KnownCircle>();
  readonly #members = new Map<string, KnownMember>();

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
   * Adds a member; one who was gone is back. `since` is filled in where it was not known. Of an entry known by
   * name only it follows the list: the day is what tells two of one name apart.
   */
  addMember(
    circle: Ref,
    account: Ref,
    isWeak: boolean,
    relation: Relation,
    since: string | null,
  ): void {
    const key = `${circle} ${account} ${relation}`;
    const known = this.#members.get(key) ?? this.#findMember(circle, account, relation);
    if (known === undefined) {
      const row = { circle_id: circle, account_id: account, relation, since, gone_on: null };
      const ref = this.#stage.insert('circle_member', row);
      this.#members.set(key, { ref, since, goneOn: null });
      return;
    }
    this.#members.set(key, known);
    if (since !== null && since !== known.since && (isWeak || known.since === null)) {
      known.since = since;
      this.#stage.update('circle_member', known.ref, { since });
    }
    if (known.goneOn !== null) {
      known.goneOn = null;
      this.#stage.update('circle_member', known.ref, { gone_on: null });
    }
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
      `SELECT id AS ref, since, gone_on AS goneOn FROM circle_member
       WHERE circle_id = @circle AND account_id = @account AND relation = @relation`,
      { circle, account, relation },
    );
  }
}
