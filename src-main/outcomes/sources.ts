import type { Money, Outcome, SourceRow, sourceViews } from '../contract/outcomes.ts';

type View = (typeof sourceViews)[number];

/** What a bar stands for: one source of an outcome. */
interface Source {
  readonly key: string;
  readonly label: string | null;
  readonly target: SourceRow['target'];
}

const notKnown: Source = { key: '', label: null, target: null };

/** The sources of an outcome in each view. By person there may be several, each credited with the whole. */
const sourcesIn: Readonly<Record<View, (outcome: Outcome) => readonly Source[]>> = {
  person: ({ credited }) =>
    credited.length === 0
      ? [notKnown]
      : credited.map(({ id, name }) => ({
          key: String(id),
          label: name,
          target: { kind: 'person', id },
        })),
  client({ client }) {
    if (client === null) return [notKnown];
    const { id, name } = client.kind === 'person' ? client.person : client.organisation;
    const target = { kind: client.kind, id } as NonNullable<SourceRow['target']>;
    return [{ key: `${client.kind} ${id}`, label: name, target }];
  },
  event: ({ event }) => [
    event === null
      ? notKnown
      : { key: String(event.id), label: event.title, target: { kind: 'event', id: event.id } },
  ],
  platform: ({ platform }) => [
    platform === null ? notKnown : { key: platform.key, label: platform.name, target: null },
  ],
  year: ({ onDate }) => [{ key: onDate.slice(0, 4), label: onDate.slice(0, 4), target: null }],
};

/**
 * What came of each source, in one view. Years in their order; others by the number of outcomes, the most
 * first, then by name; what is not known comes last.
 */
export function groupBySource(outcomes: readonly Outcome[], view: View): SourceRow[] {
  const groups = new Map<string, { source: Source; outcomes: Outcome[] }>();
  for (const outcome of outcomes) {
    for (const source of sourcesIn[view](outcome)) {
      const group = groups.get(source.key) ?? { source, outcomes: [] };
      group.outcomes.push(outcome);
      groups.set(source.key, group);
    }
  }
  const rows = [...groups.values()].map(({ source, outcomes: own }) => ({
    label: source.label,
    target: source.target,
    sums: sumByCurrency(own),
    outcomeIds: own.map(({ id }) => id),
  }));
  return rows.toSorted(view === 'year' ? compareLabels : compareRows);
}

/** Sums of the values, a currency each, in the order of the currencies' codes. Amounts are whole units: exact. */
export function sumByCurrency(outcomes: readonly Pick<Outcome, 'value'>[]): Money[] {
  const sums = new Map<string, number>();
  for (const { value } of outcomes) {
    if (value !== null) sums.set(value.currency, (sums.get(value.currency) ?? 0) + value.amount);
  }
  return [...sums]
    .map(([currency, amount]) => ({ currency, amount }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

function compareLabels(a: SourceRow, b: SourceRow): number {
  return (a.label ?? '').localeCompare(b.label ?? '');
}

function compareRows(a: SourceRow, b: SourceRow): number {
  if (a.label === null || b.label === null) return a.label === null ? 1 : -1;
  return b.outcomeIds.length - a.outcomeIds.length || compareLabels(a, b);
}
