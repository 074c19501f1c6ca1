import { ActionIcon, Button } from '@mantine/core';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import { useQuery } from '@tanstack/react-query';
import type { SuggestedPair } from '../../../src-main/contract/suggestions.ts';
import { api, read } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { leaveItem } from '../../components/leave-item.ts';
import { PersonAvatar } from '../../components/person-avatar.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import classes from './suggested-pairs.module.css';

const words = text.introductions.suggested;
/** Few are acted on; a long list is not. */
export const shownPairs = 5;

/** Pairs worth introducing, each with its reasons: put it on the board, or never suggest it again. */
export function SuggestedPairs({ pairs }: { pairs: readonly SuggestedPair[] }) {
  return (
    <ul className={classes.list}>
      {pairs.map((pair) => (
        <PairLine key={`${pair.a.id} ${pair.b.id}`} pair={pair} />
      ))}
    </ul>
  );
}

function usePairAnswers(names: string) {
  const notifyUndoable = useNotifyUndoable();
  const accept = useCommand(
    api.introductions.create,
    () => void notifyUndoable(words.accepted(names)),
  );
  const refuse = useCommand(
    api.suggestions.refuse,
    () => void notifyUndoable(words.refusedOne(names)),
  );
  return { accept, refuse };
}

/** One pair worth introducing, as an item of a list. */
export function PairLine({ pair }: { pair: SuggestedPair }) {
  const { a, b, reasons, topic } = pair;
  const names = words.names(a.name, b.name);
  const { accept, refuse } = usePairAnswers(names);
  return (
    <li>
      <article className={classes.pair} aria-label={names}>
        <div className={classes.avatars}>
          <PersonAvatar person={a} size={24} />
          <PersonAvatar person={b} size={24} />
        </div>
        <p className={classes.names}>
          <PersonLink person={a} inline /> {words.and} <PersonLink person={b} inline />
        </p>
        <ul className={classes.reasons}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        <div className={classes.buttons}>
          <Button
            size="compact-sm"
            variant="light"
            aria-label={words.acceptPair(names)}
            loading={accept.isPending}
            onClick={(event) => {
              leaveItem(event.currentTarget);
              accept.mutate({
                kind: 'make',
                firstId: a.id,
                secondId: b.id,
                topicId: topic?.id ?? null,
                goal: reasons[0] ?? '',
              });
            }}
          >
            {words.accept}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={words.refusePair(names)}
            loading={refuse.isPending}
            onClick={(event) => {
              leaveItem(event.currentTarget);
              refuse.mutate({ a: a.id, b: b.id });
            }}
          >
            {words.refuse}
          </Button>
        </div>
      </article>
    </li>
  );
}

/** The pairs that are not suggested again, with the way back. */
export function RefusedPairs() {
  const { data: refused = [] } = useQuery(read('suggestions', 'refused', {}));
  const notifyUndoable = useNotifyUndoable();
  const allow = useCommand(api.suggestions.allow, () => void notifyUndoable(words.allowed));
  if (refused.length === 0) return null;
  return (
    <details className={classes.refused}>
      <summary>{words.refusedTotal(count(refused.length))}</summary>
      {refused.map(({ a, b }) => (
        <div key={`${a.id} ${b.id}`} className={classes.refusedRow}>
          <span>{words.names(a.name, b.name)}</span>
          <ActionIcon
            size="sm"
            aria-label={words.allow(words.names(a.name, b.name))}
            title={words.allow(words.names(a.name, b.name))}
            onClick={() => allow.mutate({ a: a.id, b: b.id })}
          >
            <IconArrowBackUp size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
    </details>
  );
}
