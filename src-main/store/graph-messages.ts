import type { ErrorCode } from '../contract/result.ts';
import type { GraphQuestion, SharedGraph } from '../graph/index.ts';

/** What the thread for long questions is told. */
export type ToGraphThread =
  | { readonly kind: 'graph'; readonly shared: SharedGraph }
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly question: GraphQuestion;
      readonly input: unknown;
      readonly stopFlag: Int32Array;
    };

/** What it says. */
export type FromGraphThread =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | {
      readonly kind: 'failed';
      readonly id: number;
      /** Null for a defect. */
      readonly code: ErrorCode | null;
      readonly message: string;
    };
