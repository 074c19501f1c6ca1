import { Button, Table } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { read } from '../../api.ts';
import { PersonLink } from '../../components/person-link.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { LogShareWindow } from './log-share-window.tsx';
import { ShareList } from './share-list.tsx';
import classes from './shares-section.module.css';

const words = text.shares;
const shownAtFirst = 8;

/** The share log: who passed on what for whom, and whom I could ask in return. */
export function SharesSection() {
  const { data: shares = [] } = useQuery(read('favours', 'shares', {}));
  const [isLogging, setLogging] = useState(false);
  const [isAll, setAll] = useState(false);
  const shown = isAll ? shares : shares.slice(0, shownAtFirst);
  return (
    <>
      <Section
        title={words.section}
        count={shares.length === 0 ? undefined : count(shares.length)}
        action={
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setLogging(true)}
          >
            {words.log}
          </Button>
        }
      >
        <NothingYet>{shares.length === 0 ? words.none : words.lead}</NothingYet>
        <ShareList shares={shown} />
        {shares.length > shown.length && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {text.common.showAll(shares.length)}
          </Button>
        )}
      </Section>
      <ReturnersSection />
      {isLogging && <LogShareWindow onClose={() => setLogging(false)} />}
    </>
  );
}

/** Those who owe me a favour, by how many people new to me they reach. */
function ReturnersSection() {
  const { data: returners } = useQuery(read('favours', 'returners', {}));
  const { head, lead, none, title } = words.returners;
  return (
    <Section title={title}>
      <NothingYet>{returners?.length === 0 ? none : lead}</NothingYet>
      {returners !== undefined && returners.length > 0 && (
        <Table className="numbers" verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{head.person}</Table.Th>
              <Table.Th className={classes.right}>{head.newToMe}</Table.Th>
              <Table.Th className={classes.right}>{head.balance}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {returners.map(({ person, balance, newToMe }) => (
              <Table.Tr key={person.id}>
                <Table.Td>
                  <PersonLink person={person} size={24} />
                </Table.Td>
                <Table.Td className={classes.right}>{count(newToMe)}</Table.Td>
                <Table.Td className={classes.right}>{count(balance)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
