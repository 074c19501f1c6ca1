import { type KeyboardEvent, useId, useState } from 'react';
import type { PersonId } from '../../../src-main/contract/common.ts';
import { usePlatformNames } from '../../components/use-platform-names.ts';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import type { Matrix } from './matrix-answer.tsx';
import classes from './matrix-grid.module.css';

const words = text.overlap.matrix;

interface MatrixGridProps {
  matrix: Matrix;
  onPair: (a: PersonId, b: PersonId) => void;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Counts of all pairs; the arrow keys go from cell to cell, Enter shows the names of one. */
export function MatrixGrid({ matrix, onPair }: MatrixGridProps) {
  const gridId = useId();
  const [active, setActive] = useState<Place>({ row: 0, column: 1 });
  const { people, shared } = matrix;
  const last = people.length - 1;
  const at = { row: Math.min(active.row, last), column: Math.min(active.column, last) };
  const largest = Math.max(1, ...shared.flatMap((row, i) => row.filter((_, j) => i !== j)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = moved(at, event.key, last);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
    document.getElementById(cellId(gridId, next))?.focus();
  };
  const press = (place: Place): void => {
    setActive(place);
    const [a, b] = [people[place.row], people[place.column]];
    if (a !== undefined && b !== undefined && a.id !== b.id) onPair(a.id, b.id);
  };
  return (
    <div className={classes.scroll}>
      <table className={`${classes.grid} numbers`} role="grid" aria-label={words.label}>
        <MatrixHead people={people} />
        <tbody onKeyDown={onKeyDown}>
          {people.map((person, row) => (
            <tr key={person.id} role="row">
              <th scope="row" className={classes.name}>
                <span className={classes.place}>{row + 1}</span> {person.name}
              </th>
              {people.map((other, column) => (
                <Cell
                  key={other.id}
                  id={cellId(gridId, { row, column })}
                  value={shared[row]?.[column] ?? 0}
                  names={row === column ? [person.name] : [person.name, other.name]}
                  heat={(shared[row]?.[column] ?? 0) / largest}
                  isActive={row === at.row && column === at.column}
                  onPress={() => press({ row, column })}
                />
              ))}
              <ReportedCell reported={person.reported} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.hint}>{words.hint}</p>
    </div>
  );
}

/** Numbers stand for the names, which stand in full before each row. */
function MatrixHead({ people }: Pick<Matrix, 'people'>) {
  return (
    <thead>
      <tr role="row">
        <th scope="col">{words.network}</th>
        {people.map(({ id, name }, column) => (
          <th key={id} scope="col" title={name}>
            {column + 1}
            <span className="hidden-visually"> {name}</span>
          </th>
        ))}
        <th scope="col" className={classes.reported}>
          {words.reported}
        </th>
      </tr>
    </thead>
  );
}

interface CellProps {
  id: string;
  value: number;
  /** One name on the diagonal, where the cell is the size of a network. */
  names: readonly string[];
  /** Share of the largest count, in [0, 1]. */
  heat: number;
  isActive: boolean;
  onPress: () => void;
}

function Cell({ id, value, names, heat, isActive, onPress }: CellProps) {
  const [a = '', b] = names;
  return (
    <td
      id={id}
      role="gridcell"
      className={b === undefined ? classes.size : classes.cell}
      style={{ '--heat': `${Math.round(heat * 46)}%` } as React.CSSProperties}
      tabIndex={isActive ? 0 : -1}
      aria-label={b === undefined ? words.size(a, value) : words.shared(a, b, value)}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onPress();
      }}
    >
      {count(value)}
    </td>
  );
}

/** Sizes that somebody told stand in a column of their own: they are never mixed into the counts. */
function ReportedCell({ reported }: Pick<Matrix['people'][number], 'reported'>) {
  const platformName = usePlatformNames();
  return (
    <td role="gridcell" className={classes.reported}>
      {reported
        .map(({ platform, size }) => words.reportedSize(platformName(platform), size))
        .join(', ')}
    </td>
  );
}

function cellId(gridId: string, { row, column }: Place): string {
  return `${gridId}-${row}-${column}`;
}

/** Where a key leads; null for keys that lead nowhere. */
function moved({ row, column }: Place, key: string, last: number): Place | null {
  const within = (value: number): number => Math.max(0, Math.min(last, value));
  switch (key) {
    case 'ArrowLeft':
      return { row, column: within(column - 1) };
    case 'ArrowRight':
      return { row, column: within(column + 1) };
    case 'ArrowUp':
      return { row: within(row - 1), column };
    case 'ArrowDown':
      return { row: within(row + 1), column };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: last };
    default:
      return null;
  }
}
