import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { text } from '../../text/index.ts';
import classes from './labels-page.module.css';

const words = text.labels.alike;
/** More at once is a list to be put off; the rest comes as these are done. */
const shownAtFirst = 4;

interface Pair {
  readonly key: string;
  readonly kind: string;
  readonly reason: Parameters<typeof words.reason>[0];
  readonly names: readonly [string, string];
  /** Makes the one of that place stay and the other become it. */
  readonly keep: (place: 0 | 1) => void;
}

/** Tags and topics whose names are alike, to be merged with one press. */
export function AlikeSection() {
  const [isOpen, setOpen] = useState(false);
  const pairs = usePairs();
  const shown = isOpen ? pairs : pairs.slice(0, shownAtFirst);
  if (pairs.length === 0) return null;
  return (
    <section className={classes.alike} aria-label={words.title}>
      <Title order={2}>{words.title}</Title>
      <p className={classes.hint}>{words.hint}</p>
      {shown.map(({ key, kind, reason, names, keep }) => (
        <div key={key} className={classes.pair}>
          <span className={classes.why}>
            {kind}: {words.reason(reason)}
          </span>
          {([0, 1] as const).map((place) => (
            <Button key={place} size="compact-sm" variant="default" onClick={() => keep(place)}>
              {words.keep(names[place])}
            </Button>
          ))}
        </div>
      ))}
      {pairs.length > shown.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
          {words.more(pairs.length - shown.length)}
        </Button>
      )}
    </section>
  );
}

function usePairs(): Pair[] {
  const { data: tags = [] } = useQuery(read('tags', 'alike', {}));
  const { data: topics = [] } = useQuery(read('topics', 'alike', {}));
  const notifyUndoable = useNotifyUndoable();
  const mergeTags = useCommand(api.tags.merge);
  const mergeTopics = useCommand(api.topics.addSynonym);
  return [
    ...tags.map(({ a, b, reason }): Pair => {
      const keep = (kept: typeof a, gone: typeof a): void =>
        mergeTags.mutate(
          { keep: kept.id, gone: gone.id },
          { onSuccess: () => void notifyUndoable(text.labels.merged(gone.name, kept.name)) },
        );
      return {
        key: `tags ${a.id} ${b.id}`,
        kind: words.tag,
        reason,
        names: [a.name, b.name],
        keep: (place) => (place === 0 ? keep(a, b) : keep(b, a)),
      };
    }),
    ...topics.map(({ a, b, reason }): Pair => {
      const keep = (kept: typeof a, gone: typeof a): void =>
        mergeTopics.mutate(
          { id: kept.id, name: gone.name },
          { onSuccess: () => void notifyUndoable(text.labels.merged(gone.name, kept.name)) },
        );
      return {
        key: `topics ${a.id} ${b.id}`,
        kind: words.topic,
        reason,
        names: [a.name, b.name],
        keep: (place) => (place === 0 ? keep(a, b) : keep(b, a)),
      };
    }),
  ];
}
