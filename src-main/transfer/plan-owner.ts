/** Whose list it is: me, somebody in the book, or a person made for the import. */
import type { PersonId } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { foldName } from '../tables/fold-name.ts';
import { meId, placeholderName, resolvePerson } from '../tables/resolve-person.ts';
import type { ImportPlanner } from './import-planner.ts';
import type { ListFrame } from './matching-weak.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { RowSource } from './plan-persons.ts';
import type { Ref } from './plan-stage.ts';

export type ImportOwner =
  | { readonly kind: 'me' }
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'named'; readonly name: string };

interface Owner {
  readonly owner: Ref;
  readonly isMine: boolean;
}

export class OwnerFinder {
  readonly #planner: ImportPlanner;
  readonly #wanted: ImportOwner;
  readonly #me: Ref | null;
  #found: Owner | null = null;

  constructor(planner: ImportPlanner, wanted: ImportOwner) {
    this.#planner = planner;
    this.#wanted = wanted;
    this.#me = meId(planner.book);
  }

  /**
   * The owner; found when first needed, since lists of ties and attendees have none.
   * @throws AppError AMBIGUOUS_NAME, or NOT_FOUND for an id that nobody has
   */
  find(): Owner {
    this.#found ??= this.#find();
    return this.#found;
  }

  /** A list of somebody else's came from them: evidence that the two of us know each other. */
  noteHandedList({ owner }: ListFrame, source: RowSource): void {
    if (owner === null || this.#me === null || owner === this.#me) return;
    const evidence = {
      kind: 'handed_list',
      platform: null,
      direction: null,
      onDate: null,
      note: '',
    } as const;
    this.#planner.ties.add(this.#me, owner, evidence, source.importRef);
  }

  /**
   * Some exports say whose they are. If that is the name of the owner, the account is theirs: others' lists
   * will then name them for certain.
   */
  noteAccounts(owner: Ref, parsed: ParsedFile, source: RowSource): void {
    const { tools, persons } = this.#planner;
    const dossier = tools.dossiers.of(owner);
    const stated = parsed.owner?.name ?? null;
    if (stated === null || dossier.displayName === null) return;
    if (foldName(stated) !== foldName(dossier.displayName)) return;
    for (const account of parsed.owner?.accounts ?? []) {
      if (account.weak) continue;
      const platform = tools.shared.platform(account.platform).ref;
      persons.accounts.ensure(dossier, platform, account, source);
    }
  }

  #find(): Owner {
    const wanted = this.#wanted;
    if (wanted.kind === 'me') return { owner: this.#me ?? this.#makeMe(), isMine: true };
    const owner = wanted.kind === 'person' ? this.#byId(wanted.id) : this.#byName(wanted.name);
    return { owner, isMine: owner === this.#me };
  }

  /** Nobody has said who they are: a placeholder, which naming oneself later renames. */
  #makeMe(): Ref {
    const me = this.#planner.persons.createNamed(placeholderName);
    this.#planner.stage.update('person', me, { is_me: 1 });
    return me;
  }

  #byId(id: PersonId): Ref {
    return resolvePerson(this.#planner.book, `#${id}`);
  }

  #byName(name: string): Ref {
    try {
      return resolvePerson(this.#planner.book, name);
    } catch (error) {
      const isUnknown = error instanceof AppError && error.code === 'NOT_FOUND';
      if (!isUnknown || name.startsWith('#')) throw error;
      return this.#planner.persons.createNamed(name);
    }
  }
}
