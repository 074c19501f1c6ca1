import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { findMethod } from '../contract/find-method.ts';
import { insideContract, shellContract, storeContract } from '../contract/index.ts';
import { jobId } from '../contract/jobs.ts';
import { isPlainInput } from '../contract/plain-input.ts';
import { AppError, type Result, valueOf } from '../contract/result.ts';
import { translateError } from '../book/refusals.ts';
import { invokeChannel } from './channels.ts';
import { diagnose } from './diagnose.ts';
import type { EventLog } from './event-log.ts';
import { shellHandlers, type ShellContext } from './handlers.ts';
import { isOwnPage } from './page-address.ts';
import type { StoreClient } from './store-client.ts';

/** The one entry from a page into the program. */
export function openBridge(
  store: StoreClient,
  files: Pick<ShellContext, 'bookPath' | 'noticeFile' | 'handed' | 'lock' | 'openBook'>,
  log: EventLog,
): void {
  ipcMain.handle(
    invokeChannel,
    async (event, path: unknown, input: unknown, givenJob: unknown): Promise<Result<unknown>> => {
      const window = ownWindow(event);
      if (window === null) {
        return refusal(new AppError('FORBIDDEN', 'Only the window of Acquaint may ask this.'));
      }
      const job = jobId.optional().safeParse(givenJob);
      if (!job.success) {
        return refusal(new AppError('INVALID_INPUT', 'A job id is a text of 1 to 64 characters.'));
      }
      const ask: AskStore = async (asked, given) => {
        const begun = performance.now();
        const result = await store.invoke(asked, given, job.data);
        log.noteCall(asked, result.ok ? 'ok' : result.error.code, performance.now() - begun);
        return result;
      };
      if (typeof path === 'string' && path.startsWith('shell.')) {
        return answerShell(path, input, {
          window,
          ...files,
          diagnose: () => diagnose(store, log),
          stopJob: (id) => store.stopJob(id),
          askInside: makeAskInside(ask),
        });
      }
      // the store answers us more than it answers a page
      if (findMethod(storeContract, path) === null) {
        log.noteCall(path, 'UNKNOWN_METHOD', 0);
        return refusal(new AppError('UNKNOWN_METHOD', 'There is no such method.'));
      }
      return ask(path, input);
    },
  );
}

/** The window whose own main frame, showing our own page, is asking; null for anybody else. */
function ownWindow(event: IpcMainInvokeEvent): BrowserWindow | null {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || !isOwnPage(frame.url)) return null;
  return BrowserWindow.fromWebContents(event.sender);
}

type AskStore = (path: unknown, input: unknown) => Promise<Result<unknown>>;

function makeAskInside(ask: AskStore): ShellContext['askInside'] {
  return async (name, input) => {
    const value = valueOf(await ask(`files.${name}`, input));
    return insideContract.files[name].output.parse(value) as never;
  };
}

function refusal(error: AppError): Result<never> {
  return { ok: false, error: error.toBody() };
}

type AnyControl = (context: ShellContext, input: unknown) => unknown;

async function answerShell(
  path: string,
  input: unknown,
  context: ShellContext,
): Promise<Result<unknown>> {
  const method = findMethod(shellContract, path);
  if (method === null) {
    return refusal(new AppError('UNKNOWN_METHOD', 'There is no such method of the shell.'));
  }
  const parsed = isPlainInput(input) ? method.definition.input.safeParse(input) : null;
  if (parsed?.success !== true) {
    const [issue] = parsed?.error.issues ?? [];
    return refusal(
      new AppError('INVALID_INPUT', `${path} cannot take this: ${issue?.message ?? 'not valid'}.`),
    );
  }
  try {
    const handler = shellHandlers[method.name as keyof typeof shellHandlers] as AnyControl;
    return { ok: true, value: await handler(context, parsed.data) };
  } catch (error) {
    const known = translateError(error, 'The file');
    return refusal(known ?? new AppError('INTERNAL', `Acquaint made a mistake in ${path}.`));
  }
}
