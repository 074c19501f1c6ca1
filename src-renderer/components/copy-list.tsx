import { Button, Group, Modal, Text } from '@mantine/core';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { useState } from 'react';
import type { BookCopy } from '../../src-main/contract/backups.ts';
import type { Answer } from '../api.ts';
import { useCopySteps } from '../commands/use-backups.ts';
import { text } from '../text/index.ts';
import classes from './copy-list.module.css';
import { NothingYet } from './section.tsx';
import { UnlockCopyWindow } from './unlock-copy-window.tsx';

const words = text.safety.copies;

interface CopyListProps {
  copies: readonly BookCopy[];
  /** The book's own file, of which a restore keeps the present one; null when there is none. */
  bookPath: string | null;
  /** The book cannot be opened: the newest copy is what is most likely wanted. */
  offersNewest?: boolean;
}

/** Copies of the book with what each is, and what can be done with it. */
export function CopyList({ bookPath, copies, offersNewest = false }: CopyListProps) {
  const [chosen, setChosen] = useState<BookCopy | null>(null);
  const { asked, isBusy, lookInto, restore, verify } = useCopySteps();
  const newest = copies.find(({ bytesAre }) => bytesAre !== 'changed');
  if (copies.length === 0) return <NothingYet>{words.none}</NothingYet>;
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className="hidden-visually">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.takenAt}</th>
            <th scope="col">{words.reason}</th>
            <th scope="col">{words.size}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">
              <span className="hidden-visually">{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {copies.map((copy) => (
            <CopyRow
              key={`${copy.place} ${copy.name}`}
              copy={copy}
              isBusy={isBusy}
              isOffered={offersNewest && copy === newest}
              verify={verify}
              onLookInto={() => lookInto(copy)}
              onRestore={() => setChosen(copy)}
            />
          ))}
        </tbody>
      </table>
      <RestoreWindow
        copy={chosen}
        bookPath={bookPath}
        onClose={() => setChosen(null)}
        onRestore={(copy) => {
          setChosen(null);
          restore(copy);
        }}
      />
      <UnlockCopyWindow asked={asked} />
    </div>
  );
}

interface CopyRowProps {
  copy: BookCopy;
  isBusy: boolean;
  isOffered: boolean;
  verify: ReturnType<typeof useCopySteps>['verify'];
  onLookInto: () => void;
  onRestore: () => void;
}

function CopyRow(props: CopyRowProps) {
  const { copy, isBusy, isOffered, onLookInto, onRestore, verify } = props;
  const taken = words.when(copy.takenAt);
  const [found, setFound] = useState<Answer<'backups', 'verify'> | null>(null);
  const [isVerifying, setVerifying] = useState(false);
  const isBroken = found?.isWhole === false || copy.bytesAre === 'changed';
  const onVerify = (): void => {
    setVerifying(true);
    void verify(copy, setFound).finally(() => setVerifying(false));
  };
  return (
    <tr>
      <th scope="row" className="numbers">
        {taken}
      </th>
      <td className={classes.reason}>
        {words.reasons[copy.reason]}
        {copy.place === 'second' && <span className={classes.place}>{words.second}</span>}
        {copy.isEncrypted && (
          <span className={classes.place}>
            <IconLock size={13} aria-hidden /> {text.encryption.copy.encrypted}
          </span>
        )}
      </td>
      <td className={`${classes.size} numbers`}>{words.bytes(copy.bytes)}</td>
      <td role="status" className={isBroken ? classes.broken : undefined}>
        {found === null
          ? words.states[copy.bytesAre]
          : found.isWhole
            ? words.whole
            : (found.problem ?? words.broken)}
      </td>
      <td>
        <RowActions
          taken={taken}
          isBusy={isBusy || isBroken}
          isOffered={isOffered}
          isVerifying={isVerifying}
          onVerify={onVerify}
          onLookInto={onLookInto}
          onRestore={onRestore}
        />
      </td>
    </tr>
  );
}

interface RowActionsProps extends Omit<CopyRowProps, 'copy' | 'verify'> {
  taken: string;
  isVerifying: boolean;
  onVerify: () => void;
}

function RowActions(props: RowActionsProps) {
  const { isBusy, isOffered, isVerifying, onLookInto, onRestore, onVerify, taken } = props;
  return (
    <div className={classes.actions}>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={words.verify(taken)}
        loading={isVerifying}
        onClick={onVerify}
      >
        {words.verifyShort}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={words.lookInto(taken)}
        disabled={isBusy}
        onClick={onLookInto}
      >
        {words.lookIntoShort}
      </Button>
      <Button
        size="compact-xs"
        variant={isOffered ? 'filled' : 'default'}
        aria-label={words.restore(taken)}
        disabled={isBusy}
        onClick={onRestore}
      >
        {words.restoreShort}
      </Button>
    </div>
  );
}

interface RestoreWindowProps {
  copy: BookCopy | null;
  bookPath: string | null;
  onClose: () => void;
  onRestore: (copy: BookCopy) => void;
}

/** The second of the two clicks. */
function RestoreWindow({ copy, bookPath, onClose, onRestore }: RestoreWindowProps) {
  const sentences = text.safety.restore;
  return (
    <Modal
      opened={copy !== null}
      onClose={onClose}
      title={sentences.title}
      size="30rem"
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      {copy !== null && (
        <>
          <Text>{sentences.body(words.when(copy.takenAt))}</Text>
          {bookPath !== null && <Text mt="sm">{sentences.kept(stemOf(bookPath))}</Text>}
          <Group justify="flex-end" mt="lg" gap="xs">
            <Button variant="default" onClick={onClose}>
              {text.common.cancel}
            </Button>
            <Button data-autofocus onClick={() => onRestore(copy)}>
              {sentences.confirm}
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}

/** "book" of "/home/kim/book.acquaint". */
function stemOf(path: string): string {
  const name = path.split(/[\\/]/u).at(-1) ?? '';
  return name.replace(/\.[^.]*$/u, '') || 'book';
}
