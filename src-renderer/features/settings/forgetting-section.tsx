import { Button, Checkbox, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonId } from '../../../src-main/contract/common.ts';
import { type Answer, read } from '../../api.ts';
import { useErase } from '../../commands/erasing-context.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { text } from '../../text/index.ts';
import classes from './settings-page.module.css';

const words = text.safety.forgetting;
const yearsOffered = [1, 2, 3, 5, 10];

/** How many marks of erased people are kept, and who might be forgotten. */
export function ForgettingSection({ isReading }: { isReading: boolean }) {
  return (
    <Section title={words.title}>
      <p className={classes.hint}>{words.hint}</p>
      {isReading ? <p className={classes.hint}>{words.looking}</p> : <WhomToForget />}
    </Section>
  );
}

function WhomToForget() {
  const [years, setYears] = useState(5);
  const erase = useErase();
  const { data } = useQuery(read('erasure', 'overview', { years, limit: 200 }));
  return (
    <>
      {data !== undefined && (
        <p className={classes.hint}>{words.marks(data.erasedMarks, data.lastErasedOn)}</p>
      )}
      <h3 className={classes.part}>{words.candidates}</h3>
      <Select
        label={words.years}
        w="11rem"
        mb="sm"
        allowDeselect={false}
        value={String(years)}
        onChange={(value) => setYears(Number(value))}
        data={yearsOffered.map((value) => ({
          value: String(value),
          label: words.yearsOption(value),
        }))}
      />
      {data !== undefined && <Candidates key={years} overview={data} onErase={erase} />}
    </>
  );
}

interface CandidatesProps {
  overview: Answer<'erasure', 'overview'>;
  onErase: (ids: readonly PersonId[]) => void;
}

function Candidates({ overview, onErase }: CandidatesProps) {
  const [chosen, setChosen] = useState<ReadonlySet<PersonId>>(new Set());
  const { forgotten, forgottenTotal } = overview;
  // whoever was erased meanwhile is not chosen any more
  const ids = forgotten.map(({ id }) => id).filter((id) => chosen.has(id));
  if (forgotten.length === 0) return <NothingYet>{words.none}</NothingYet>;
  const toggle = (id: PersonId): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <>
      <p className={classes.hint}>{words.total(forgottenTotal, forgotten.length)}</p>
      <Checkbox
        label={words.all}
        checked={ids.length === forgotten.length}
        indeterminate={ids.length > 0 && ids.length < forgotten.length}
        onChange={(event) =>
          setChosen(new Set(event.currentTarget.checked ? forgotten.map(({ id }) => id) : []))
        }
      />
      <ul className={classes.candidates}>
        {forgotten.map(({ id, importedOn, name }) => (
          <li key={id}>
            <Checkbox
              label={`${name}, ${words.imported(importedOn)}`}
              checked={chosen.has(id)}
              onChange={() => toggle(id)}
            />
          </li>
        ))}
      </ul>
      <Button variant="default" disabled={ids.length === 0} onClick={() => onErase(ids)}>
        {words.erase(ids.length)}
      </Button>
    </>
  );
}
