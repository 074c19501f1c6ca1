import { Anchor, Badge, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { read } from '../../api.ts';
import { PersonLink } from '../../components/person-link.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { type PastImport, PastImportDrawer } from './past-import.tsx';

const words = text.transfer.past;

/** What was imported so far, newest first. */
export function PastImports() {
  const { data = [] } = useQuery(read('transfer', 'imports', {}));
  const [opened, setOpened] = useState<PastImport['id'] | null>(null);
  if (data.length === 0) return null;
  return (
    <section>
      <Title order={2} mt="xl" mb="xs">
        {words.title}
      </Title>
      <Table className="numbers" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.when}</Table.Th>
            <Table.Th>{words.what}</Table.Th>
            <Table.Th>{words.whose}</Table.Th>
            <Table.Th ta="right">{words.created}</Table.Th>
            <Table.Th ta="right">{words.ties}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>{words.at(one.importedAt)}</Table.Td>
              <Table.Td>
                <Anchor component="button" fz="sm" fw={600} onClick={() => setOpened(one.id)}>
                  {one.sourceName}
                </Anchor>
                {one.changes.open > 0 && (
                  <Badge ml="xs" variant="light">
                    {words.news(one.changes.open)}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td>
                {one.owner === null ? words.unknownOwner : <PersonLink person={one.owner} inline />}
              </Table.Td>
              <Table.Td ta="right">{count(one.people.created + one.people.unsure)}</Table.Td>
              <Table.Td ta="right">{count(one.ties.created)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <PastImportDrawer importId={opened} onClose={() => setOpened(null)} />
    </section>
  );
}
