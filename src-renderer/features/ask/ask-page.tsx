import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { AskTarget } from '../../../src-main/contract/networks.ts';
import { Page } from '../../components/page.tsx';
import type { AskSearch } from '../../search-params.ts';
import { text } from '../../text/index.ts';
import { AskAnswer } from './ask-answer.tsx';
import { AskBox } from './ask-box.tsx';
import { AskFilters, noFilters } from './ask-filters.tsx';
import { AskStart } from './ask-start.tsx';

const words = text.ask;

/** One box, one ranked answer: whom of my contacts to ask, by which way, and why. */
export function AskPage() {
  const target = readTarget(useSearch({ from: '/ask' }));
  const navigate = useNavigate();
  const [filters, setFilters] = useState(noFilters);
  const choose = (chosen: AskTarget): void => {
    void navigate({ to: '/ask', search: toSearch(chosen) });
  };
  return (
    <Page title={text.frame.pages.ask} lead={words.lead}>
      <AskBox onChoose={choose} />
      {target === null ? (
        <AskStart onChoose={choose} />
      ) : (
        <>
          <AskFilters value={filters} onChange={setFilters} />
          <AskAnswer target={target} filters={filters} />
        </>
      )}
    </Page>
  );
}

/** The target that the address names, or null. */
function readTarget(search: AskSearch): AskTarget | null {
  if (search.person !== undefined) return { kind: 'people', ids: [search.person] };
  if (search.organisation !== undefined) {
    return { kind: 'organisation', id: search.organisation, withPast: false };
  }
  if (search.tag !== undefined) return { kind: 'tag', id: search.tag };
  if (search.offers !== undefined) return { kind: 'offers', id: search.offers };
  if (search.needs !== undefined) return { kind: 'needs', id: search.needs };
  return null;
}

function toSearch(target: AskTarget): AskSearch {
  switch (target.kind) {
    case 'people': {
      const [person] = target.ids;
      return person === undefined ? {} : { person };
    }
    case 'organisation':
      return { organisation: target.id };
    case 'tag':
      return { tag: target.id };
    case 'offers':
      return { offers: target.id };
    case 'needs':
      return { needs: target.id };
  }
}
