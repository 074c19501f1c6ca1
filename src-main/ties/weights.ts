import { EVIDENCE_WEIGHTS, FOLLOW_BOTH_WAYS, RATING_STRENGTHS } from '../graph/index.ts';

export interface ShownWeight {
  readonly kind: string;
  /** In (0, 1]. */
  readonly weight: number;
  readonly canFade: boolean;
  readonly meaning: string;
}

const meanings: Readonly<Record<keyof typeof EVIDENCE_WEIGHTS, string>> = {
  platform_link: 'Connected on a platform; counted once for each platform',
  follow: 'One follows the other on a platform',
  met_at_event: 'At the same event, where I noted that they talked',
  worked_together: 'At the same organisation at the same time',
  introduced: 'Introduced by me, and they met',
  told: 'Told to me',
  handed_list: 'Handed me their list of contacts',
  referred: 'One referred the other',
  message: 'A conversation, call or message',
  co_attendance:
    'On the list of the same small event: possible only, until something else confirms it',
  same_mail: 'Named in the same mail or chat: possible only, until something else confirms it',
};

/** The weights of the evidence and of ratings by hand, in the order in which Settings shows them. */
export function listWeights(): ShownWeight[] {
  const kinds = Object.keys(meanings) as (keyof typeof meanings)[];
  const weights = kinds.flatMap((kind): ShownWeight[] => {
    const { weight, fades } = EVIDENCE_WEIGHTS[kind];
    const shown = { kind, weight, canFade: fades, meaning: meanings[kind] };
    if (kind !== 'follow') return [shown];
    const bothWays = 'Both follow each other on a platform';
    return [
      shown,
      { kind: 'follow_both_ways', weight: FOLLOW_BOTH_WAYS, canFade: false, meaning: bothWays },
    ];
  });
  const ratings = RATING_STRENGTHS.map((weight, index) => ({
    kind: `rating_${index + 1}`,
    weight,
    canFade: false,
    meaning: `Rated ${index + 1} of ${RATING_STRENGTHS.length} by hand: replaces the sum of the evidence`,
  }));
  return [...weights, ...ratings];
}
