import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AskTarget } from '../../../src-main/contract/networks.ts';
import { type Answer, read } from '../../api.ts';
import { text } from '../../text/index.ts';
import type { AskFilterValue } from './ask-filters.tsx';
import classes from './ask-understood.module.css';
import { keyOfTarget } from './target-search.ts';
import { useAskAnswer } from './use-ask-answer.ts';

const words = text.ask.understood;
/** More would hide the answer. */
const otherReadings = 5;

interface AskUnderstoodProps {
  target: AskTarget;
  filters: AskFilterValue;
  /** What was typed; undefined when a link led here. */
  typed: string | undefined;
  onChoose: (target: AskTarget, typed?: string) => void;
}

type Understood = Answer<'chains', 'understand'>;

/** What was not understood of the question, or not as it stands. */
function Doubts({ taken, unknown }: { taken: Understood['readings'][number]; unknown: string[] }) {
  const nowhere = unknown.filter((word) => word !== taken.misspelt);
  const isNowhere = new Set(nowhere.map((word) => word.toLocaleLowerCase()));
  const apart = taken.without.filter((word) => !isNowhere.has(word));
  return [
    taken.misspelt !== null && ` ${words.misspelt(taken.misspelt)}`,
    nowhere.length > 0 && ` ${words.nowhere(nowhere)}`,
    apart.length > 0 && ` ${words.without(apart)}`,
  ];
}

/** Says how the question was understood, and offers what else it could mean. */
export function AskUnderstood({ target, filters, typed, onChoose }: AskUnderstoodProps) {
  const { data } = useAskAnswer(target, filters);
  const question = typed ?? data?.understood.name;
  const { data: understood } = useQuery({
    ...read('chains', 'understand', { text: question ?? '', limit: 12 }),
    enabled: question !== undefined,
  });
  if (data === undefined) return null;
  const { readings = [], unknown = [] } = understood ?? {};
  const others = readings
    .filter((reading) => keyOfTarget(reading.target) !== keyOfTarget(target))
    .slice(0, otherReadings);
  const taken = readings.find((each) => keyOfTarget(each.target) === keyOfTarget(target));
  return (
    <div className={classes.root}>
      <p className={classes.sentence} role="status">
        {words.as} <strong>{words.target(target, data.understood)}</strong>
        {taken !== undefined && typed !== undefined && <Doubts taken={taken} unknown={unknown} />}
      </p>
      {target.kind === 'organisation' && (
        <Checkbox
          size="sm"
          label={words.withPast}
          checked={target.withPast}
          onChange={(event) =>
            onChoose({ ...target, withPast: event.currentTarget.checked }, typed)
          }
        />
      )}
      {others.length > 0 && (
        <ul className={classes.others} aria-label={words.others}>
          {others.map((reading) => (
            <li key={keyOfTarget(reading.target)}>
              <Button
                variant="default"
                size="compact-sm"
                radius="xl"
                onClick={() => onChoose(reading.target, question)}
              >
                {words.other(reading.label, reading.people)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
