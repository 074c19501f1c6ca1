import { Button, UnstyledButton, useComputedColorScheme } from '@mantine/core';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { coloursOf } from './map-colours.ts';
import type { ColourBy, Grouping } from './map-groups.ts';
import classes from './map-legend.module.css';
import { traceMark } from './node-shapes.ts';

const words = text.map.legend;

interface MapLegendProps {
  grouping: Grouping;
  by: ColourBy;
  /** The one group in full colour, or null. */
  only: number | null;
  onOnly: (group: number | null) => void;
}

/** What the colours and marks mean; each entry is a button that shows its group alone. */
export function MapLegend({ grouping, by, only, onOnly }: MapLegendProps) {
  const colours = coloursOf(useComputedColorScheme('light'));
  const { groups } = grouping;
  if (groups.length === 0) return <p className={classes.hint}>{words.none[by]}</p>;
  return (
    <section aria-label={words.title}>
      <ul className={classes.list}>
        {groups.map(({ label, people }, group) => (
          <li key={label}>
            <UnstyledButton
              className={classes.entry}
              aria-pressed={only === group}
              onClick={() => onOnly(only === group ? null : group)}
            >
              <svg width={14} height={14} aria-hidden="true">
                <path
                  d={markPath(by === 'community' ? 0 : group)}
                  fill={colours.groups[group] ?? colours.plain}
                />
              </svg>
              <span className={classes.label}>{label}</span>
              <span className={`${classes.people} numbers`}>{count(people)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {only === null ? (
        <p className={classes.hint}>{words.hint}</p>
      ) : (
        <Button size="compact-sm" variant="default" mt="xs" onClick={() => onOnly(null)}>
          {words.all}
        </Button>
      )}
    </section>
  );
}

/** The same mark as on the map, as the path of an SVG of 14 by 14. */
function markPath(group: number): string {
  const parts: string[] = [];
  traceMark(
    {
      moveTo: (x, y) => parts.push(`M${x} ${y}`),
      lineTo: (x, y) => parts.push(`L${x} ${y}`),
      arc: (x, y, radius) =>
        parts.push(
          `A${radius} ${radius} 0 1 1 ${x - radius} ${y}A${radius} ${radius} 0 1 1 ${x + radius} ${y}`,
        ),
      closePath: () => parts.push('Z'),
    },
    group,
    7,
    7,
    5,
  );
  return parts.join('');
}
