import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import { PersonLink } from '../../components/person-link.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import type { Grouping, MapGraph } from './map-groups.ts';
import classes from './map-list.module.css';
import { type SizeBy, sizeOf } from './scene-of-graph.ts';

const words = text.map.list;
const step = 100;

interface MapListProps {
  graph: MapGraph;
  grouping: Grouping;
  sizeBy: SizeBy;
  only: number | null;
}

/** What the map shows, as a table: for those who do not see it, and for whoever wants to read it through. */
export function MapList({ graph, grouping, sizeBy, only }: MapListProps) {
  const [shown, setShown] = useState(step);
  const rows = graph.people
    .map((person, place) => ({ person, group: grouping.groupOf[place] ?? -1 }))
    .filter(({ person, group }) => person.hops > 0 && (only === null || group === only))
    .toSorted((a, b) => sizeOf(b.person, sizeBy) - sizeOf(a.person, sizeBy));
  return (
    <div className={classes.root} tabIndex={0} role="region" aria-label={words.caption}>
      <Table stickyHeader className="numbers" captionSide="top">
        <Table.Caption className={classes.caption}>{words.caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.person}</Table.Th>
            <Table.Th>{words.group}</Table.Th>
            <Table.Th className={classes.number}>{words.ties}</Table.Th>
            <Table.Th className={classes.number}>{words.brokerage}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.slice(0, shown).map(({ person, group }) => (
            <Table.Tr key={person.id}>
              <Table.Td>
                <PersonLink person={person} hint={person.organisation} />
              </Table.Td>
              <Table.Td>{grouping.groups[group]?.label ?? text.map.legend.rest}</Table.Td>
              <Table.Td className={classes.number}>{count(person.ties)}</Table.Td>
              <Table.Td className={classes.number}>{person.constraint?.toFixed(2) ?? ''}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {shown < rows.length && (
        <Button variant="default" m="md" onClick={() => setShown(shown + step)}>
          {text.common.more}
        </Button>
      )}
    </div>
  );
}
