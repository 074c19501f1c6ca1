import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { BookStatus } from '../../src-main/contract/book.ts';
import type { PersonRef } from '../../src-main/contract/common.ts';
import { read } from '../api.ts';
import { ariaKeys } from '../commands/keys.ts';
import { PersonAvatar } from '../components/person-avatar.tsx';
import { count } from '../text/common.ts';
import { text } from '../text/index.ts';
import { Logo } from './logo.tsx';
import { type PageEntry, pages, settingsPage } from './pages.ts';
import classes from './side-bar.module.css';

/** The pages, and at the foot whose book this is. */
export function SideBar({ status, me }: { status: BookStatus; me: PersonRef }) {
  return (
    <nav className={classes.root} aria-label={text.frame.navigation}>
      <div className={classes.brand}>
        <Logo />
        {text.common.appName}
      </div>
      <ul className={classes.list}>
        {pages.map((page, index) => (
          <li key={page.path}>
            <PageLink page={page} digit={index + 1}>
              {page.path === '/today' && <WaitingCount />}
            </PageLink>
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        <PageLink page={settingsPage} digit={pages.length + 1} />
        <Link
          to="/people/$personId"
          params={{ personId: me.id }}
          className={classes.me}
          activeProps={{}}
        >
          <PersonAvatar person={me} size={30} />
          <span style={{ minWidth: 0 }}>
            <div className={classes.meName}>{me.name}</div>
            <div className={`${classes.meSize} numbers`}>
              {text.common.people(status.counts.people)}
            </div>
          </span>
        </Link>
      </div>
    </nav>
  );
}

/** How much waits on Today. Decoration: the page itself says it in words. */
function WaitingCount() {
  const { data } = useQuery(read('today', 'summary', {}));
  if (data === undefined || data.total === 0) return null;
  return (
    <span className={`${classes.waiting} numbers`} aria-hidden="true">
      {count(data.total)}
    </span>
  );
}

interface PageLinkProps {
  page: PageEntry;
  digit: number;
  /** At the end of the line. */
  children?: ReactNode;
}

function PageLink({ page, digit, children }: PageLinkProps) {
  const Icon = page.icon;
  const { pathname } = useLocation();
  const isHere = page.holds?.some((path) => pathname.startsWith(path)) ?? false;
  return (
    <Link
      to={page.path}
      className={classes.link}
      activeOptions={{ includeSearch: false }}
      {...(isHere ? { 'aria-current': 'page' as const } : {})}
      aria-keyshortcuts={digit > 9 ? undefined : ariaKeys(`mod+${digit}`)}
    >
      <Icon size={18} stroke={1.7} aria-hidden />
      {page.label}
      {children}
    </Link>
  );
}
