import { useState } from 'react';
import type { PersonId } from '../../../src-main/contract/common.ts';

export interface Selection {
  readonly ids: ReadonlySet<PersonId>;
  readonly toggle: (id: PersonId) => void;
  /** Adds people, as when Shift extends over a range. */
  readonly add: (ids: readonly PersonId[]) => void;
  readonly set: (ids: readonly PersonId[]) => void;
  readonly clear: () => void;
}

const nobody: ReadonlySet<PersonId> = new Set();

/**
 * Who is selected. The selection belongs to one question (search and filters): with another it is empty, so
 * that nobody out of sight is ever deleted.
 */
export function useSelection(questionKey: string): Selection {
  const [state, setState] = useState({ questionKey, ids: nobody });
  const ids = state.questionKey === questionKey ? state.ids : nobody;
  const change = (next: ReadonlySet<PersonId>): void => setState({ questionKey, ids: next });
  return {
    ids,
    toggle: (id) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      change(next);
    },
    add: (more) => change(new Set([...ids, ...more])),
    set: (all) => change(new Set(all)),
    clear: () => change(nobody),
  };
}
