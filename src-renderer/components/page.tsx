import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { text } from '../text/index.ts';
import classes from './page.module.css';

interface PageHeaderProps {
  /** The page's one h1, and the window's title. */
  title: string;
  /** One or two sentences on what the page is for. */
  lead?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
}

function PageHeader({ title, lead, actions }: PageHeaderProps) {
  useDocumentTitle(title);
  return (
    <header className={classes.header}>
      <div className={classes.titles}>
        <Title order={1}>{title}</Title>
        {lead !== undefined && (
          <Text className={classes.lead} component="div">
            {lead}
          </Text>
        )}
      </div>
      {actions !== undefined && <Group gap="xs">{actions}</Group>}
    </header>
  );
}

interface PageProps extends PageHeaderProps {
  children: ReactNode;
  /**
   * 'scroll' (default): a column that scrolls as a whole. 'fill': the page takes the window's height and its
   * parts scroll by themselves (tables, boards).
   */
  variant?: 'scroll' | 'fill';
}

/** A page: head and body, with the scrolling and the margins that all pages share. */
export function Page({ children, variant = 'scroll', ...header }: PageProps) {
  if (variant === 'fill') {
    return (
      <div className={`${classes.page} ${classes.fill}`}>
        <PageHeader {...header} />
        {children}
      </div>
    );
  }
  return (
    <div className={`${classes.page} ${classes.scroll}`}>
      <div className={classes.inner}>
        <PageHeader {...header} />
        {children}
      </div>
    </div>
  );
}

/** Names the window after the page. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – ${text.common.appName}`;
  }, [title]);
}
