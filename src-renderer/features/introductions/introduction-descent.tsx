import { Button, Stack, Title } from '@mantine/core';
import IconCalendarEvent from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs';
import IconPlant from '@tabler/icons-react/dist/esm/icons/IconPlant2.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntroductionId } from '../../../src-main/contract/common.ts';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { api, read } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { DescentLine, type DescentNode } from '../../components/descent-line.tsx';
import { day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { money } from '../../text/money.ts';
import { LogOutcomeWindow } from '../outcomes/log-outcome-window.tsx';
import { DescentFields } from './descent-fields.tsx';
import { ancestorsOf, childrenOf, givenOutcome } from './descent.ts';

const words = text.introductions.descent;

interface IntroductionDescentProps {
  introduction: Introduction;
  all: readonly Introduction[];
}

/** Where an introduction came from, what came of it, and the fields that say so. */
export function IntroductionDescent(props: IntroductionDescentProps) {
  const { introduction, all } = props;
  const [isLogging, setLogging] = useState(false);
  const line = [...ancestorsOf(introduction, all), introduction];
  const canLog = ['made', 'met', 'outcome'].includes(introduction.state);
  return (
    <Stack gap="sm" component="section">
      <Title order={3}>{words.title}</Title>
      <DescentLine
        label={words.title}
        nodes={[...beginningOf(line), ...line.map((step) => toNode(step, introduction.id))]}
      />
      <LedTo {...props} />
      {canLog && (
        <Button variant="default" onClick={() => setLogging(true)}>
          {words.log}
        </Button>
      )}
      <KeptDescentFields {...props} />
      {isLogging && (
        <LogOutcomeWindow
          outcome={null}
          given={givenOutcome(introduction)}
          onClose={() => setLogging(false)}
        />
      )}
    </Stack>
  );
}

/** The event that the earliest introduction of the line names. */
function beginningOf(line: readonly Introduction[]): DescentNode[] {
  const began = line.find(({ event }) => event !== null)?.event;
  if (began === undefined || began === null) return [];
  return [
    {
      key: `event ${began.id}`,
      kind: 'beginning',
      icon: IconCalendarEvent,
      title: began.title,
      hint: words.began,
      link: { to: '/events/$eventId', params: { eventId: began.id } },
    },
  ];
}

/** Introductions and outcomes that came directly of it. */
function LedTo({ introduction, all }: IntroductionDescentProps) {
  const { data: outcomes = [] } = useQuery(
    read('outcomes', 'list', { introductionId: introduction.id }),
  );
  const nodes: DescentNode[] = [
    ...childrenOf(introduction, all).map((child) => toNode(child, introduction.id)),
    ...outcomes.map(({ id, title, value, onDate }) => ({
      key: `outcome ${id}`,
      kind: 'outcome' as const,
      icon: IconPlant,
      title: value === null ? title : `${title} · ${money(value)}`,
      hint: day(onDate),
      link: { to: '/outcomes' } as const,
    })),
  ];
  if (nodes.length === 0) return null;
  return (
    <>
      <Title order={4}>{words.ledTo}</Title>
      {nodes.map((node) => (
        <DescentLine key={node.key} label={words.ledTo} nodes={[node]} />
      ))}
    </>
  );
}

function toNode(introduction: Introduction, currentId: IntroductionId): DescentNode {
  const isCurrent = introduction.id === currentId;
  return {
    key: `introduction ${introduction.id}`,
    kind: 'introduction',
    person: introduction.kind === 'make' ? introduction.second : introduction.introducer,
    title: text.introductions.title(introduction),
    hint: text.introductions.since(introduction.state, introduction.since),
    isCurrent,
    link: isCurrent ? undefined : { to: '/introductions', search: { id: introduction.id } },
  };
}

/** Says from which introduction it came and at which event it began; kept at once. */
function KeptDescentFields({ introduction, all }: IntroductionDescentProps) {
  const update = useCommand(api.introductions.update);
  const { id, cameFromId, event } = introduction;
  return (
    <DescentFields
      value={{ cameFromId, eventId: event?.id ?? null }}
      choices={all.filter((other) => other.id !== id)}
      onChange={(change) => update.mutate({ id, ...change })}
    />
  );
}
