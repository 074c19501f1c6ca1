import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { AskTarget } from '../../../src-main/contract/networks.ts';
import { Page } from '../../components/page.tsx';
import { text } from '../../text/index.ts';
import { AskAnswer } from './ask-answer.tsx';
import { AskBox } from './ask-box.tsx';
import { AskFilters, noFilters } from './ask-filters.tsx';
import { AskStart } from './ask-start.tsx';
import { AskUnderstood } from './ask-understood.tsx';
import { keyOfTarget, readTarget, toSearch } from './target-search.ts';

const words = text.ask;

/** One box, one ranked answer: whom of my contacts to ask, by which way, and why. */
export function AskPage() {
  const search = useSearch({ from: '/ask' });
  const target = readTarget(search);
  const navigate = useNavigate();
  const [filters, setFilters] = useState(noFilters);
  const choose = (chosen: AskTarget, typed?: string): void => {
    void navigate({ to: '/ask', search: toSearch(chosen, typed) });
  };
  return (
    <Page title={text.frame.pages.ask} lead={words.lead}>
      <AskBox onChoose={choose} />
      {target === null ? (
        <AskStart onChoose={choose} />
      ) : (
        <>
          <AskUnderstood
            key={`understood ${keyOfTarget(target)}`}
            target={target}
            filters={filters}
            typed={search.typed}
            onChoose={choose}
          />
          <AskFilters value={filters} onChange={setFilters} />
          <AskAnswer
            key={keyOfTarget(target)}
            target={target}
            filters={filters}
            onSort={(sort) => setFilters({ ...filters, sort })}
          />
        </>
      )}
    </Page>
  );
}
