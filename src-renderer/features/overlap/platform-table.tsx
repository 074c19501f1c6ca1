import { Table, Title, UnstyledButton } from '@mantine/core';
import { usePlatformNames } from '../../components/use-platform-names.ts';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import type { Comparison, Owners } from './overlap-answer.tsx';
import classes from './overlap-answer.module.css';

const words = text.overlap;

interface PlatformTableProps {
  comparison: Comparison;
  owners: Owners;
  onPlatform: (platform: string) => void;
}

/** The same comparison on each platform, with sizes that are known by count only beside the listed ones. */
export function PlatformTable({ comparison, owners, onPlatform }: PlatformTableProps) {
  const platformName = usePlatformNames();
  const hasReported = comparison.reportedA.length + comparison.reportedB.length > 0;
  if (comparison.byPlatform.length === 0 && !hasReported) return null;
  return (
    <section>
      <Title order={2} className={classes.heading}>
        {words.byPlatform}
      </Title>
      <Table className={`${classes.table} numbers`} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.columns.platform}</Table.Th>
            <Table.Th className={classes.number}>{words.sizeOf(owners.a)}</Table.Th>
            <Table.Th className={classes.number}>{words.sizeOf(owners.b)}</Table.Th>
            <Table.Th className={classes.number}>{words.columns.shared}</Table.Th>
            <Table.Th className={classes.number}>{words.columns.fresh(owners.b)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {comparison.byPlatform.map((row) => (
            <Table.Tr key={row.platform}>
              <Table.Td>
                <UnstyledButton
                  className={classes.platform}
                  onClick={() => onPlatform(row.platform)}
                >
                  {platformName(row.platform)}
                </UnstyledButton>
              </Table.Td>
              <Table.Td className={classes.number}>{count(row.sizeA)}</Table.Td>
              <Table.Td className={classes.number}>{count(row.sizeB)}</Table.Td>
              <Table.Td className={classes.number}>{count(row.shared)}</Table.Td>
              <Table.Td className={classes.number}>{count(row.sizeB - row.shared)}</Table.Td>
            </Table.Tr>
          ))}
          <ReportedRows comparison={comparison} />
        </Table.Tbody>
      </Table>
      {hasReported && <p className={classes.note}>{words.reportedHint}</p>}
    </section>
  );
}

/** Sizes that somebody told, one row each: a count stands in its owner's column and nowhere else. */
function ReportedRows({ comparison }: { comparison: Comparison }) {
  const platformName = usePlatformNames();
  const rows = [
    ...comparison.reportedA.map((size) => ({ ...size, side: 'a' as const })),
    ...comparison.reportedB.map((size) => ({ ...size, side: 'b' as const })),
  ];
  return rows.map((row) => (
    <Table.Tr key={`${row.side} ${row.platform}`} className={classes.reported}>
      <Table.Td>
        {platformName(row.platform)}{' '}
        <span className={classes.note}>({words.reported(row.seenOn)})</span>
      </Table.Td>
      <Table.Td className={classes.number}>{row.side === 'a' ? count(row.size) : ''}</Table.Td>
      <Table.Td className={classes.number}>{row.side === 'b' ? count(row.size) : ''}</Table.Td>
      <Table.Td className={classes.number}>
        {row.sharedWithMe === null ? '' : count(row.sharedWithMe)}
      </Table.Td>
      <Table.Td />
    </Table.Tr>
  ));
}
