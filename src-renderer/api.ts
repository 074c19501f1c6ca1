import {
  type DataTag,
  QueryClient,
  queryOptions,
  type UnusedSkipTokenOptions,
} from '@tanstack/react-query';
import type { ChangedTopic } from '../src-main/contract/book.ts';
import type { Client, Contract, InputOf } from '../src-main/contract/index.ts';
import type { JobProgress } from '../src-main/contract/jobs.ts';
import type { ErrorBody, ErrorCode, Result } from '../src-main/contract/result.ts';

/** What the preload script puts on the window. */
interface Bridge {
  /** With a job id: 'progress' is told under it, and `api.shell.stopJob` ends the call by it. */
  invoke(path: string, input: unknown, jobId?: string): Promise<Result<unknown>>;
  /** Returns a function that ends the subscription. */
  on(topic: 'progress', callback: (payload: JobProgress) => void): () => void;
  /** The window is about to close: it waits for `api.shell.answerClosing`. */
  on(topic: 'closing', callback: () => void): () => void;
  /** The book is about to be locked: `api.shell.answerLocking` is waited for, a while. */
  on(topic: 'locking', callback: () => void): () => void;
  /** The notice of the day was clicked. */
  on(topic: 'showToday', callback: () => void): () => void;
  /** Files were given on a command line: `api.shell.takeHandedFiles` gives them. */
  on(topic: 'handed', callback: () => void): () => void;
  on(topic: 'changed', callback: (payload: { topics: ChangedTopic[] }) => void): () => void;
}

declare global {
  interface Window {
    readonly acquaint: Bridge;
  }
}

/** An answer that is not ok. `message` is a sentence fit to be shown. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(body: ErrorBody) {
    super(body.message);
    this.code = body.code;
    this.details = body.details ?? {};
  }
}

/** Whether what went wrong is an answer that is not ok, for that reason. */
export function hasCode(error: unknown, code: ErrorCode): boolean {
  return error instanceof ApiError && error.code === code;
}

async function invoke(path: string, input: unknown, jobId?: string): Promise<unknown> {
  const result = await window.acquaint.invoke(path, input, jobId);
  if (!result.ok) throw new ApiError(result.error);
  return result.value;
}

function makeFamily(family: string): unknown {
  return new Proxy(
    {},
    { get: (_, method) => (input: unknown) => invoke(`${family}.${String(method)}`, input) },
  );
}

/** Every method of the contract, typed: `api.people.get({ id })`. Rejects with ApiError. */
// The one place where types meet the bridge: the store checks inputs and outputs against the same contract.
export const api = new Proxy(
  {},
  { get: (_, family) => makeFamily(String(family)) },
) as unknown as Client<Contract>;

export type Family = keyof Contract;
export type Answer<F extends Family, M extends keyof Client<Contract>[F]> = Awaited<
  Client<Contract>[F][M] extends (input: never) => infer R ? R : never
>;

/** What a method is asked with. */
export type Question<F extends Family, M extends keyof Contract[F]> = InputOf<Contract[F][M]>;

type ReadKey<F extends Family, M extends keyof Contract[F]> = readonly [
  F,
  M,
  InputOf<Contract[F][M]>,
];

/** What `read` gives. Written out, because the compiler's own writing of it grows with the whole contract. */
type ReadOptions<F extends Family, M extends keyof Contract[F] & string> = UnusedSkipTokenOptions<
  Answer<F, M>,
  Error,
  Answer<F, M>,
  ReadKey<F, M>
> & { queryKey: DataTag<ReadKey<F, M>, Answer<F, M>, Error> };

/**
 * Options for `useQuery`: `useQuery(read('people', 'get', { id }))`. The key begins with the family, by which
 * a change in the book makes just the answers stale that rest on it.
 */
export function read<F extends Family, M extends keyof Contract[F] & string>(
  family: F,
  method: M,
  input: InputOf<Contract[F][M]>,
): ReadOptions<F, M> {
  return queryOptions({
    queryKey: [family, method, input] as const,
    queryFn: () => invoke(`${family}.${method}`, input) as Promise<Answer<F, M>>,
  });
}

/** Calls a method that can take long, under a job id of the caller's making; see jobs.ts. Rejects with ApiError. */
export function invokeAsJob<F extends Family, M extends keyof Contract[F] & string>(
  family: F,
  method: M,
  input: InputOf<Contract[F][M]>,
  jobId: string,
): Promise<Answer<F, M>> {
  return invoke(`${family}.${method}`, input, jobId) as Promise<Answer<F, M>>;
}

/** The topics of change on which each family's answers rest. Every change renames the undo step, so `book` has all. */
const restsOn: Record<Family, readonly ChangedTopic[] | 'all'> = {
  book: 'all',
  people: 'all',
  person: 'all',
  search: ['people', 'events', 'topics', 'imports'],
  events: ['events', 'people', 'ties', 'topics', 'introductions', 'outcomes', 'imports'],
  ties: ['ties', 'people', 'events', 'introductions', 'imports'],
  tags: ['people', 'topics', 'imports'],
  topics: ['people', 'topics', 'imports'],
  introductions: ['introductions', 'people', 'topics', 'ties', 'imports'],
  goals: ['introductions', 'people', 'topics', 'ties', 'imports'],
  letters: ['introductions', 'people', 'topics', 'ties', 'events', 'imports'],
  outcomes: ['outcomes', 'introductions', 'people', 'events', 'imports'],
  suggestions: ['introductions', 'people', 'topics', 'ties', 'imports'],
  favours: ['outcomes', 'introductions', 'people', 'ties', 'imports'],
  overlap: ['ties', 'people', 'events', 'imports'],
  chains: ['ties', 'people', 'events', 'topics', 'introductions', 'outcomes', 'imports'],
  reach: ['ties', 'people', 'events', 'imports'],
  map: ['ties', 'people', 'events', 'topics', 'imports'],
  transfer: ['imports', 'people'],
  erasure: ['people', 'ties', 'events', 'introductions', 'imports'],
  backups: 'all',
  encryption: 'all',
  cards: ['people', 'imports'],
  today: ['people', 'events', 'ties', 'introductions', 'imports'],
  duplicates: ['people', 'imports'],
  views: ['book'],
  shell: [],
};

/** What the store has answered, for the whole window. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // The store is on this machine: being offline is no reason to wait, and data is stale only when told so.
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Makes answers stale as the book changes. Returns a function that ends it. */
export function followChanges(client: QueryClient): () => void {
  return window.acquaint.on('changed', ({ topics }) => {
    const changed = new Set(topics);
    void client.invalidateQueries({
      predicate: ({ queryKey }) => {
        const rests = restsOn[queryKey[0] as Family];
        return rests === 'all' || (rests?.some((topic) => changed.has(topic)) ?? false);
      },
    });
  });
}
