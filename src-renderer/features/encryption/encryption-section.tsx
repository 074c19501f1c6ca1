import { Alert, Button, Select, Switch } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BookStatus } from '../../../src-main/contract/book.ts';
import { type Answer, api, read } from '../../api.ts';
import { lockBook } from '../../commands/lock-book.ts';
import { useCommand } from '../../commands/use-command.ts';
import { notifyDone, notifyError } from '../../components/notify.tsx';
import { Section } from '../../components/section.tsx';
import { text } from '../../text/index.ts';
import classes from './encryption-section.module.css';
import { PassphraseForm, type Passphrases } from '../../components/passphrase-form.tsx';
import { RecoveryWindow } from './recovery-window.tsx';

const words = text.encryption.section;

type Step = 'turnOn' | 'change' | 'sheet' | 'turnOff';
type Copies = Answer<'encryption', 'turnOff'>['copies'];

const steps: Record<Step, { asks: (keyof Passphrases)[]; action: string; hint: string | null }> = {
  turnOn: { asks: ['newPassphrase'], action: words.turnOnAction, hint: words.honest },
  change: {
    asks: ['passphrase', 'newPassphrase'],
    action: words.changeAction,
    hint: words.changeHint,
  },
  sheet: { asks: ['passphrase'], action: words.sheetAction, hint: null },
  turnOff: { asks: ['passphrase'], action: words.turnOffAction, hint: words.turnOffHint },
};

/** Puts the user's own book under a passphrase, and says honestly what that does. */
export function EncryptionSection({ status }: { status: BookStatus }) {
  const [step, setStep] = useState<Step | null>(null);
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  if (status.kind !== 'own') return null;
  const take = async (chosen: Step, typed: Passphrases): Promise<void> => {
    await takeStep(chosen, typed, setRecoveryKey);
    setStep(null);
  };
  return (
    <Section title={words.title}>
      <p className={classes.hint}>{status.isEncrypted ? words.on : words.off}</p>
      {status.isEncrypted && <PlainCopies />}
      {step === null ? (
        <Steps isOn={status.isEncrypted} onChoose={setStep} />
      ) : (
        <PassphraseForm
          key={step}
          asks={steps[step].asks}
          action={steps[step].action}
          onCancel={() => setStep(null)}
          onSubmit={(typed) => take(step, typed)}
        >
          {steps[step].hint !== null && <p className={classes.hint}>{steps[step].hint}</p>}
        </PassphraseForm>
      )}
      {status.isEncrypted && step === null && <LockSettings />}
      <RecoveryWindow
        recoveryKey={recoveryKey}
        path={status.path}
        onClose={() => setRecoveryKey(null)}
      />
    </Section>
  );
}

async function takeStep(
  step: Step,
  { newPassphrase, passphrase }: Passphrases,
  onRecoveryKey: (key: string) => void,
): Promise<void> {
  switch (step) {
    case 'turnOn': {
      const { copies, recoveryKey } = await api.encryption.turnOn({ passphrase: newPassphrase });
      onRecoveryKey(recoveryKey);
      tellOfCopies(copies);
      break;
    }
    case 'change': {
      const { copies } = await api.encryption.changePassphrase({ passphrase, newPassphrase });
      notifyDone(words.changed);
      tellOfCopies(copies);
      break;
    }
    case 'sheet':
      onRecoveryKey((await api.encryption.recoveryKey({ passphrase })).recoveryKey);
      break;
    case 'turnOff': {
      const { copies } = await api.encryption.turnOff({ passphrase });
      await api.shell.forgetKey({});
      notifyDone(words.turnedOff);
      tellOfCopies(copies);
      break;
    }
  }
}

function tellOfCopies({ left, waiting }: Copies): void {
  if (left.length > 0) notifyError(new Error(words.left(left)));
  if (waiting !== null) notifyDone(words.waiting(waiting));
}

function Steps({ isOn, onChoose }: { isOn: boolean; onChoose: (step: Step) => void }) {
  if (!isOn) {
    return <Button onClick={() => onChoose('turnOn')}>{words.turnOn}</Button>;
  }
  return (
    <div className={classes.row}>
      <Button onClick={() => void lockBook()}>{words.lockNow}</Button>
      <Button variant="default" onClick={() => onChoose('change')}>
        {words.change}
      </Button>
      <Button variant="default" onClick={() => onChoose('sheet')}>
        {words.sheet}
      </Button>
      <Button variant="subtle" color="gray" onClick={() => onChoose('turnOff')}>
        {words.turnOff}
      </Button>
    </div>
  );
}

function PlainCopies() {
  const { data } = useQuery(read('encryption', 'status', {}));
  const remove = useCommand(api.encryption.deletePlainCopies);
  if (data === undefined || data.plainCopies.length === 0) return null;
  return (
    <Alert color="orange" variant="light" mb="md" title={words.plainTitle}>
      <p className={classes.hint}>{words.plain(data.plainCopies)}</p>
      <Button
        size="xs"
        variant="default"
        loading={remove.isPending}
        onClick={() => remove.mutate({})}
      >
        {words.deletePlain}
      </Button>
    </Alert>
  );
}

const choices = [1, 5, 10, 30, 60] as const;

function LockSettings() {
  const client = useQueryClient();
  const question = read('shell', 'lockSettings', {});
  const { data } = useQuery(question);
  const [isAsking, setIsAsking] = useState(false);
  const refresh = () => void client.invalidateQueries({ queryKey: question.queryKey });
  const setAfter = useCommand(api.shell.setLockAfter, refresh);
  const forget = useCommand(api.shell.forgetKey, refresh);
  if (data === undefined) return null;
  const { afterMinutes, isKeyKept, keyStoreProblem } = data;
  return (
    <div className={classes.settings}>
      <Select
        label={words.after}
        description={words.afterHint}
        allowDeselect={false}
        value={String(afterMinutes ?? 'never')}
        data={[
          ...choices.map((minutes) => ({ value: `${minutes}`, label: words.minutes(minutes) })),
          { value: 'never', label: words.never },
        ]}
        onChange={(value) => setAfter.mutate({ minutes: value === 'never' ? null : Number(value) })}
      />
      <Switch
        label={words.keep}
        description={
          keyStoreProblem === null
            ? words.keepHint
            : keyStoreProblem === 'none'
              ? words.noStore
              : words.plainStore
        }
        checked={isKeyKept || isAsking}
        disabled={keyStoreProblem !== null}
        onChange={(event) => {
          const isOn = event.currentTarget.checked;
          setIsAsking(isOn);
          if (!isOn) forget.mutate({});
        }}
      />
      {isAsking && (
        <PassphraseForm
          asks={['passphrase']}
          action={words.keepAction}
          onCancel={() => setIsAsking(false)}
          onSubmit={async ({ passphrase }) => {
            await api.shell.keepKey({ passphrase });
            setIsAsking(false);
            refresh();
          }}
        />
      )}
    </div>
  );
}
