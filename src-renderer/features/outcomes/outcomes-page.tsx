import { Button, Group } from '@mantine/core';
import IconPlant from '@tabler/icons-react/dist/esm/icons/IconPlant2.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Outcome, SourceRow } from '../../../src-main/contract/outcomes.ts';
import { type Answer, read } from '../../api.ts';
import { usePageCommands } from '../../commands/page-commands.ts';
import { pageKeys } from '../../commands/page-keys.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Page } from '../../components/page.tsx';
import { PrintButtons } from '../../components/print-buttons.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import { money } from '../../text/money.ts';
import { BalanceSection } from '../favours/balance-section.tsx';
import { ThanksSection } from '../favours/thanks-section.tsx';
import { LogOutcomeWindow } from './log-outcome-window.tsx';
import { OutcomeList } from './outcome-list.tsx';
import classes from './outcomes-page.module.css';
import { mostUsedCurrency } from './source-bars.ts';
import { SourcesSection } from './sources-section.tsx';

const words = text.outcomes;

/** What came of it: where my work comes from, every job with its line of descent, thanks and balances. */
export function OutcomesPage() {
  const sources = useQuery(read('outcomes', 'sources', {}));
  const list = useQuery(read('outcomes', 'list', {}));
  const [editing, setEditing] = useState<Outcome | 'new' | null>(null);
  usePageCommands([
    {
      id: 'logOutcome',
      label: words.log,
      icon: IconPlus,
      keys: [pageKeys.logOutcome],
      run: () => setEditing('new'),
    },
  ]);
  const error = sources.error ?? list.error;
  const isReady = sources.data !== undefined && list.data !== undefined;
  return (
    <Page
      title={text.frame.pages.outcomes}
      lead={words.lead}
      actions={
        <Group gap="xs" className="not-printed">
          <PrintButtons name={text.frame.pages.outcomes} />
          <Button
            leftSection={<IconPlus size={17} aria-hidden />}
            onClick={() => setEditing('new')}
          >
            {words.log}
          </Button>
        </Group>
      }
    >
      {error !== null && <ErrorNotice error={error} onRetry={() => void sources.refetch()} />}
      {error === null && !isReady && <SkeletonRows rows={6} />}
      {isReady && <Loaded sources={sources.data} all={list.data} onEdit={setEditing} />}
      {editing !== null && (
        <LogOutcomeWindow
          outcome={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  );
}

interface LoadedProps {
  sources: Answer<'outcomes', 'sources'>;
  all: readonly Outcome[];
  onEdit: (outcome: Outcome) => void;
}

function Loaded({ sources, all, onEdit }: LoadedProps) {
  const [chosen, setChosen] = useState<SourceRow | null>(null);
  const shown =
    chosen === null ? all : all.filter((outcome) => chosen.outcomeIds.includes(outcome.id));
  return (
    <div className={classes.columns}>
      <div>
        {all.length === 0 ? (
          <EmptyState icon={IconPlant} title={words.empty.title} body={words.empty.body} />
        ) : (
          <>
            <Total total={sources.total} />
            <SourcesSection
              sources={sources}
              currency={mostUsedCurrency(all)}
              chosen={chosen}
              onChoose={setChosen}
            />
            <OutcomeList
              outcomes={shown}
              source={chosen}
              onClear={() => setChosen(null)}
              onEdit={onEdit}
            />
          </>
        )}
      </div>
      <div>
        <ThanksSection />
        <BalanceSection />
      </div>
    </div>
  );
}

function Total({ total }: { total: Answer<'outcomes', 'sources'>['total'] }) {
  return (
    <p className={`${classes.total} numbers`}>
      <span className="hidden-visually">{words.total.label}</span>
      {total.sums.map((sum) => (
        <span key={sum.currency} className={classes.sum}>
          {money(sum)}
        </span>
      ))}
      <span className={classes.of}>
        {words.total.of(total.outcomes)}
        {total.sums.length === 0 && ` · ${words.total.noMoney}`}
      </span>
    </p>
  );
}
