import { useState } from 'react';
import { useHalfTyped } from './pending-saves.ts';

/** Forms that were left before they were done with, by name; for as long as the book is open in this window. */
const kept = new Map<string, Readonly<Record<string, string>>>();

/** What was typed into a form is done with: sent, saved or thrown away. */
export function forgetKeptForm(name: string): void {
  kept.delete(name);
}

/** Another book is open: its people are others, though they may have the same ids. */
export function forgetKeptForms(): void {
  kept.clear();
}

/** Those that are kept now, by name: for the lock, over which the window loses all that it holds. */
export function listKeptForms(): [name: string, form: Readonly<Record<string, string>>][] {
  return [...kept];
}

/** Gives a form back that was kept before the lock. */
export function giveKeptForm(name: string, form: Readonly<Record<string, string>>): void {
  kept.set(name, form);
}

interface KeptForm<Field extends string> {
  readonly form: Readonly<Record<Field, string>>;
  readonly change: (part: Partial<Record<Field, string>>) => void;
  readonly isChanged: boolean;
  /** The form was left before and stands as it was left. */
  readonly wasKept: boolean;
  readonly beginAnew: () => void;
}

/**
 * A form of texts that is still there when one comes back to it. `name` tells which one; `fresh` is what it holds
 * before anything is typed.
 */
export function useKeptForm<Field extends string>(
  name: string,
  fresh: Readonly<Record<Field, string>>,
): KeptForm<Field> {
  const [form, setForm] = useState<Readonly<Record<Field, string>>>(() => ({
    ...fresh,
    ...kept.get(name),
  }));
  const [wasKept, setKept] = useState(() => kept.has(name));
  const differs = (one: Readonly<Record<Field, string>>): boolean =>
    (Object.keys(fresh) as Field[]).some((field) => one[field] !== fresh[field]);
  const isChanged = differs(form);
  useHalfTyped(isChanged);
  return {
    form,
    isChanged,
    wasKept: wasKept && isChanged,
    change: (part) => {
      const next = { ...form, ...part };
      setForm(next);
      if (differs(next)) kept.set(name, next);
      else kept.delete(name);
    },
    beginAnew: () => {
      kept.delete(name);
      setKept(false);
      setForm(fresh);
    },
  };
}
