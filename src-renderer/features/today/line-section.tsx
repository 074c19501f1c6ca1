import type { TablerIcon } from '@tabler/icons-react';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { useToday } from '../../commands/use-book.ts';
import { text } from '../../text/index.ts';
import { TodayLine } from './today-line.tsx';
import { TodaySection } from './today-section.tsx';

/** More lines than anybody works off in a day. */
const all = 500;

/** How many lines a section reads: the first ones until all are asked for. */
export function useLimit(first = 12): { limit: number; onShowAll: () => void } {
  const [limit, setLimit] = useState(first);
  return { limit, onShowAll: () => setLimit(all) };
}

type LineProps = ComponentProps<typeof TodayLine>;

interface LineSectionProps<Row> {
  name: keyof typeof text.today.sections;
  icon: TablerIcon;
  hint?: string;
  answer: ComponentProps<typeof TodaySection<Row>>['answer'];
  onShowAll: () => void;
  /** When a line is due; without it lines have no day. */
  whenOf?: (row: Row, today: string) => Pick<LineProps, 'when' | 'isLate'>;
  /** What a line is about. */
  children: (row: Row) => ReactNode;
}

/** A part of Today whose lines are about one person each, and can be done, put off and acted on. */
export function LineSection<Row extends Pick<LineProps, 'line' | 'person' | 'role'>>(
  props: LineSectionProps<Row>,
) {
  const { name, whenOf, children, ...section } = props;
  const today = useToday();
  return (
    <TodaySection title={text.today.sections[name]} keyOf={({ line }: Row) => line.id} {...section}>
      {(row) => (
        <TodayLine line={row.line} person={row.person} role={row.role} {...whenOf?.(row, today)}>
          {children(row)}
        </TodayLine>
      )}
    </TodaySection>
  );
}
