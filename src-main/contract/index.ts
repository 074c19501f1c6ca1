import type { z } from 'zod';
import { backups } from './backups.ts';
import { book } from './book.ts';
import { encryption } from './encryption.ts';
import { erasure } from './erasure.ts';
import { cards } from './cards.ts';
import { duplicates } from './duplicates.ts';
import { events } from './events.ts';
import { favours } from './favours.ts';
import { files } from './files.ts';
import { goals } from './goals.ts';
import { introductions } from './introductions.ts';
import { letters } from './letters.ts';
import { map } from './map.ts';
import { chains, overlap } from './networks.ts';
import { outcomes } from './outcomes.ts';
import { people } from './people.ts';
import { person } from './person.ts';
import { reach } from './reach.ts';
import { search } from './search.ts';
import { shell } from './shell.ts';
import { suggestions } from './suggestions.ts';
import { ties } from './ties.ts';
import { today } from './today.ts';
import { tags, topics } from './topics.ts';
import { transfer } from './transfer.ts';
import { views } from './views.ts';

/** Answered by the store process, whoever asks. */
export const storeContract = {
  book,
  people,
  person,
  search,
  events,
  ties,
  tags,
  topics,
  introductions,
  goals,
  letters,
  outcomes,
  favours,
  suggestions,
  overlap,
  chains,
  reach,
  map,
  transfer,
  erasure,
  backups,
  encryption,
  cards,
  today,
  duplicates,
  views,
};
/**
 * Answered by the store process to the shell, and to the command line in its own process. The bridge refuses them to a
 * page: they name files by their paths.
 */
export const insideContract = { files };
/** Answered by the Electron shell. */
export const shellContract = { shell };
/** All that a page may ask. */
export const contract = { ...storeContract, ...shellContract };

export type Contract = typeof contract;
export type StoreContract = typeof storeContract;
export type InsideContract = typeof insideContract;
export type ShellContract = typeof shellContract;

/** What a caller may leave out (defaults) is optional here. */
export type InputOf<M> = M extends { input: infer In extends z.ZodType } ? z.input<In> : never;
/** What a handler receives: parsed, with defaults filled in. */
export type ParsedInputOf<M> = M extends { input: infer In extends z.ZodType }
  ? z.output<In>
  : never;
export type OutputOf<M> = M extends { output: infer Out extends z.ZodType } ? z.input<Out> : never;

/** The client's view: `api.people.get({ id })` for every method. */
export type Client<C> = {
  readonly [F in keyof C]: {
    readonly [M in keyof C[F]]: (input: InputOf<C[F][M]>) => Promise<ClientOutput<C[F][M]>>;
  };
};
type ClientOutput<M> = M extends { output: infer Out extends z.ZodType } ? z.output<Out> : never;
