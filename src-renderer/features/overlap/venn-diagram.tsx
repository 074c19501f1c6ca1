import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import type { Owner } from '../../text/overlap.ts';
import type { Comparison, Owners } from './overlap-answer.tsx';
import classes from './venn-diagram.module.css';
import { type Circle, layoutVenn } from './venn-layout.ts';

const words = text.overlap;
const box = { width: 460, height: 230 };
/** Room above for the names and below for a count that does not fit its part. */
const margin = { top: 34, bottom: 30 };
/** Narrower parts have their count written below, with a line to it. */
const narrowest = 34;
/** Width of a letter of the labels on the average, in the units of the box. */
const letterWidth = 6.4;
/** The word stands below the widest place of its part, where a circle is narrower. */
const roomBeside = 28;

/** The two networks as circles whose areas, and the area they share, are in proportion to the counts. */
export function VennDiagram({ comparison, owners }: { comparison: Comparison; owners: Owners }) {
  const { onlyA, shared, onlyB } = comparison;
  const layout = layoutVenn({ onlyA, shared, onlyB }, box);
  const [nameA, nameB] = [shortName(owners.a), shortName(owners.b)];
  const parts = [
    {
      at: layout.labels.onlyA,
      width: layout.widths.onlyA,
      value: onlyA,
      word: words.only(owners.a),
    },
    { at: layout.labels.shared, width: layout.widths.shared, value: shared, word: words.both },
    {
      at: layout.labels.onlyB,
      width: layout.widths.onlyB,
      value: onlyB,
      word: words.only(owners.b),
    },
  ];
  return (
    <svg
      className={classes.root}
      viewBox={`0 ${-margin.top} ${box.width} ${box.height + margin.top + margin.bottom}`}
      role="img"
      aria-label={words.diagram(nameA, nameB, onlyA, shared, onlyB)}
    >
      <Disc circle={layout.a} className={classes.a ?? ''} name={nameA} anchor="start" />
      <Disc circle={layout.b} className={classes.b ?? ''} name={nameB} anchor="end" />
      {parts.map((part) =>
        part.value === 0 ? null : (
          <PartLabel key={part.word} {...part} isOutside={part.width < narrowest} />
        ),
      )}
    </svg>
  );
}

function Disc(props: { circle: Circle; className: string; name: string; anchor: 'start' | 'end' }) {
  const { x, y, radius } = props.circle;
  if (radius === 0) return null;
  const nameX =
    props.anchor === 'start' ? Math.max(0, x - radius) : Math.min(box.width, x + radius);
  return (
    <g className={props.className}>
      <circle cx={x} cy={y} r={Math.max(radius, 2)} />
      <text x={nameX} y={-14} textAnchor={props.anchor} className={classes.name}>
        {props.name}
      </text>
    </g>
  );
}

function PartLabel(props: {
  at: number;
  width: number;
  value: number;
  word: string;
  isOutside: boolean;
}) {
  const middle = box.height / 2;
  if (props.isOutside) {
    return (
      <g className={classes.label}>
        <line
          x1={props.at}
          x2={props.at}
          y1={middle}
          y2={box.height + 6}
          className={classes.leader}
        />
        <text x={props.at} y={box.height + 22} textAnchor="middle">
          <tspan className={classes.count}>{count(props.value)}</tspan> {props.word}
        </text>
      </g>
    );
  }
  // the names above the circles and the colours say it as well: a word that does not fit is left out
  const hasRoom = props.word.length * letterWidth + roomBeside < props.width;
  return (
    <text x={props.at} y={middle + (hasRoom ? 0 : 6)} textAnchor="middle" className={classes.label}>
      <tspan x={props.at} className={classes.count}>
        {count(props.value)}
      </tspan>
      {hasRoom && (
        <tspan x={props.at} dy="1.35em">
          {props.word}
        </tspan>
      )}
    </text>
  );
}

/** Long names would run into one another above the circles. */
function shortName(owner: Owner): string {
  if (owner.isMe) return words.you;
  return owner.name.length > 24 ? `${owner.name.slice(0, 23)}…` : owner.name;
}
