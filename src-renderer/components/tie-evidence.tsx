import { Collapse, UnstyledButton } from '@mantine/core';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import type { PersonId } from '../../src-main/contract/common.ts';
import { read } from '../api.ts';
import { text } from '../text/index.ts';
import { ErrorNotice } from './error-notice.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { SkeletonRows } from './skeleton-rows.tsx';
import classes from './tie-evidence.module.css';

interface TieEvidenceProps {
  /** The two people of the tie. */
  a: PersonId;
  b: PersonId;
  /** What the button shows; `label` is read out after it, for those who do not see what it stands beside. */
  children: ReactNode;
  label?: string;
}

/** A line that opens to the evidence of one tie; fetched when it is opened. */
export function TieEvidence({ a, b, children, label }: TieEvidenceProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <UnstyledButton
        className={classes.button}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <IconChevronRight
          size={15}
          className={classes.chevron}
          data-open={isOpen || undefined}
          aria-hidden
        />
        {children}
        {label !== undefined && <span className="hidden-visually">{label}</span>}
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id} className={classes.body}>
        {isOpen && <Opened a={a} b={b} />}
      </Collapse>
    </>
  );
}

function Opened({ a, b }: { a: PersonId; b: PersonId }) {
  const { data, error } = useQuery(read('ties', 'explain', { a, b }));
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <SkeletonRows rows={2} />;
  if (data === null) return <p className={classes.none}>{text.common.evidence.none}</p>;
  return <EvidenceList evidence={data.evidence} rating={data.rating} />;
}
