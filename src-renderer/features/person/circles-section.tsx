import { NativeSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api, read } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { FormPopover } from '../../components/form-popover.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { text } from '../../text/index.ts';
import classes from './lists.module.css';

const words = text.person.circles;

/** What is known of somebody's contacts, platform by platform: names listed, and numbers that were only seen. */
export function CirclesSection({ person }: { person: PersonDetail }) {
  return (
    <Section title={words.title(person.isMe)} action={<ReportSize person={person} />}>
      {person.circles.length === 0 && <NothingYet>{words.none}</NothingYet>}
      <ul className={classes.list}>
        {person.circles.map(({ platform, platformName, listed, reported }) => (
          <li key={platform} className={classes.line}>
            <span className={classes.what}>{platformName}</span>
            {listed > 0 && <span className="numbers">{words.listed(listed)}</span>}
            {reported !== null && (
              <span className={`${classes.note} numbers`}>
                {words.reported(reported.size, reported.sharedWithMe, reported.seenOn)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ReportSize({ person }: { person: PersonDetail }) {
  const platforms = useQuery(read('book', 'platforms', {})).data ?? [];
  const [platform, setPlatform] = useState('linkedin');
  const [size, setSize] = useState<number | string>('');
  const [shared, setShared] = useState<number | string>('');
  const report = useCommand(api.ties.reportSize, () => {
    setSize('');
    setShared('');
  });
  return (
    <FormPopover
      label={words.report}
      onSubmit={() => {
        if (typeof size !== 'number') return false;
        report.mutate({
          id: person.id,
          platform,
          size,
          sharedWithMe: typeof shared === 'number' ? shared : null,
        });
        return true;
      }}
    >
      <NativeSelect
        label={words.platform}
        value={platform}
        onChange={(event) => setPlatform(event.currentTarget.value)}
        data={platforms.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <NumberInput
        mt="xs"
        label={words.size}
        value={size}
        onChange={setSize}
        min={0}
        allowDecimal={false}
        thousandSeparator
        hideControls
        data-autofocus
      />
      {!person.isMe && (
        <NumberInput
          mt="xs"
          label={words.shared}
          description={words.sharedHint}
          value={shared}
          onChange={setShared}
          min={0}
          allowDecimal={false}
          thousandSeparator
          hideControls
        />
      )}
    </FormPopover>
  );
}
