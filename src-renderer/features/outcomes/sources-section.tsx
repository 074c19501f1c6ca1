import { BarChart } from '@mantine/charts';
import { SegmentedControl, Table, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { SourceRow } from '../../../src-main/contract/outcomes.ts';
import type { Answer } from '../../api.ts';
import { useStatus } from '../../commands/use-book.ts';
import { Section } from '../../components/section.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { money, sums } from '../../text/money.ts';
import { type Bar, barsOf, mostBars, orderRows, type Unit } from './source-bars.ts';
import classes from './sources-section.module.css';

const words = text.outcomes.sources;
type Sources = Answer<'outcomes', 'sources'>;
type View = keyof Sources['by'];
const views: readonly View[] = ['person', 'client', 'event', 'platform', 'year'];

interface SourcesSectionProps {
  sources: Sources;
  /** The currency with most outcomes; null when none is counted in money. */
  currency: string | null;
  /** The row whose outcomes are listed below. */
  chosen: SourceRow | null;
  onChoose: (row: SourceRow | null) => void;
}

/** Where my work comes from: bars in one unit, and beside them a table with the figures of every bar. */
export function SourcesSection({ sources, currency, chosen, onChoose }: SourcesSectionProps) {
  const [view, setView] = useState<View>('person');
  const [unit, setUnit] = useUnit(sources, currency);
  const nameOf = useNameOf(view);
  const rows = sources.by[view];
  const isByYear = view === 'year';
  const bars = barsOf(rows, unit, isByYear, nameOf);
  const withValue = rows.filter((row) => barsOf([row], unit, isByYear, nameOf).length > 0).length;
  return (
    <Section title={words.title}>
      <p className="printed-only">{words.printed(words.views[view], inUnitOf(unit))}</p>
      <div className={`${classes.controls} not-printed`}>
        <SegmentedControl
          aria-label={words.view}
          value={view}
          onChange={(next) => {
            setView(next);
            onChoose(null);
          }}
          data={views.map((value) => ({ value, label: words.views[value] }))}
        />
        <UnitControl sources={sources} unit={unit} onChange={setUnit} />
      </div>
      <div className={classes.root}>
        <div className={classes.figures}>
          <SourceChart bars={bars} unit={unit} isByYear={isByYear} label={words.views[view]} />
          <SourceTable
            rows={orderRows(rows, unit, isByYear)}
            nameOf={nameOf}
            chosen={chosen}
            onChoose={onChoose}
          />
        </div>
      </div>
      <p className={classes.explained}>
        {words.explained[view]}
        {withValue > mostBars && ` ${words.others(mostBars)}`}
      </p>
    </Section>
  );
}

/** What the bars measure: the currency with most outcomes, as long as the user says nothing else. */
function useUnit({ total }: Sources, currency: string | null): [Unit, (unit: Unit) => void] {
  const [chosen, setUnit] = useState<Unit | null>(null);
  const standard: Unit = currency === null ? { kind: 'count' } : { kind: 'money', currency };
  const isThere =
    chosen?.kind === 'count' || total.sums.some((sum) => sum.currency === chosen?.currency);
  return [chosen !== null && isThere ? chosen : standard, setUnit];
}

function UnitControl(props: { sources: Sources; unit: Unit; onChange: (unit: Unit) => void }) {
  const { sources, unit, onChange } = props;
  if (sources.total.sums.length === 0) return null;
  return (
    <SegmentedControl
      aria-label={words.currency}
      value={unit.kind === 'count' ? '' : unit.currency}
      onChange={(value) =>
        onChange(value === '' ? { kind: 'count' } : { kind: 'money', currency: value })
      }
      data={[
        ...sources.total.sums.map(({ currency }) => ({ value: currency, label: currency })),
        { value: '', label: words.counts },
      ]}
    />
  );
}

/** How a row is called; what is not known has words of its own in each view. */
function useNameOf(view: View): (row: SourceRow) => string {
  const meId = useStatus()?.me?.id;
  return ({ label, target }) => {
    if (label === null) return words.unknown[view];
    return target?.kind === 'person' && target.id === meId ? words.you : label;
  };
}

const inUnitOf = (unit: Unit): string =>
  unit.kind === 'count' ? words.inCounts : words.inCurrency(unit.currency);

const show = (value: number, unit: Unit): string =>
  unit.kind === 'count' ? count(value) : money({ amount: value, currency: unit.currency });

interface SourceChartProps {
  bars: readonly Bar[];
  unit: Unit;
  isByYear: boolean;
  label: string;
}

function SourceChart({ bars, unit, isByYear, label }: SourceChartProps) {
  if (bars.length === 0) return <div className={classes.none}>{words.noneInCurrency}</div>;
  const name = unit.kind === 'count' ? words.counts : unit.currency;
  return (
    <div role="img" aria-label={words.chart(label, inUnitOf(unit))}>
      {/* Chromium lets Tab stop at every layer of the drawing: React listens there for the focus. The table has the figures. */}
      <div inert>
        <BarChart
          className={classes.chart}
          h={isByYear ? 260 : 40 + bars.length * 42}
          data={bars.map((bar) => ({ label: bar.label, [name]: bar.value }))}
          dataKey="label"
          orientation={isByYear ? 'horizontal' : 'vertical'}
          series={[{ name, color: 'var(--strength-on)' }]}
          valueFormatter={(value) => show(value, unit)}
          gridAxis="none"
          tickLine="none"
          withXAxis={isByYear}
          withYAxis={!isByYear}
          maxBarWidth={26}
          withBarValueLabel
          valueLabelProps={{
            position: isByYear ? 'top' : 'right',
            formatter: (value: unknown) => show(Number(value), unit),
            fontSize: 12,
          }}
          yAxisProps={isByYear ? {} : { width: 150, interval: 0 }}
          xAxisProps={isByYear ? {} : { padding: { right: 72 } }}
          barProps={{ isAnimationActive: false, radius: 4 }}
          barChartProps={{ accessibilityLayer: false }}
          withTooltip={false}
        />
      </div>
    </div>
  );
}

interface SourceTableProps {
  rows: readonly SourceRow[];
  nameOf: (row: SourceRow) => string;
  chosen: SourceRow | null;
  onChoose: (row: SourceRow | null) => void;
}

/** The figures behind every bar. A row's button shows its outcomes below. */
function SourceTable({ rows, nameOf, chosen, onChoose }: SourceTableProps) {
  return (
    <Table className="numbers" verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.head.source}</Table.Th>
          <Table.Th className={classes.right}>{words.head.outcomes}</Table.Th>
          <Table.Th className={classes.right}>{words.head.value}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => {
          const isChosen =
            chosen !== null && chosen.label === row.label && chosen.target?.id === row.target?.id;
          const name = nameOf(row);
          return (
            <Table.Tr
              key={`${row.target?.kind} ${row.target?.id} ${name}`}
              className={isChosen ? classes.chosen : undefined}
            >
              <Table.Td>
                <UnstyledButton
                  className={classes.source}
                  aria-pressed={isChosen}
                  aria-label={words.show(name, row.outcomeIds.length)}
                  onClick={() => onChoose(isChosen ? null : row)}
                >
                  {name}
                </UnstyledButton>
              </Table.Td>
              <Table.Td className={classes.right}>{count(row.outcomeIds.length)}</Table.Td>
              <Table.Td className={classes.right}>{sums(row.sums)}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
