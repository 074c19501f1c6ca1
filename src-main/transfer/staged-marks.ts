/** Finds people by what the plan has staged of them: what `MatchingIndex` asks the book, asked of the stage. */
import type { AccountMarks } from '../tables/accounts.ts';
import { foldName } from '../tables/fold-name.ts';
import type { Ref, Stage } from './plan-stage.ts';
import { markText, strongMarks } from './matching-keys.ts';
import { append, none, remember } from './small-lists.ts';

export interface AccountHit {
  readonly account: Ref;
  readonly person: Ref;
}

/** An account known by its display name only. */
export interface WeakAccount extends AccountHit {
  readonly displayName: string | null;
}

/** An address that more people share than this identifies none of them. */
export const maximumHolders = 1000;

export interface StagedName {
  readonly person: Ref;
  readonly name: string;
  /** The name they are shown under, not another one. */
  readonly isDisplayed: boolean;
  /** The last ref that was given out when they got it: refs fall, so what was first has the greatest. */
  readonly at: Ref;
}

export class StagedMarks {
  readonly #stage: Stage;
  /** Names that the plan gave to people of the book who had none. */
  readonly #named = new Map<string, StagedName[]>();
  /** When those were named whom the plan made without a name. */
  readonly #namedAt = new Map<Ref, Ref>();
  /** By what accounts are found that were completed, by platform and mark. */
  readonly #marks = new Map<Ref, Map<string, AccountHit>>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Whose account the plan says it is, by the first mark that tells. */
  account(platform: Ref, marks: AccountMarks): AccountHit | null {
    const marked = this.#marks.get(platform);
    for (const mark of strongMarks(marks)) {
      const { kind, value } = mark;
      const found =
        marked?.get(markText(mark)) ??
        (kind === 'url'
          ? this.#staged(platform, 'key', markText(mark))
          : this.#staged(platform, kind === 'id' ? 'external_id' : 'handle', value));
      if (found !== null) return found;
    }
    return null;
  }

  /** The account that the plan makes; of several the last. */
  #staged(platform: Ref, index: string, value: string): AccountHit | null {
    const rows = this.#stage.inserts('account');
    if (rows.size === 0) return null;
    const place = rows
      .find(index, value)
      .findLast((at) => rows.numberAt(at, 'platform_id') === platform);
    if (place === undefined) return null;
    return { account: rows.refAt(place), person: rows.numberAt(place, 'person_id') ?? 0 };
  }

  /** An account will be found by these marks as well, though the stage does not tell it. */
  noteMarks(platform: Ref, marks: AccountMarks, hit: AccountHit): void {
    const marked = remember(this.#marks, platform, () => new Map<string, AccountHit>());
    for (const mark of strongMarks(marks)) marked.set(markText(mark), hit);
  }

  /** Accounts that are known by a display name only, by their key. */
  weakAccounts(platform: Ref, key: string): WeakAccount[] {
    const rows = this.#stage.inserts('account');
    return rows
      .find('key', key)
      .filter((at) => rows.numberAt(at, 'platform_id') === platform)
      .map((at): WeakAccount => {
        const [account, person] = [rows.refAt(at), rows.numberAt(at, 'person_id') ?? 0];
        return { account, person, displayName: rows.textAt(at, 'display_name') };
      });
  }

  /** Of more than `maximumHolders` so many that it shows. */
  holders(kind: 'email' | 'phone', matchKey: string): readonly Ref[] {
    const rows = this.#stage.inserts('contact_point');
    const places = rows.find('match_key', matchKey, null, maximumHolders + 1);
    if (places.length === 0) return none;
    return places
      .filter((at) => rows.textAt(at, 'kind') === kind)
      .map((at) => rows.numberAt(at, 'person_id') ?? 0);
  }

  /** Whom the plan calls so; of more than `most` the first ones. */
  names(foldedName: string, most?: number): readonly StagedName[] {
    const people = this.#stage.inserts('person');
    const shown = people.find('folded_name', foldedName, null, most).map((place) => {
      const person = people.refAt(place);
      const name = people.textAt(place, 'display_name') ?? '';
      return { person, name, isDisplayed: true, at: this.#namedAt.get(person) ?? person };
    });
    const others = this.#stage.inserts('person_name');
    // nicknames are no names here
    const called = others.find('kind folded_name', 'alias', foldedName, most).map((at) => ({
      person: others.numberAt(at, 'person_id') ?? 0,
      name: others.textAt(at, 'name') ?? '',
      isDisplayed: false,
      at: others.refAt(at),
    }));
    const named = this.#named.get(foldedName) ?? none;
    if (called.length + named.length === 0) return shown;
    return [...shown, ...called, ...named].sort((a, b) => b.at - a.at).slice(0, most);
  }

  /** Somebody who had no name is given one. */
  noteName(person: Ref, name: string): void {
    const at = -this.#stage.refs;
    if (person < 0) this.#namedAt.set(person, at);
    else append(this.#named, foldName(name), { person, name, isDisplayed: true, at });
  }
}
