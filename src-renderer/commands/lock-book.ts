import { api } from '../api.ts';
import { notifyError } from '../components/notify.tsx';
import { pendingSaves } from './pending-saves.ts';

/** Saves what is typed, then locks the book; the page is loaded anew by that. */
export async function lockBook(): Promise<void> {
  try {
    await pendingSaves.flushAll();
    await api.shell.lock({});
  } catch (error) {
    notifyError(error);
  }
}
