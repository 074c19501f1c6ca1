import type { Contract, InsideContract, OutputOf, ParsedInputOf } from '../contract/index.ts';
import type { Network } from './network.ts';
import type { ReadableBook, WritableBook } from './access.ts';

/** The clock is an input like any other: tests set it, and one call sees one moment throughout. */
export interface Clock {
  /** The moment, ISO 8601 in UTC. */
  readonly now: string;
  /** The day at the user's place, 'YYYY-MM-DD'. */
  readonly today: string;
}

/**
 * To be called now and then by whatever may take long, with the share done (0 to 1) and, where there are several
 * parts, what is being done in words. Cheap enough for every hundredth row. Throws AppError STOPPED when the user
 * has stopped the call: a command is then rolled back like after any error.
 */
export type Checkpoint = (done: number, label?: string) => void;

/** What a query handler is given. */
export interface QueryContext {
  readonly book: ReadableBook;
  readonly clock: Clock;
  readonly network: Network;
  readonly checkpoint: Checkpoint;
}

/** What a command handler is given; it already runs inside one BEGIN IMMEDIATE. */
export interface CommandContext extends QueryContext {
  readonly book: WritableBook;
  /** Names the step for "Undo …", e.g. `Tag 3 people "brand"`. Without it the method's path is used. */
  readonly nameStep: (label: string) => void;
}

type ContextOf<M> = M extends { kind: 'query' }
  ? QueryContext
  : M extends { kind: 'command' }
    ? CommandContext
    : never;

/**
 * One handler. Throws AppError on purpose; any other exception is reported as INTERNAL. A query may wait (for a long
 * question about the graph); a command may not, since its transaction would be over.
 */
export type Handler<M> = (
  context: ContextOf<M>,
  input: ParsedInputOf<M>,
) => M extends { kind: 'query' } ? OutputOf<M> | Promise<OutputOf<M>> : OutputOf<M>;

type Answerable<Family> = {
  readonly [M in keyof Family as Family[M] extends { kind: 'query' | 'command' }
    ? M
    : never]: Handler<Family[M]>;
};

type Answered = Contract & InsideContract;

/** All queries and commands of one family of the contract; a forgotten one does not compile. */
export type Handlers<Family extends keyof Answered> = Answerable<Answered[Family]>;

/** One control: about the program or the book as a whole, outside any transaction; it may take its time. */
export type Control<M, Context> = (
  context: Context,
  input: ParsedInputOf<M>,
) => OutputOf<M> | Promise<OutputOf<M>>;

/** All controls of one family; those of a feature only read the book. */
export type Controls<Family extends keyof Answered, Context = QueryContext> = {
  readonly [M in keyof Answered[Family] as Answered[Family][M] extends { kind: 'control' }
    ? M
    : never]: Control<Answered[Family][M], Context>;
};
