/** Finds people by what the plan has staged of them: what `MatchingIndex` asks the book, asked of the stage. */
import { type AccountMarks, comparableUrl } from '../tables/accounts.ts';
import { foldName } from '../tables/fold-name.ts';
import type { Ref, Stage } from './plan-stage.ts';
import { append, none } from './small-lists.ts';

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
}

export class StagedMarks {
  readonly #stage: Stage;
  /** Names that the plan gave to people of the book who had none. */
  readonly #named = new Map<string, StagedName[]>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** The account that the plan makes; of several the last, as for rows of the book. */
  account(platform: Ref, { externalId, handle, url }: AccountMarks): AccountHit | null {
    const rows = this.#stage.inserts('account');
    if (rows.size === 0) return null;
    const by = (index: string, value: string): AccountHit | null => {
      const place = rows
        .find(index, value)
        .findLast((at) => rows.numberAt(at, 'platform_id') === platform);
      if (place === undefined) return null;
      return { account: rows.refAt(place), person: rows.numberAt(place, 'person_id') ?? 0 };
    };
    const found =
      (externalId ? by('external_id', externalId) : null) ??
      (handle ? by('handle', handle.toLowerCase()) : null);
    if (found !== null || externalId || handle || !url) return found;
    return by('key', `url:${comparableUrl(url)}`);
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
    const shown = people.find('folded_name', foldedName, null, most).map((at) => ({
      person: people.refAt(at),
      name: people.textAt(at, 'display_name') ?? '',
      isDisplayed: true,
      ref: people.refAt(at),
    }));
    const others = this.#stage.inserts('person_name');
    const called = others
      .find('folded_name', foldedName, null, most)
      .filter((at) => others.textAt(at, 'kind') !== 'nickname')
      .map((at) => ({
        person: others.numberAt(at, 'person_id') ?? 0,
        name: others.textAt(at, 'name') ?? '',
        isDisplayed: false,
        ref: others.refAt(at),
      }));
    const named = this.#named.get(foldedName) ?? none;
    if (called.length + named.length === 0) return shown;
    // refs fall: what was staged first comes first
    const staged = [...shown, ...called].sort((a, b) => b.ref - a.ref);
    return [...named, ...staged].slice(0, most);
  }

  noteName(person: Ref, name: string): void {
    append(this.#named, foldName(name), { person, name, isDisplayed: true });
  }
}
