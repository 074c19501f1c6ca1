import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import classes from './gain-chart.module.css';
import { runningSums } from './running-sums.ts';

const words = text.reach.best;
const box = { width: 460, height: 220 };
const margin = { top: 22, bottom: 22 };
/** Narrower columns leave every second count out, so that none runs into the next. */
const roomForCount = 30;

/** Columns of what is reached after each pick: what those before reach in pale, what this one gains in full. */
export function GainChart({ gains }: { gains: readonly number[] }) {
  const sums = runningSums(gains);
  const largest = sums.at(-1) ?? 1;
  const step = box.width / Math.max(gains.length, 4);
  const height = (people: number): number => (people / largest) * box.height;
  const every = step < roomForCount ? 2 : 1;
  return (
    <svg
      className={classes.root}
      viewBox={`0 ${-margin.top} ${box.width} ${box.height + margin.top + margin.bottom}`}
      role="img"
      aria-label={words.chart(sums)}
    >
      <line x1={0} x2={box.width} y1={box.height} y2={box.height} className={classes.axis} />
      {gains.map((gain, at) => {
        const sum = sums[at] ?? 0;
        const x = at * step + step * 0.14;
        const width = step * 0.72;
        const top = box.height - height(sum);
        const isLabelled = at % every === 0 || at === gains.length - 1;
        return (
          <g key={at}>
            <rect
              className={classes.before}
              x={x}
              y={top + height(gain)}
              width={width}
              height={height(sum - gain)}
            />
            <rect
              className={classes.gain}
              x={x}
              y={top}
              width={width}
              height={Math.max(1.5, height(gain))}
              rx={2}
            />
            {isLabelled && (
              <text x={x + width / 2} y={top - 6} className={classes.count}>
                {count(sum)}
              </text>
            )}
            <text x={x + width / 2} y={box.height + 16} className={classes.place}>
              {at + 1}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
