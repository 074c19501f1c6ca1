import type { TablerIcon } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PersonRef } from '../../src-main/contract/common.ts';
import classes from './descent-line.module.css';
import { PersonAvatar } from './person-avatar.tsx';

/** A step of a line of descent: where it began, an introduction, what came of it. */
export interface DescentNode {
  readonly key: string;
  readonly kind: 'beginning' | 'introduction' | 'outcome';
  readonly title: string;
  readonly hint?: string | undefined;
  /** Whose face stands before the words; otherwise the icon. */
  readonly person?: PersonRef | undefined;
  readonly icon?: TablerIcon | undefined;
  readonly link?: Pick<LinkProps, 'to' | 'params' | 'search'> | undefined;
  /** The step that is being looked at. */
  readonly isCurrent?: boolean | undefined;
}

/** A line of descent, drawn: from where it began, along its introductions, to what came of it. */
export function DescentLine({ label, nodes }: { label: string; nodes: readonly DescentNode[] }) {
  return (
    <ol className={classes.root} aria-label={label}>
      {nodes.map((node) => (
        <li key={node.key} className={classes.step}>
          <Node node={node} />
        </li>
      ))}
    </ol>
  );
}

function Node({ node }: { node: DescentNode }) {
  const { person, icon: Icon, hint } = node;
  const content: ReactNode = (
    <>
      {person !== undefined && <PersonAvatar person={person} size={22} />}
      {person === undefined && Icon !== undefined && (
        <Icon className={classes.icon} size={18} stroke={1.6} aria-hidden />
      )}
      <span className={classes.words}>
        {node.title}
        {hint !== undefined && <span className={classes.hint}>{hint}</span>}
      </span>
    </>
  );
  const shared = {
    className: classes.node,
    'data-kind': node.kind,
    'data-current': node.isCurrent || undefined,
    'aria-current': node.isCurrent ? ('step' as const) : undefined,
  };
  if (node.link === undefined) return <div {...shared}>{content}</div>;
  return (
    <Link {...node.link} {...shared}>
      {content}
    </Link>
  );
}
