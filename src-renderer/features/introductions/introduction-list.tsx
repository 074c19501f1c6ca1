import { Button, Select, Table, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { NothingYet } from '../../components/section.tsx';
import { day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { boardStates, type IntroductionState } from './board-states.ts';
import classes from './introduction-list.module.css';

const words = text.introductions;

interface IntroductionListProps {
  introductions: readonly Introduction[];
  onMove: (introduction: Introduction, to: IntroductionState) => void;
  onOpen: (introduction: Introduction) => void;
}

/** The same introductions as rows, of all states or of one, each with its likely next step. */
export function IntroductionList({ introductions, ...actions }: IntroductionListProps) {
  const [state, setState] = useState<IntroductionState | 'all'>('all');
  const { columns, filter } = words;
  const shown = introductions.filter((one) => state === 'all' || one.state === state);
  return (
    <>
      <Select
        className={classes.filter}
        label={filter.state}
        data={[
          { value: 'all' as const, label: filter.all },
          ...boardStates.map((value) => ({ value, label: words.state(value) })),
        ]}
        value={state}
        allowDeselect={false}
        onChange={(value) => setState(value ?? 'all')}
      />
      {shown.length === 0 && <NothingYet>{filter.none}</NothingYet>}
      {shown.length > 0 && (
        <Table className="numbers" highlightOnHover stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{columns.who}</Table.Th>
              <Table.Th>{columns.state}</Table.Th>
              <Table.Th className={classes.began}>{columns.began}</Table.Th>
              <Table.Th>{columns.since}</Table.Th>
              <Table.Th>{columns.waits}</Table.Th>
              <Table.Th>{columns.next}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((introduction) => (
              <Row key={introduction.id} introduction={introduction} {...actions} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}

type RowProps = Omit<IntroductionListProps, 'introductions'> & { introduction: Introduction };

function Row({ introduction, onMove, onOpen }: RowProps) {
  const { topic, goal, createdOn, since, remindOn } = introduction;
  return (
    <Table.Tr>
      <Table.Td className={classes.who}>
        <UnstyledButton className={classes.title} onClick={() => onOpen(introduction)}>
          {words.title(introduction)}
        </UnstyledButton>
        <div className={classes.goal}>{goal === '' ? topic?.name : goal}</div>
      </Table.Td>
      <Table.Td>{words.standing(introduction)}</Table.Td>
      <Table.Td className={`${classes.date} ${classes.began}`}>{day(createdOn)}</Table.Td>
      <Table.Td className={classes.date}>{day(since)}</Table.Td>
      <Table.Td className={classes.date}>{remindOn === null ? '' : day(remindOn)}</Table.Td>
      <Table.Td>
        <div className={classes.step}>{words.nextStep(introduction)}</div>
        <NextStep introduction={introduction} onMove={onMove} />
      </Table.Td>
    </Table.Tr>
  );
}

function NextStep({ introduction, onMove }: Omit<RowProps, 'onOpen'>) {
  const [likely] = introduction.next;
  if (likely === undefined || introduction.state === 'outcome') return null;
  return (
    <Button size="compact-sm" variant="light" onClick={() => onMove(introduction, likely)}>
      {words.markAs(likely)}
    </Button>
  );
}
