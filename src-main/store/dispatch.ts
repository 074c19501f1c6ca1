import { runCommand } from '../book/run-command.ts';
import type { Clock, CommandContext, QueryContext } from '../book/context.ts';
import { NetworkNotReady } from '../book/network.ts';
import { translateError } from '../book/refusals.ts';
import { type FoundMethod, findMethod } from '../contract/find-method.ts';
import { insideContract, storeContract } from '../contract/index.ts';
import { isPlainInput } from '../contract/plain-input.ts';
import { AppError, type Result } from '../contract/result.ts';
import { refreshSearch } from '../search/indexing.ts';
import type { Job } from './job.ts';
import { controlLoaders, handlerLoaders } from './handlers.ts';
import { refuseChange, type Session } from './session.ts';
import type { StoreContext } from './store-context.ts';

/** What a call reaches beside its input. */
export interface DispatchTarget {
  readonly session: () => Session;
  readonly store: StoreContext;
  readonly clock: Clock;
  readonly job: Job;
  /** After a commit that changed something. */
  onCommit(session: Session, changes: Parameters<Session['follow']>[0]): void;
  onDefect(error: unknown, where: string): void;
  /** Holds answers against the contract too; for tests, which then find handlers that break it. */
  readonly checksOutput: boolean;
}

/** The handlers' types are known method by method; a path that arrives as text needs one common type. */
type AnyHandler = (context: unknown, input: unknown) => unknown;

/** Before these, a verified backup is made each time; before other commands, once a day. */
const backedUpFirst: ReadonlySet<string> = new Set(['transfer.apply']);

/** Commands that may write rows by the hundred thousand. */
const largeCommands: ReadonlySet<string> = new Set(['transfer.apply']);

/**
 * Answers one call, whatever its path and input are: an unknown path, a wrong input, a rule of the program or
 * a defect all come back as a Result, never as an exception.
 */
export async function dispatch(
  path: unknown,
  input: unknown,
  target: DispatchTarget,
): Promise<Result<unknown>> {
  try {
    const method = requireMethod(path);
    const parsed = parseInput(method, input);
    const value = await runWhenReady(method, parsed, target);
    if (target.checksOutput) checkOutput(method, value);
    return { ok: true, value };
  } catch (error) {
    return { ok: false, error: describe(error, path, target).toBody() };
  }
}

/** Who asks is not known here: the bridge lets no page ask for what is inside. */
const answered = { ...storeContract, ...insideContract };

type Method = FoundMethod<typeof answered>;

function requireMethod(path: unknown): Method {
  const method = findMethod(answered, path);
  if (method !== null) return method;
  throw new AppError('UNKNOWN_METHOD', `There is no method called ${shorten(path)}.`);
}

function shorten(value: unknown): string {
  if (typeof value !== 'string') return typeof value;
  const text = JSON.stringify(value.slice(0, 80));
  return value.length > 80 ? `${text}…` : text;
}

/** The parsed value is what the handler sees: trimmed, defaults filled in, nothing that was not declared. */
function parseInput({ definition, path }: Method, input: unknown): unknown {
  const parsed = isPlainInput(input) ? definition.input.safeParse(input) : null;
  if (parsed?.success === true) return parsed.data;
  const [issue] = parsed?.error.issues ?? [];
  const field = issue === undefined || issue.path.length === 0 ? 'the input' : issue.path.join('.');
  const message = issue?.message ?? 'not plain data';
  throw new AppError(
    'INVALID_INPUT',
    `${path} cannot take this: ${shorten(field).replaceAll('"', '')}: ${message.slice(0, 300)}.`,
  );
}

/** A call that needs a graph which is not loaded yet is run again once it is: all that it had done is rolled back. */
async function runWhenReady(
  method: Method,
  input: unknown,
  target: DispatchTarget,
): Promise<unknown> {
  for (;;) {
    try {
      return await run(method, input, target);
    } catch (error) {
      if (!(error instanceof NetworkNotReady)) throw error;
      await target.session().network(target.clock).prepare(target.job);
    }
  }
}

async function run(method: Method, input: unknown, target: DispatchTarget): Promise<unknown> {
  if (method.definition.kind === 'control') return runControl(method, input, target);
  const handlers = await handlerLoaders[method.family]();
  const handler = ownHandler(handlers, method);
  const session = target.session();
  return method.definition.kind === 'query'
    ? handler(queryContext(session, target), input)
    : runAsCommand(method, handler, input, session, target);
}

async function runControl(
  method: Method,
  input: unknown,
  target: DispatchTarget,
): Promise<unknown> {
  const { family, path } = method;
  if (family === 'book') {
    return ownHandler(await controlLoaders.book(), method)(target.store, input);
  }
  if (family === 'backups') {
    return ownHandler(await controlLoaders.backups(), method)(target.store, input);
  }
  if (family === 'encryption') {
    return ownHandler(await controlLoaders.encryption(), method)(target.store, input);
  }
  if (family === 'erasure') {
    return ownHandler(await controlLoaders.erasure(), method)(target.store, input);
  }
  if (family === 'transfer') {
    const control = ownHandler(await controlLoaders.transfer(), method);
    return control(queryContext(target.session(), target), input);
  }
  if (family === 'files') {
    const session = target.session();
    const control = ownHandler(await controlLoaders.files(), method);
    return control({ ...queryContext(session, target), session }, input);
  }
  throw new Error(`Nobody answers ${path}.`);
}

/** How much of a command its handler is, by its own account of how far it is; the rest is the search index. */
const handlerShare = 0.9;

function runAsCommand(
  { path }: Method,
  handler: AnyHandler,
  input: unknown,
  session: Session,
  target: DispatchTarget,
): unknown {
  const { clock, job } = target;
  refuseChange(session);
  session.backUpFirst(backedUpFirst.has(path) ? 'import' : 'daily', clock);
  const network = session.network(clock).forCall(job);
  const { value, changes } = runCommand(
    session.book,
    {
      label: path,
      now: clock.now,
      isLarge: largeCommands.has(path),
      refresh: (all, book) =>
        refreshSearch(book, all, {
          tell: (done) => job.checkpoint(handlerShare + (1 - handlerShare) * done),
        }),
    },
    (book, nameStep) => {
      const context: CommandContext = {
        book,
        clock,
        network,
        nameStep,
        checkpoint: (done, words) => job.checkpoint(done * handlerShare, words),
      };
      return handler(context, input);
    },
  );
  if (changes.length > 0) target.onCommit(session, changes);
  return value;
}

function queryContext(session: Session, { clock, job }: DispatchTarget): QueryContext {
  const { checkpoint } = job;
  const network = session.network(clock).forCall(job);
  return { book: session.book.reader, clock, network, checkpoint };
}

function ownHandler(handlers: object, { name, path }: Method): AnyHandler {
  const found: unknown = Object.hasOwn(handlers, name) ? Reflect.get(handlers, name) : undefined;
  if (typeof found !== 'function') throw new Error(`Nobody answers ${path}.`);
  return found as AnyHandler;
}

function checkOutput({ definition, path }: Method, value: unknown): void {
  const parsed = definition.output.safeParse(value);
  if (!parsed.success)
    throw new Error(`${path} answers what it did not declare: ${parsed.error.message}`);
}

function describe(error: unknown, path: unknown, target: DispatchTarget): AppError {
  const known = translateError(error, 'The book');
  if (known !== null) return known;
  target.onDefect(error, shorten(path));
  const message = error instanceof Error ? error.message : String(error);
  return new AppError(
    'INTERNAL',
    `Acquaint made a mistake while answering ${shorten(path)}: ${message}. Nothing was changed.`,
  );
}
