import { z } from 'zod';

/** A method reads (query) or changes (command) the book; a control acts on the program around it. */
export type MethodKind = 'query' | 'command' | 'control';

export interface MethodDefinition<
  Kind extends MethodKind = MethodKind,
  In extends z.ZodType = z.ZodType,
  Out extends z.ZodType = z.ZodType,
> {
  readonly kind: Kind;
  readonly input: In;
  readonly output: Out;
}

/** A method that only reads; it may run while another read runs. */
export function query<In extends z.ZodType, Out extends z.ZodType>(
  input: In,
  output: Out,
): MethodDefinition<'query', In, Out> {
  return { kind: 'query', input, output };
}

/** A method that changes the book: one transaction, one step of undo. */
export function command<In extends z.ZodType, Out extends z.ZodType>(
  input: In,
  output: Out,
): MethodDefinition<'command', In, Out> {
  return { kind: 'command', input, output };
}

/** A method about the program or the book as a whole (open, undo, choose a file); no transaction of its own. */
export function control<In extends z.ZodType, Out extends z.ZodType>(
  input: In,
  output: Out,
): MethodDefinition<'control', In, Out> {
  return { kind: 'control', input, output };
}
