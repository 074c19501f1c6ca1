import { Input, SegmentedControl } from '@mantine/core';
import IconBroadcast from '@tabler/icons-react/dist/esm/icons/IconBroadcast.mjs';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { PersonId } from '../../../src-main/contract/common.ts';
import { useStatus } from '../../commands/use-book.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { PersonPicker } from '../../components/person-picker.tsx';
import { noTieFilters, TieFilters, toTieFilter } from '../../components/tie-filters.tsx';
import type { ReachSearch } from '../../search-params.ts';
import { text } from '../../text/index.ts';
import { SharesSection } from '../shares/shares-section.tsx';
import { BestToAsk } from './best-to-ask.tsx';
import { ReachAnswer } from './reach-answer.tsx';
import classes from './reach-page.module.css';

const words = text.reach;

/** "If these pass it on": whom it reaches, what each one adds, and whom it is best to ask. */
export function ReachPage() {
  const { people = [], hops = 1 } = useSearch({ from: '/reach' });
  const navigate = useNavigate();
  const me = useStatus()?.me?.id;
  const [filters, setFilters] = useState(noTieFilters);
  const filter = toTieFilter(filters);
  const change = (part: ReachSearch): void => {
    const next = { people, hops, ...part };
    void navigate({ to: '/reach', search: next.people.length === 0 ? {} : next });
  };
  const setPeople = (next: PersonId[]): void => change({ people: next });
  return (
    <Page title={text.frame.pages.reach} lead={words.lead}>
      <div className={classes.question}>
        <PersonPicker
          label={people.length === 0 ? words.add : words.addAnother}
          value={null}
          without={[...people, ...(me === undefined ? [] : [me])]}
          onChange={(person) => {
            if (person !== null) setPeople([...people, person.id]);
          }}
        />
        <HopsChoice value={hops} onChange={(next) => change({ hops: next })} />
      </div>
      <TieFilters value={filters} onChange={setFilters} />
      {people.length === 0 ? (
        <EmptyState
          icon={IconBroadcast}
          title={words.start.title}
          body={`${words.start.body} ${me === undefined ? '' : words.start.bodyBest}`}
        />
      ) : (
        <ReachAnswer people={people} hops={hops} filter={filter} onPeople={setPeople} />
      )}
      {me !== undefined && (
        <div className={classes.best}>
          <BestToAsk filter={filter} onUse={setPeople} />
          <SharesSection />
        </div>
      )}
    </Page>
  );
}

function HopsChoice({ value, onChange }: { value: number; onChange: (hops: 1 | 2 | 3) => void }) {
  const id = useId();
  return (
    <Input.Wrapper label={words.hops} labelElement="div" labelProps={{ id, display: 'block' }}>
      <SegmentedControl
        aria-labelledby={id}
        value={String(value)}
        onChange={(hops) => onChange(Number(hops) as 1 | 2 | 3)}
        data={[1, 2, 3].map((hops) => ({ value: String(hops), label: words.hopsValue(hops) }))}
      />
    </Input.Wrapper>
  );
}
