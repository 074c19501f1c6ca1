import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { read } from '../../api.ts';
import { NothingYet, Section } from '../../components/section.tsx';
import { day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { money } from '../../text/money.ts';
import { BalanceWords } from '../favours/balance-section.tsx';
import { OwedList } from '../favours/thanks-section.tsx';
import { LogShareWindow } from '../shares/log-share-window.tsx';
import { ShareList } from '../shares/share-list.tsx';
import classes from './lists.module.css';

const words = text.person.favours;

/** What went back and forth between me and a person: balance, thanks owed, work, messages passed on. */
export function FavoursSection({ person }: { person: PersonDetail }) {
  const personId = person.id;
  const { data: owed = [] } = useQuery(read('favours', 'owed', { personId }));
  const { data: balances = [] } = useQuery(read('favours', 'balances', { personId }));
  const { data: shares = [] } = useQuery(read('favours', 'shares', { personId }));
  const { data: outcomes = [] } = useQuery(read('outcomes', 'list', { personId }));
  const [isLogging, setLogging] = useState(false);
  const isEmpty = balances.length === 0 && outcomes.length === 0;
  return (
    <Section
      title={words.title}
      action={
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => setLogging(true)}
        >
          {text.shares.log}
        </Button>
      }
    >
      {isEmpty && <NothingYet>{words.none}</NothingYet>}
      {balances.map((balance) => (
        <BalanceWords key={personId} balance={balance} />
      ))}
      <OwedList owed={owed} />
      {outcomes.length > 0 && (
        <ul className={classes.list}>
          {outcomes.map(({ id, title, value, onDate }) => (
            <li key={id} className={classes.line}>
              <span className={classes.what}>
                <Link to="/outcomes" className={classes.link}>
                  {title}
                </Link>
              </span>
              <span className={`${classes.quiet} numbers`}>
                {value === null ? day(onDate) : `${money(value)} · ${day(onDate)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <ShareList shares={shares} />
      {isLogging && <LogShareWindow person={person} onClose={() => setLogging(false)} />}
    </Section>
  );
}
