import type { PersonDetail } from '../../../src-main/contract/people.ts';
import type { InputOf, Contract } from '../../../src-main/contract/index.ts';

type MergeInput = InputOf<Contract['duplicates']['merge']>;
type Side = 'keep' | 'gone';
export interface Choices {
  readonly name: Side;
  readonly birthday: Side;
  readonly metOn: Side;
  readonly photo: Side;
  readonly note: Side | 'both';
  readonly howMet: Side | 'both';
  /** Rows that shall not stay, as 'kind:id'. */
  readonly leftOut: readonly string[];
}

/** What is chosen before anything is: what the one who stays says, or else the other. */
export function standardChoices(keep: PersonDetail, gone: PersonDetail): Choices {
  const sideWith = <K extends 'birthday' | 'metOn' | 'photo'>(field: K): Side =>
    keep[field] === null && gone[field] !== null ? 'gone' : 'keep';
  return {
    name: keep.isNamed || !gone.isNamed ? 'keep' : 'gone',
    birthday: sideWith('birthday'),
    metOn: earlier(keep.metOn, gone.metOn),
    photo: sideWith('photo'),
    note: 'both',
    howMet: 'both',
    leftOut: [],
  };
}

function earlier(keep: string | null, gone: string | null): Side {
  if (keep === null) return gone === null ? 'keep' : 'gone';
  return gone !== null && gone < keep ? 'gone' : 'keep';
}

/** What the store is told. */
export function mergeInput(
  keep: PersonDetail,
  gone: PersonDetail,
  { leftOut, ...choices }: Choices,
): MergeInput {
  const idsOf = (kind: string): number[] =>
    leftOut
      .filter((key) => key.startsWith(`${kind}:`))
      .map((key) => Number(key.slice(kind.length + 1)));
  return {
    keep: keep.id,
    gone: gone.id,
    ...choices,
    leaveOut: {
      contactPointIds: idsOf('contactPoint'),
      roleIds: idsOf('role'),
      tagIds: idsOf('tag'),
      statementIds: idsOf('statement'),
    },
  };
}
