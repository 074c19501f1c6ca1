import { Button, Group, NativeSelect, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ColumnKind, columnKinds } from '../../../src-main/contract/columns.ts';
import { type Answer, api } from '../../api.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import classes from './plan-view.module.css';
import { type ChosenFile, deliverFiles } from './deliver-files.ts';
import type { ImportFlow } from './use-import.ts';

const words = text.transfer.columns;
type Description = Answer<'transfer', 'describeTable'>;
type Kinds = readonly (ColumnKind | null)[];

/** "Which column is what?": for tables that nobody knows, with guesses, samples, and a memory. */
export function ColumnMapper({ file, flow }: { file: ChosenFile; flow: ImportFlow }) {
  const described = useQuery({
    queryKey: ['transfer', 'describeTable', file.name, file.size, file.lastModified],
    queryFn: () => describe(file),
    gcTime: 0,
  });
  return (
    <section aria-label={words.title}>
      <Title order={2}>{words.title}</Title>
      <p className={classes.quiet}>{words.hint}</p>
      {described.isError && <ErrorNotice error={described.error} />}
      {described.isPending && <SkeletonRows />}
      {described.data !== undefined && (
        <MapperForm
          description={described.data}
          onCancel={() => flow.change({ mapping: null })}
          onChoose={(kinds) => flow.mapColumns(file, kinds)}
        />
      )}
      {described.isError && (
        <Button variant="subtle" onClick={() => flow.change({ mapping: null })}>
          {text.common.cancel}
        </Button>
      )}
    </section>
  );
}

async function describe(file: ChosenFile): Promise<Description> {
  const [delivered] = await deliverFiles([file]);
  if (delivered === undefined) throw new Error('A file was delivered and is not there.');
  return api.transfer.describeTable({ file: delivered });
}

interface MapperFormProps {
  description: Description;
  onChoose: (kinds: Kinds) => void;
  onCancel: () => void;
}

function MapperForm({
  description: { columns, isRemembered },
  onChoose,
  onCancel,
}: MapperFormProps) {
  const [kinds, setKinds] = useState<Kinds>(columns.map(({ kind }) => kind));
  const choose = (at: number, kind: ColumnKind | null): void =>
    setKinds(kinds.map((before, index) => (index === at ? kind : before)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(kinds);
      }}
    >
      {isRemembered && <p className={classes.explain}>{words.remembered}</p>}
      <div className={classes.rows} tabIndex={0} role="group" aria-label={words.title}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.column}</Table.Th>
              <Table.Th>{words.samples}</Table.Th>
              <Table.Th>{words.holds}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {columns.map(({ header, samples }, at) => (
              <Table.Tr key={`${at} ${header}`}>
                <Table.Td>{header === '' ? words.nameless(at + 1) : header}</Table.Td>
                <Table.Td className={classes.sample}>{samples.join(' · ')}</Table.Td>
                <Table.Td>
                  <NativeSelect
                    aria-label={words.of(header === '' ? words.nameless(at + 1) : header)}
                    value={kinds[at] ?? ''}
                    onChange={(event) => {
                      const { value } = event.currentTarget;
                      choose(at, columnKinds.find((kind) => kind === value) ?? null);
                    }}
                    data={[
                      { value: '', label: words.kept },
                      ...columnKinds.map((value) => ({ value, label: words.kind[value] })),
                    ]}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Group gap="xs" mt="lg">
        <Button type="submit">{text.transfer.look}</Button>
        <Button variant="subtle" onClick={onCancel}>
          {text.common.cancel}
        </Button>
      </Group>
    </form>
  );
}
