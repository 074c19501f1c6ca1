import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { read } from '../../api.ts';
import { PersonLink } from '../../components/person-link.tsx';
import { text } from '../../text/index.ts';
import { GrowingSection, useGrowth } from './growing-section.tsx';
import classes from './lists.module.css';

const words = text.person.mutual;

/** People whom both of us know, strongest first. */
export function MutualSection({ person }: { person: PersonDetail }) {
  const growth = useGrowth();
  const answer = useQuery({
    ...read('people', 'mutual', { id: person.id, limit: growth.limit }),
    placeholderData: keepPreviousData,
  });
  return (
    <GrowingSection title={words.title} none={words.none} answer={answer} growth={growth}>
      <ul className={classes.people}>
        {answer.data?.rows.map((row) => (
          <li key={row.id}>
            <PersonLink person={row} size={24} />
          </li>
        ))}
      </ul>
    </GrowingSection>
  );
}
