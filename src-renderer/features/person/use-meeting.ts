import { useQueries } from '@tanstack/react-query';
import type { PersonId } from '../../../src-main/contract/common.ts';
import { type Answer, read } from '../../api.ts';

/** How many mutual contacts the sheet names. */
const namedMutual = 40;

/** All that the sheet for a meeting says beside the person's own page. */
export interface Meeting {
  readonly mutual: Answer<'people', 'mutual'>;
  /** Who meets their needs and offers, and what I offer. */
  readonly counterparts: Answer<'suggestions', 'counterparts'>;
  readonly pairs: Answer<'suggestions', 'pairs'>;
  readonly introductions: Answer<'introductions', 'list'>;
  readonly outcomes: Answer<'outcomes', 'list'>;
  readonly balances: Answer<'favours', 'balances'>;
  readonly owed: Answer<'favours', 'owed'>;
}

export function useMeeting(personId: PersonId): {
  readonly data: Meeting | undefined;
  readonly error: Error | null;
} {
  return useQueries({
    queries: [
      read('people', 'mutual', { id: personId, limit: namedMutual }),
      read('suggestions', 'counterparts', { personId }),
      read('suggestions', 'pairs', { limit: 100 }),
      read('introductions', 'list', { personId }),
      read('outcomes', 'list', { personId }),
      read('favours', 'balances', { personId }),
      read('favours', 'owed', { personId }),
    ],
    combine: ([mutual, counterparts, pairs, introductions, outcomes, balances, owed]) => {
      const all = [mutual, counterparts, pairs, introductions, outcomes, balances, owed];
      const error = all.find((query) => query.error !== null)?.error ?? null;
      if (
        mutual.data === undefined ||
        counterparts.data === undefined ||
        pairs.data === undefined ||
        introductions.data === undefined ||
        outcomes.data === undefined ||
        balances.data === undefined ||
        owed.data === undefined
      )
        return { data: undefined, error };
      return {
        data: {
          mutual: mutual.data,
          counterparts: counterparts.data,
          pairs: pairs.data.filter(({ a, b }) => a.id === personId || b.id === personId),
          introductions: introductions.data,
          outcomes: outcomes.data,
          balances: balances.data.filter(({ person }) => person.id === personId),
          owed: owed.data.filter(({ person }) => person.id === personId),
        },
        error,
      };
    },
  });
}
