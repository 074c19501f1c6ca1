import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { shellContract } from '../contract/index.ts';
import { jobId } from '../contract/jobs.ts';
import { isPlainInput } from '../contract/plain-input.ts';
import { AppError, type Result } from '../contract/result.ts';
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
      if (typeof path === 'string' && path.startsWith('shell.')) {
        return answerShell(path, input, {
          window,
          ...files,
          diagnose: () => diagnose(store, log),
          stopJob: (id) => store.stopJob(id),
        });
      }
      const job = jobId.optional().safeParse(givenJob);
      if (!job.success) {
        return refusal(new AppError('INVALID_INPUT', 'A job id is a text of 1 to 64 characters.'));
      }
      const begun = performance.now();
      const result = await store.invoke(path, input, job.data);
      log.noteCall(path, result.ok ? 'ok' : result.error.code, performance.now() - begun);
      return result;
    },
  );
}

/** The window whose own main frame, showing our own page, is asking; null for anybody else. */
function ownWindow(event: IpcMainInvokeEvent): BrowserWindow | null {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || !isOwnPage(frame.url)) return null;
  return BrowserWindow.fromWebContents(event.sender);
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
  const name = path.slice('shell.'.length);
  if (!isShellMethod(name)) {
    return refusal(new AppError('UNKNOWN_METHOD', 'There is no such method of the shell.'));
  }
  const parsed = isPlainInput(input) ? shellContract.shell[name].input.safeParse(input) : null;
  if (parsed?.success !== true) {
    const [issue] = parsed?.error.issues ?? [];
    return refusal(
      new AppError('INVALID_INPUT', `${path} cannot take this: ${issue?.message ?? 'not valid'}.`),
    );
  }
  try {
    const handler = shellHandlers[name] as AnyControl;
    return { ok: true, value: await handler(context, parsed.data) };
  } catch (error) {
    const known = translateError(error, 'The file');
    return refusal(known ?? new AppError('INTERNAL', `Acquaint made a mistake in ${path}.`));
  }
}

function isShellMethod(name: string): name is keyof typeof shellContract.shell {
  return Object.hasOwn(shellContract.shell, name);
}
