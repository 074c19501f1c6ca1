import type { z } from 'zod';
import type { InputOf, InsideContract, StoreContract } from '../contract/index.ts';
import type { PersonId } from '../contract/common.ts';
import { AppError, valueOf } from '../contract/result.ts';
import type { Store } from '../store/store.ts';

type Answered = StoreContract & InsideContract;
type OutputOf<M> = M extends { output: infer Out extends z.ZodType } ? z.output<Out> : never;

/** The store as a command of the command line uses it: typed by the contract, errors thrown. */
export interface CliClient {
  call<F extends keyof Answered, M extends keyof Answered[F] & string>(
    family: F,
    method: M,
    input: InputOf<Answered[F][M]>,
  ): Promise<OutputOf<Answered[F][M]>>;
  /** The person a word addresses: an exact name or '#12'. */
  person(word: string): Promise<{ id: PersonId; name: string }>;
  /** Who I am. Throws NO_ME. */
  me(): Promise<{ id: PersonId; name: string }>;
}

export function createClient(store: Store): CliClient {
  const client: CliClient = {
    async call(family, method, input) {
      return valueOf(await store.dispatch(`${family}.${method}`, input)) as never;
    },
    async person(name) {
      const { id, name: shown } = await client.call('people', 'resolve', { name });
      return { id, name: shown };
    },
    async me() {
      const { me, refusal } = await client.call('book', 'status', {});
      if (refusal !== null) throw new AppError(refusal.code, refusal.message);
      if (me === null) {
        throw new AppError('NO_ME', 'This book does not know who you are. Say so first: me NAME');
      }
      return { id: me.id, name: me.name };
    },
  };
  return client;
}
