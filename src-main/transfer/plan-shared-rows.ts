/** Rows that many people share (platforms, organisations, tags, events): found in the book or staged, once each. */
import type { ReadableBook } from '../book/access.ts';
import { tagColours } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { foldName } from '../tables/fold-name.ts';
import { findOrganisation } from '../tables/organisations.ts';
import { findPlatform } from '../tables/platforms.ts';
import { findTag } from '../tables/tags.ts';
import type { Ref, Stage } from './plan-stage.ts';

export interface PlannedPlatform {
  readonly ref: Ref;
  readonly key: string;
  readonly name: string;
  readonly isDirected: boolean;
}

/** Platforms that come into being with the first file that names them, and how they are written. */
const platformNames = new Map([
  ['calendar', 'Calendar'],
  ['github', 'GitHub'],
  ['list', 'Other lists'],
  ['telegram', 'Telegram'],
  ['threads', 'Threads'],
  ['xing', 'Xing'],
]);

/** Names of one question to the book. */
const readTogether = 1000;

export class SharedRows {
  readonly #book: ReadableBook;
  readonly #stage: Stage;
  readonly #platforms = new Map<string, PlannedPlatform>();
  readonly #organisations = new Map<string, Ref>();
  /** Folded names that were looked up. */
  readonly #askedOrganisations = new Set<string>();
  readonly #tags = new Map<string, Ref>();
  readonly #events = new Map<string, Ref>();
  #tagCount: number;

  constructor(book: ReadableBook, stage: Stage) {
    this.#book = book;
    this.#stage = stage;
    this.#tagCount = book.value<number>('SELECT count(*) FROM tag') ?? 0;
  }

  /** The platform of a key or a name. */
  platform(text: string): PlannedPlatform {
    const kept = this.#platforms.get(text);
    if (kept !== undefined) return kept;
    const platform = this.#knownPlatform(text) ?? this.#newPlatform(text);
    this.#platforms.set(text, platform);
    this.#platforms.set(platform.key, platform);
    return platform;
  }

  organisation(name: string): Ref {
    const foldedName = foldName(name);
    return findOrStage(
      this.#organisations,
      foldedName,
      () => (this.#askedOrganisations.has(foldedName) ? null : findOrganisation(this.#book, name)),
      () => this.#stage.insert('organisation', { name: name.trim(), folded_name: foldedName }),
    );
  }

  /** Looks up many organisations at once, so that `organisation` answers from memory. */
  readOrganisations(names: readonly string[]): void {
    const folded = [...new Set(names.map(foldName))].sort();
    for (let at = 0; at < folded.length; at += readTogether) {
      const some = folded.slice(at, at + readTogether);
      const rows = this.#book.all<{ id: Ref; name: string }>(
        `SELECT organisation.id, wanted.value AS name
         FROM json_each(@folded) AS wanted CROSS JOIN organisation ON folded_name = wanted.value`,
        { folded: JSON.stringify(some) },
      );
      for (const { id, name } of rows) {
        if (!this.#organisations.has(name)) this.#organisations.set(name, id);
      }
      for (const name of some) this.#askedOrganisations.add(name);
    }
  }

  tag(name: string): Ref {
    const foldedName = foldName(name);
    return findOrStage(
      this.#tags,
      foldedName,
      () => findTag(this.#book, name)?.id ?? null,
      () => {
        // As tags made by hand: colours go round, grey is left to choose.
        const colour = tagColours[1 + (this.#tagCount % (tagColours.length - 1))] ?? 'gray';
        this.#tagCount++;
        return this.#stage.insert('tag', { name, folded_name: foldedName, colour });
      },
    );
  }

  /** The event of this title and day; without a day, the only one of that title. */
  event(title: string, heldOn: string | null): Ref {
    return findOrStage(
      this.#events,
      `${foldName(title)} ${heldOn ?? ''}`,
      () => this.#knownEvent(title, heldOn),
      () =>
        this.#stage.insert('event', { title, kind: 'other', held_on: heldOn, place: '', note: '' }),
    );
  }

  /** An event of the book. Throws NOT_FOUND when it is gone. */
  knownEvent(id: number): Ref {
    if (this.#book.value('SELECT 1 FROM event WHERE id = @id', { id }) !== undefined) return id;
    throw new AppError('NOT_FOUND', 'This event is no longer in the book: choose another one.');
  }

  #knownPlatform(text: string): PlannedPlatform | null {
    const found = findPlatform(this.#book, text);
    if (found === null) return null;
    return { ref: found.id, key: found.key, name: found.name, isDirected: found.isDirected };
  }

  #newPlatform(text: string): PlannedPlatform {
    const key = foldName(text);
    const staged = this.#platforms.get(key);
    if (staged !== undefined) return staged;
    const name = platformNames.get(key) ?? text.trim();
    const ref = this.#stage.insert('platform', { key, name, is_directed: 0 });
    return { ref, key, name, isDirected: false };
  }

  #knownEvent(title: string, heldOn: string | null): Ref | null {
    const foldedTitle = foldName(title);
    const found = this.#book
      .all<{ id: number; title: string }>(
        'SELECT id, title FROM event WHERE @heldOn IS NULL OR held_on IS @heldOn ORDER BY id',
        { heldOn },
      )
      .filter((event) => foldName(event.title) === foldedTitle);
    const [first] = found;
    return first === undefined || (heldOn === null && found.length > 1) ? null : first.id;
  }
}

function findOrStage(
  kept: Map<string, Ref>,
  key: string,
  find: () => Ref | null,
  stage: () => Ref,
): Ref {
  let ref = kept.get(key);
  if (ref === undefined) {
    ref = find() ?? stage();
    kept.set(key, ref);
  }
  return ref;
}
