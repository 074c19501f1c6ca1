import { api } from '../api.ts';
import { notifyDone, notifyError } from '../components/notify.tsx';
import { text } from '../text/index.ts';

/** Puts what may be sent to whoever mends Acquaint on the clipboard. */
export async function copyDiagnostics(): Promise<void> {
  try {
    await api.shell.copyText(await api.shell.diagnostics({}));
    notifyDone(text.settings.about.diagnosticsCopied);
  } catch (error) {
    notifyError(error);
  }
}
