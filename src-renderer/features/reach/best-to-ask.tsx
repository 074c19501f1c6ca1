import { Button, NumberInput } from '@mantine/core';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonId } from '../../../src-main/contract/common.ts';
import { type Answer, read } from '../../api.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import classes from './best-to-ask.module.css';
import { GainChart } from './gain-chart.tsx';
import type { ReachFilter } from './reach-answer.tsx';
import { runningSums } from './running-sums.ts';

const words = text.reach.best;
const atFirst = 5;
const most = 25;
type Picks = Answer<'reach', 'best'>['picks'];

interface BestToAskProps {
  filter: ReachFilter;
  /** Makes the picks the set that passes it on. */
  onUse: (people: PersonId[]) => void;
}

/** The k contacts to ask so that most people new to me hear of it, with what each pick gains. */
export function BestToAsk({ filter, onUse }: BestToAskProps) {
  const [wanted, setWanted] = useState(atFirst);
  const best = useQuery({
    ...read('reach', 'best', { count: wanted, filter }),
    placeholderData: keepPreviousData,
  });
  if (best.isError) {
    return <ErrorNotice error={best.error} onRetry={() => void best.refetch()} />;
  }
  const picks = best.data?.picks;
  if (picks?.length === 0) return <NobodyAdds />;
  return (
    <Section title={words.title}>
      <p className={classes.lead}>{words.lead}</p>
      <div className={classes.head}>
        <NumberInput
          label={words.count}
          className={classes.count}
          value={wanted}
          min={1}
          max={most}
          clampBehavior="strict"
          allowDecimal={false}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1) setWanted(value);
          }}
        />
        {picks !== undefined && (
          <Button
            leftSection={<IconArrowUp size={16} aria-hidden />}
            onClick={() => onUse(picks.map(({ id }) => id))}
          >
            {words.use(picks.length)}
          </Button>
        )}
      </div>
      {picks === undefined ? (
        <SkeletonRows rows={atFirst} />
      ) : (
        <div className={classes.answer}>
          <div>
            <PickList picks={picks} />
            {!best.isPlaceholderData && picks.length < wanted && (
              <p className={classes.fewer}>{words.fewer}</p>
            )}
          </div>
          <GainChart gains={picks.map(({ adds }) => adds)} />
        </div>
      )}
    </Section>
  );
}

function PickList({ picks }: { picks: Picks }) {
  const sums = runningSums(picks.map(({ adds }) => adds));
  return (
    <ol className={classes.list}>
      {picks.map((pick, at) => (
        <li key={pick.id} className={classes.row}>
          <span className={`${classes.rank} numbers`}>{at + 1}</span>
          <PersonLink person={pick} size={30} />
          <span className={`${classes.gain} numbers`}>{words.gain(pick.adds)}</span>
          <span className={`${classes.sum} numbers`}>{words.sum(sums[at] ?? 0)}</span>
        </li>
      ))}
    </ol>
  );
}

/** In a section like the others: the page above it has said in large already what it is for. */
function NobodyAdds() {
  return (
    <Section title={words.emptyTitle}>
      <NothingYet>{words.emptyBody}</NothingYet>
      <Button component={Link} to="/transfer" variant="default">
        {words.importAction}
      </Button>
    </Section>
  );
}
