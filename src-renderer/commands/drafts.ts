import { type Dispatch, type SetStateAction, useEffect, useId, useState } from 'react';
import type { BookStatus } from '../../src-main/contract/book.ts';
import type { LockedDraft } from '../../src-main/contract/encryption.ts';
import { api } from '../api.ts';
import { pendingSaves } from './pending-saves.ts';
import { giveKeptForm, listKeptForms } from './use-kept-form.ts';

/*
 * What is half typed, so that locking the book loses none of it: the page is loaded anew then, and whoever comes back
 * finds the line as it was. Between, the store keeps it, unreadable; it is never written to the disk.
 */

/** Of fields that are shown now, by their names. */
const shown = new Map<string, { readonly owner: string; readonly text: string }>();
/** Of before the lock, of fields that were not shown since. */
const given = new Map<string, string>();

/** How the names of forms begin that are kept when they are left, see use-kept-form.ts. */
const keptForm = 'kept ';

/** Remembers a text under a name of its own, as long as it `isHalfTyped`. */
export function useKeepDraft(name: string, text: string, isHalfTyped: boolean): void {
  const owner = useId();
  useEffect(() => {
    // shown again: from now on what is typed counts
    given.delete(name);
    if (!isHalfTyped) return;
    shown.set(name, { owner, text });
    return () => {
      if (shown.get(name)?.owner === owner) shown.delete(name);
    };
  }, [owner, name, text, isHalfTyped]);
}

/** What was half typed under this name before the book was locked; null when nothing was. */
export function givenDraft(name: string): string | null {
  return given.get(name) ?? null;
}

/**
 * As `useState`, for what is typed and must not be lost when the book is locked: a text, or the fields of a form that JSON
 * can write. The name says of what it is, so that it comes back in no other place. Never for a passphrase.
 */
export function useDraft<Value>(
  name: string,
  initial: Value,
): [Value, Dispatch<SetStateAction<Value>>] {
  const [begun] = useState(() => JSON.stringify(initial));
  const [value, setValue] = useState<Value>(() => {
    const before = givenDraft(name);
    // written by this very function before the lock
    return before === null ? initial : (JSON.parse(before) as Value);
  });
  const written = JSON.stringify(value);
  useKeepDraft(name, written, written !== begun);
  return [value, setValue];
}

/** Answers when the book is about to be locked. Returns a function that ends it. */
export function answerLocking(readStatus: () => BookStatus | undefined): () => void {
  return window.acquaint.on('locking', () => {
    void pendingSaves.flushAll().then(() => {
      const texts = Object.fromEntries([
        ...listKeptForms().map(
          ([name, form]) => [`${keptForm}${name}`, JSON.stringify(form)] as const,
        ),
        ...given,
        ...[...shown].map(([name, { text }]) => [name, text] as const),
      ]);
      // what is typed into the sample, or while looking into a backup, is of no other book
      const isOwn = readStatus()?.kind === 'own';
      return api.shell.answerLocking({ draft: isOwn ? { address: location.hash, texts } : null });
    });
  });
}

/** Gives back what was half typed before the lock, and goes where the page was. */
export function giveBack({ address, texts }: LockedDraft): void {
  for (const [name, text] of Object.entries(texts)) {
    if (name.startsWith(keptForm)) {
      // written above, before the lock
      const form = JSON.parse(text) as Readonly<Record<string, string>>;
      giveKeptForm(name.slice(keptForm.length), form);
    } else given.set(name, text);
  }
  if (address !== '') location.hash = address;
}
