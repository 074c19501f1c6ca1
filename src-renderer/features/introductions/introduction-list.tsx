import { Button, Table, UnstyledButton } from '@mantine/core';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import type { IntroductionState } from './board-states.ts';
import classes from './introduction-list.module.css';

const words = text.introductions;

interface IntroductionListProps {
  introductions: readonly Introduction[];
  onMove: (introduction: Introduction, to: IntroductionState) => void;
  onOpen: (introduction: Introduction) => void;
}

/** The same introductions as rows, each with its likely next step. */
export function IntroductionList({ introductions, onMove, onOpen }: IntroductionListProps) {
  const { columns } = words;
  return (
    <Table className="numbers" highlightOnHover stickyHeader>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.who}</Table.Th>
          <Table.Th>{columns.goal}</Table.Th>
          <Table.Th>{columns.state}</Table.Th>
          <Table.Th>{columns.since}</Table.Th>
          <Table.Th>{columns.waits}</Table.Th>
          <Table.Th aria-label={words.detail.moveTo} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {introductions.map((introduction) => (
          <Table.Tr key={introduction.id}>
            <Table.Td>
              <UnstyledButton className={classes.title} onClick={() => onOpen(introduction)}>
                {words.title(introduction)}
              </UnstyledButton>
            </Table.Td>
            <Table.Td>{introduction.topic?.name ?? introduction.goal}</Table.Td>
            <Table.Td>
              {introduction.outcome === null
                ? words.state(introduction.state)
                : words.outcome(introduction.outcome)}
            </Table.Td>
            <Table.Td>{day(introduction.since)}</Table.Td>
            <Table.Td>{introduction.remindOn === null ? '' : day(introduction.remindOn)}</Table.Td>
            <Table.Td className={classes.next}>
              <NextStep introduction={introduction} onMove={onMove} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function NextStep(props: Pick<IntroductionListProps, 'onMove'> & { introduction: Introduction }) {
  const [likely] = props.introduction.next;
  if (likely === undefined || props.introduction.state === 'outcome') return null;
  return (
    <Button
      size="compact-sm"
      variant="light"
      onClick={() => props.onMove(props.introduction, likely)}
    >
      {words.next(likely)}
    </Button>
  );
}
