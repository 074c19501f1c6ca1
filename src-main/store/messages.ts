import type { ChangedTopic } from '../contract/book.ts';
import type { Result } from '../contract/result.ts';

/** What the shell says to the store process. */
export type ToStore =
  | {
      readonly kind: 'open';
      readonly path: string;
      readonly migrationsFolder: string;
    }
  | { readonly kind: 'call'; readonly id: number; readonly path: unknown; readonly input: unknown }
  | { readonly kind: 'close' };

/** What the store process says to the shell. */
export type FromStore =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'changed'; readonly topics: readonly ChangedTopic[] }
  | { readonly kind: 'closed' };
