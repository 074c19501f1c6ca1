import { Button, Group, List, Modal, Table, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { PersonId } from '../../src-main/contract/common.ts';
import { type Answer, api, read } from '../api.ts';
import { count } from '../text/common.ts';
import { text } from '../text/index.ts';
import { ErrorNotice } from './error-notice.tsx';
import classes from './erase-window.module.css';
import { notifyError } from './notify.tsx';
import { SkeletonRows } from './skeleton-rows.tsx';

const words = text.safety.erase;

interface EraseWindowProps {
  /** Whom to erase; null while the window is closed. */
  ids: readonly PersonId[] | null;
  /** They are gone; the window still shows the proof. */
  onErased: () => void;
  onClose: () => void;
}

/** Says what erasing takes, asks for the name, and shows the proof. */
export function EraseWindow({ ids, onErased, onClose }: EraseWindowProps) {
  const erase = useMutation({
    mutationFn: (chosen: readonly PersonId[]) => api.erasure.erase({ ids: [...chosen] }),
    onSuccess: onErased,
    onError: notifyError,
  });
  const close = (): void => {
    if (erase.isPending) return;
    erase.reset();
    onClose();
  };
  return (
    <Modal
      opened={ids !== null}
      onClose={close}
      title={erase.data === undefined ? words.confirm : words.done(erase.data.erased.length)}
      size="36rem"
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      {ids !== null && erase.data === undefined && (
        <EraseForm
          ids={ids}
          isBusy={erase.isPending}
          onCancel={close}
          onErase={() => erase.mutate(ids)}
        />
      )}
      {erase.data !== undefined && <ErasedReport report={erase.data} onDone={close} />}
    </Modal>
  );
}

interface EraseFormProps {
  ids: readonly PersonId[];
  isBusy: boolean;
  onCancel: () => void;
  onErase: () => void;
}

function EraseForm({ ids, isBusy, onCancel, onErase }: EraseFormProps) {
  const { data, error } = useQuery(read('erasure', 'preview', { ids: [...ids] }));
  const [typed, setTyped] = useState('');
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <SkeletonRows rows={4} />;
  const name = data.people.length === 1 ? (data.people[0]?.name ?? null) : null;
  const word = words.word(name, data.people.length);
  const isMeant = typed.trim().toLowerCase() === word.toLowerCase();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isMeant && !isBusy) onErase();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Text fw={600}>{words.title(name, data.people.length)}</Text>
      {name === null && (
        <Text size="sm" c="dimmed" lineClamp={4}>
          {data.people.map((person) => person.name).join(', ')}
        </Text>
      )}
      <Text mt="sm" size="sm" fw={600}>
        {words.goes}
      </Text>
      <List size="sm">
        <List.Item>{words.rows}</List.Item>
        <List.Item>{words.undo(data.undoSteps)}</List.Item>
        <List.Item>{words.backups}</List.Item>
      </List>
      <Text mt="sm" size="sm" fw={600}>
        {words.stays}
      </Text>
      <List size="sm">
        <List.Item>{words.mark}</List.Item>
        {data.shared.length > 0 && <List.Item>{words.shared(data.shared)}</List.Item>}
        <List.Item>{words.elsewhere}</List.Item>
      </List>
      <TextInput
        // the window opens before what it is about is known, and looks for what has the focus then
        autoFocus
        data-autofocus
        mt="md"
        label={words.type(word)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" disabled={isBusy} onClick={onCancel}>
          {text.common.cancel}
        </Button>
        <Button type="submit" color="red.8" loading={isBusy} disabled={!isMeant}>
          {words.confirm}
        </Button>
      </Group>
    </form>
  );
}

type Erased = Answer<'erasure', 'erase'>;

function ErasedReport({ report, onDone }: { report: Erased; onDone: () => void }) {
  const { backups, proof, redactions, shared } = report;
  const sentences = [
    ...(proof === null ? [] : sumUp(proof)),
    redactions > 0 ? words.redactions(redactions) : null,
    backups.cleaned > 0 ? words.cleaned(backups.cleaned) : null,
    shared.length > 0 ? words.shared(shared) : null,
    backups.unreadable.length > 0 ? words.unreadable(backups.unreadable) : null,
    backups.left.length > 0 ? words.left(backups.left) : null,
    backups.waiting === null ? null : words.waiting(backups.waiting),
  ].filter((sentence) => sentence !== null);
  return (
    <div role="status">
      {proof !== null && (
        <Text fw={600}>{proof.isClean ? words.clean(proof.places.length) : words.unclean}</Text>
      )}
      <List size="sm" mt="xs">
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
      {proof !== null && <ProofTable proof={proof} />}
      <Group justify="flex-end" mt="lg">
        <Button onClick={onDone}>{text.common.close}</Button>
      </Group>
    </div>
  );
}

type Proof = NonNullable<Erased['proof']>;

/** A sentence for each way of searching. */
function sumUp({ places }: Proof): string[] {
  return (['rows', 'texts', 'bytes'] as const).map((kind) => {
    const searched = places.filter((place) => place.kind === kind);
    const found = searched.reduce((sum, place) => sum + place.found, 0);
    return words.kindSum[kind](searched.length, found);
  });
}

/** What was found comes first; long lists scroll. */
function ProofTable({ proof }: { proof: Proof }) {
  const places = proof.places.toSorted((a, b) => b.found - a.found);
  return (
    <details className={classes.proof} open={!proof.isClean}>
      <summary>{words.places}</summary>
      <section className={classes.scroll} aria-label={words.places} tabIndex={0}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.place}</Table.Th>
              <Table.Th>{words.found}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {places.map(({ found, kind, place }) => (
              <Table.Tr key={`${kind} ${place}`}>
                <Table.Td>
                  {place}
                  <span className={classes.kind}>{words.kind[kind]}</span>
                </Table.Td>
                <Table.Td className="numbers">{count(found)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </details>
  );
}
