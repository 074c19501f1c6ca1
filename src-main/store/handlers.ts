import type { Controls, Handlers } from '../book/context.ts';
import type { InsideContract, StoreContract } from '../contract/index.ts';
import type { FileContext } from './file-controls.ts';
import type { StoreContext } from './store-context.ts';

type Answered = StoreContract & InsideContract;

/**
 * Every family's queries and commands, loaded on first use: a command line that asks for an overlap
 * does not pay for the readers of vCards. A handler that is missing does not compile.
 */
export const handlerLoaders: {
  readonly [Family in keyof Answered]: () => Promise<Handlers<Family>>;
} = {
  book: async () => (await import('./book-handlers.ts')).bookHandlers,
  people: async () => (await import('../people/handlers.ts')).peopleHandlers,
  person: async () => (await import('../people/person-handlers.ts')).personHandlers,
  search: async () => (await import('../search/handlers.ts')).searchHandlers,
  events: async () => (await import('../events/handlers.ts')).eventsHandlers,
  ties: async () => (await import('../ties/handlers.ts')).tiesHandlers,
  tags: async () => (await import('../topics/handlers.ts')).tagsHandlers,
  topics: async () => (await import('../topics/handlers.ts')).topicsHandlers,
  introductions: async () => (await import('../introductions/handlers.ts')).introductionsHandlers,
  goals: async () => (await import('../introductions/goals-handlers.ts')).goalsHandlers,
  letters: async () => (await import('../introductions/letter-handlers.ts')).lettersHandlers,
  outcomes: async () => (await import('../outcomes/handlers.ts')).outcomesHandlers,
  favours: async () => (await import('../favours/handlers.ts')).favoursHandlers,
  suggestions: async () => (await import('../suggestions/handlers.ts')).suggestionsHandlers,
  overlap: async () => (await import('../networks/handlers.ts')).overlapHandlers,
  chains: async () => (await import('../networks/handlers.ts')).chainsHandlers,
  reach: async () => (await import('../networks/handlers.ts')).reachHandlers,
  map: async () => (await import('../networks/map-handlers.ts')).mapHandlers,
  transfer: async () => (await import('../transfer/handlers.ts')).transferHandlers,
  erasure: async () => (await import('../erasure/handlers.ts')).erasureHandlers,
  backups: async () => ({}),
  encryption: async () => ({}),
  files: async () => ({}),
  cards: async () => (await import('../transfer/card-handlers.ts')).cardsHandlers,
  today: async () => (await import('../reminders/handlers.ts')).todayHandlers,
  duplicates: async () => (await import('../duplicates/handlers.ts')).duplicatesHandlers,
  views: async () => (await import('../views/handlers.ts')).viewsHandlers,
};

/** The controls. Those of the book act on the store itself; those of a feature are given the open book. */
export const controlLoaders = {
  book: async (): Promise<Controls<'book', StoreContext>> =>
    (await import('./book-controls.ts')).bookControls,
  backups: async (): Promise<Controls<'backups', StoreContext>> =>
    (await import('./backup-controls.ts')).backupControls,
  encryption: async (): Promise<Controls<'encryption', StoreContext>> =>
    (await import('./encryption-controls.ts')).encryptionControls,
  erasure: async (): Promise<Controls<'erasure', StoreContext>> =>
    (await import('./erasure-controls.ts')).erasureControls,
  transfer: async (): Promise<Controls<'transfer'>> =>
    (await import('../transfer/handlers.ts')).transferControls,
  files: async (): Promise<Controls<'files', FileContext>> =>
    (await import('./file-controls.ts')).fileControls,
};

/** Fails to compile when a family gains its first control and nobody loads it here. */
type FamilyWithControls = {
  [Family in keyof Answered]: keyof Controls<Family> extends never ? never : Family;
}[keyof Answered];
controlLoaders satisfies Record<FamilyWithControls, unknown>;
