import { useQuery } from '@tanstack/react-query';
import type { Balance } from '../../../src-main/contract/favours.ts';
import { read } from '../../api.ts';
import { FoldedList } from '../../components/folded-list.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { sums } from '../../text/money.ts';
import classes from './balance-section.module.css';

const words = text.outcomes.balance;

/** What went each way between me and everybody. */
export function BalanceSection() {
  const { data: all = [] } = useQuery(read('favours', 'balances', {}));
  // those with whom something is open first, whoever's turn it is
  const ordered = all.toSorted((a, b) => Math.abs(b.balance) - Math.abs(a.balance));
  return (
    <Section title={words.title} {...(all.length === 0 ? {} : { count: count(all.length) })}>
      {all.length === 0 && <NothingYet>{words.none}</NothingYet>}
      <FoldedList className={classes.list}>
        {ordered.map((balance) => (
          <li key={balance.person.id} className={classes.row}>
            <PersonLink person={balance.person} size={24} />
            <BalanceWords balance={balance} />
          </li>
        ))}
      </FoldedList>
    </Section>
  );
}

/** One balance in words and figures: who owes whom, and what went each way. */
export function BalanceWords({ balance }: { balance: Balance }) {
  const { given, received } = balance;
  const side = balance.balance === 0 ? 'even' : balance.balance > 0 ? 'mine' : 'theirs';
  return (
    <>
      <span className={`${classes.balance} numbers`} data-side={side}>
        {words.balance(balance.balance)}
      </span>
      <dl className={classes.sides}>
        <dt>{words.head.given}</dt>
        <dd>{words.favours(given.introductions, given.shares)}</dd>
        <dt>{words.head.received}</dt>
        <dd>{words.favours(received.introductions, received.shares)}</dd>
        {received.outcomes > 0 && (
          <>
            <dt>{words.head.value}</dt>
            <dd className="numbers">
              {received.sums.length === 0
                ? text.outcomes.total.of(received.outcomes)
                : `${sums(received.sums)} (${text.outcomes.total.of(received.outcomes)})`}
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
