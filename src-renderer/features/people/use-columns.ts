import { useLocalStorage } from '@mantine/hooks';
import { useCallback, useMemo } from 'react';
import {
  type Column,
  type ColumnChoice,
  type ColumnKey,
  columnOf,
  columnsFor,
  templateOf,
  widthNeeded,
  widthOf,
} from './people-columns.ts';

const nothingChosen: ColumnChoice = { shown: null, widths: {} };

/** The choice as kept; what another version or hand has left there is passed over. */
function readChoice(stored: string | undefined): ColumnChoice {
  if (stored === undefined) return nothingChosen;
  try {
    const { shown, widths } = JSON.parse(stored) as Partial<ColumnChoice>;
    return {
      shown: Array.isArray(shown)
        ? shown.filter((key: ColumnKey) => columnOf(key) !== undefined)
        : null,
      widths: typeof widths === 'object' && widths !== null ? widths : {},
    };
  } catch {
    return nothingChosen;
  }
}

export interface Columns {
  readonly choice: ColumnChoice;
  readonly shown: readonly Column[];
  /** For CSS: grid-template-columns, and the least width of a row in pixels. */
  readonly template: string;
  readonly leastWidth: number;
  readonly show: (keys: readonly ColumnKey[]) => void;
  readonly resize: (key: ColumnKey | 'name', width: number) => void;
  readonly reset: () => void;
}

/** The columns of the table and their widths, remembered in this window's profile. */
export function useColumns(room: number): Columns {
  const [choice, setChoice, forget] = useLocalStorage<ColumnChoice>({
    key: 'acquaint-people-columns',
    defaultValue: nothingChosen,
    getInitialValueInEffect: false,
    deserialize: readChoice,
  });
  const shown = useMemo(() => columnsFor(choice, room), [choice, room]);
  const show = useCallback(
    (keys: readonly ColumnKey[]) => setChoice((now) => ({ ...now, shown: keys })),
    [setChoice],
  );
  const resize = useCallback(
    (key: ColumnKey | 'name', width: number) =>
      setChoice((now) => {
        const widths = { ...now.widths, [key]: width };
        return { ...now, widths: { ...widths, [key]: widthOf(key, { ...now, widths }) } };
      }),
    [setChoice],
  );
  return {
    choice,
    shown,
    template: templateOf(shown, choice),
    leastWidth: widthNeeded(shown, choice),
    show,
    resize,
    reset: forget,
  };
}
