import { Tooltip } from '@mantine/core';
import { text } from '../text/index.ts';
import classes from './strength-meter.module.css';

/** Steps of strength as shown: the five ratings by hand (0.10, 0.30, …) lie in the middle of their steps. */
export function strengthLevel(strength: number): 1 | 2 | 3 | 4 | 5 {
  if (strength < 0.2) return 1;
  if (strength < 0.4) return 2;
  if (strength < 0.6) return 3;
  return strength < 0.8 ? 4 : 5;
}

/** The bar alone, cheap enough for every row of a table. Always beside a word or a label. */
export function StrengthBar({ strength }: { strength: number | null }) {
  const level = strength === null ? 0 : strengthLevel(strength);
  return <span className={classes.bar} data-level={level} aria-hidden="true" />;
}

interface StrengthMeterProps {
  /** Strength of a tie, in (0, 1]; null when there is no tie. */
  strength: number | null;
  /** Leaves the word out where there is no room; it is still read out. */
  barOnly?: boolean;
  /** False for a tie that is inferred only. */
  isConfirmed?: boolean;
}

/** How strong a tie is: five steps and a word, the number in the tooltip. */
export function StrengthMeter({
  strength,
  barOnly = false,
  isConfirmed = true,
}: StrengthMeterProps) {
  const words = text.common.strength;
  if (strength === null) {
    return <span className={classes.none}>{words.none}</span>;
  }
  const word = words.word(strengthLevel(strength));
  return (
    <Tooltip label={words.tooltip(strength)}>
      <span className={classes.root}>
        <StrengthBar strength={strength} />
        <span className={barOnly ? 'hidden-visually' : undefined}>{word}</span>
        {!isConfirmed && <span className={classes.possible}>{words.possible}</span>}
      </span>
    </Tooltip>
  );
}
