import { api } from '../api.ts';
import { notifyError } from '../components/notify.tsx';

/** Locks the book; the page saves what is typed, and is then loaded anew. */
export async function lockBook(): Promise<void> {
  try {
    await api.shell.lock({});
  } catch (error) {
    notifyError(error);
  }
}
