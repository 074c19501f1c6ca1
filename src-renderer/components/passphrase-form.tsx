import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { shortestPassphrase } from '../../src-main/contract/encryption.ts';
import { text } from '../text/index.ts';

const words = text.encryption;

export interface Passphrases {
  readonly passphrase: string;
  readonly newPassphrase: string;
}

interface PassphraseFormProps {
  /** Which are asked for. */
  readonly asks: readonly (keyof Passphrases)[];
  readonly action: string;
  /** Of the first field, where it asks for another than the book's. */
  readonly label?: string;
  readonly onSubmit: (typed: Passphrases) => Promise<void>;
  readonly onCancel?: () => void;
  /** Above the fields: a hint, or a field of the caller's own, which has the focus then. */
  readonly children?: React.ReactNode;
  readonly leavesFocus?: boolean;
}

const nothing: Passphrases & { readonly repeat: string } = {
  passphrase: '',
  newPassphrase: '',
  repeat: '',
};

/**
 * Asks for a passphrase, for a new one twice, or for both. What is typed stays in these fields alone (no cache of
 * calls sees it) and is gone from them once it was taken.
 */
export function PassphraseForm(props: PassphraseFormProps) {
  const { action, asks, children, label = words.passphrase, leavesFocus = false, onCancel } = props;
  const isNewFirst = !asks.includes('passphrase') && !leavesFocus;
  const { field, isBusy, problem, submit } = useTyped(props);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm" maw={420}>
        {children}
        {asks.includes('passphrase') && (
          <PasswordInput
            label={label}
            autoComplete="off"
            data-autofocus
            autoFocus
            {...field('passphrase')}
          />
        )}
        {asks.includes('newPassphrase') && (
          <>
            <PasswordInput
              label={words.newPassphrase}
              description={words.advice}
              autoComplete="off"
              autoFocus={isNewFirst}
              {...field('newPassphrase')}
            />
            <PasswordInput label={words.repeat} autoComplete="off" {...field('repeat')} />
          </>
        )}
        {problem !== null && (
          <Alert color="red" variant="light" role="alert">
            {problem}
          </Alert>
        )}
        <Group gap="xs">
          <Button type="submit" loading={isBusy}>
            {action}
          </Button>
          {onCancel !== undefined && (
            <Button variant="subtle" color="gray" onClick={onCancel} disabled={isBusy}>
              {words.section.cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function useTyped({ asks, onSubmit }: PassphraseFormProps) {
  const [typed, setTyped] = useState(nothing);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const field = (name: keyof typeof nothing) => ({
    value: typed[name],
    // not disabled, which would take the focus from whoever types it again
    readOnly: isBusy,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [name]: value }));
    },
  });
  const submit = async (): Promise<void> => {
    if (isBusy) return;
    const fault = findFault(asks, typed);
    setProblem(fault);
    if (fault !== null) return;
    setIsBusy(true);
    try {
      await onSubmit(typed);
      setTyped(nothing);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setIsBusy(false);
    }
  };
  return { field, isBusy, problem, submit };
}

function findFault(
  asks: PassphraseFormProps['asks'],
  { newPassphrase, passphrase, repeat }: typeof nothing,
): string | null {
  if (asks.includes('passphrase') && passphrase === '') return words.unlock.hint;
  if (!asks.includes('newPassphrase')) return null;
  if (newPassphrase.length < shortestPassphrase) return words.tooShort;
  return newPassphrase === repeat ? null : words.differ;
}
