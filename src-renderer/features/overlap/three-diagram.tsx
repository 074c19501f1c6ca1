import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import classes from './three-diagram.module.css';
import { layoutThree, placeNames } from './three-layout.ts';

const words = text.overlap.three;
const box = { width: 440, height: 330 };
const margin = 26;
/** Width of a letter of a name on the average, in the units of the box. */
const letterWidth = 7.6;

interface ThreeDiagramProps {
  names: readonly string[];
  /** People by part: bit 0 for the first network, 1 for the second, 2 for the third. */
  parts: ReadonlyMap<number, number>;
}

/** Three networks as circles: areas, and what each two share, in proportion to the counts. */
export function ThreeDiagram({ names, parts }: ThreeDiagramProps) {
  const { circles, labels } = layoutThree(parts, box);
  const places = placeNames(
    circles,
    names.map((name) => name.length * letterWidth),
    box,
  );
  return (
    <svg
      className={classes.root}
      viewBox={`${-margin} ${-margin} ${box.width + 2 * margin} ${box.height + 2 * margin}`}
      role="img"
      aria-label={words.diagram(names)}
    >
      {circles.map(({ x, y, radius }, at) => (
        <circle key={names[at]} className={classes.circle} data-at={at} cx={x} cy={y} r={radius} />
      ))}
      {places.map(({ x, y, anchor }, at) => (
        <text key={names[at]} className={classes.name} data-at={at} x={x} y={y} textAnchor={anchor}>
          {names[at]}
        </text>
      ))}
      {labels.map(({ part, x, y }) => (
        <text key={part} className={classes.count} x={x} y={y + 5}>
          {count(parts.get(part) ?? 0)}
        </text>
      ))}
    </svg>
  );
}
