import { Text, Title } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  icon?: TablerIcon;
  /** What is not here yet. */
  title: string;
  /** What would be here, and how it comes to be. */
  body: ReactNode;
  /** One or two buttons that do it. */
  actions?: ReactNode;
}

/** Stands where nothing is yet, teaches what would be there and offers the way to it. */
export function EmptyState({ icon: Icon, title, body, actions }: EmptyStateProps) {
  return (
    <div className={classes.root}>
      {Icon !== undefined && (
        <div className={classes.icon}>
          <Icon size={28} stroke={1.5} aria-hidden />
        </div>
      )}
      <Title order={2}>{title}</Title>
      <Text className={classes.body} component="div">
        {body}
      </Text>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
