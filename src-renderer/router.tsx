import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  notFound,
  redirect,
} from '@tanstack/react-router';
import type { EventId, PersonId } from '../src-main/contract/common.ts';
import { PageFailure } from './components/page-failure.tsx';
import { AskPage } from './features/ask/ask-page.tsx';
import { DuplicatesPage } from './features/duplicates/duplicates-page.tsx';
import { MergePage } from './features/duplicates/merge-page.tsx';
import { EventPage } from './features/events/event-page.tsx';
import { EventsPage } from './features/events/events-page.tsx';
import { IntroductionsPage } from './features/introductions/introductions-page.tsx';
import { LabelsPage } from './features/labels/labels-page.tsx';
import { LettersPage } from './features/letters/letters-page.tsx';
import { OutcomesPage } from './features/outcomes/outcomes-page.tsx';
import { MapPage } from './features/map/map-page.tsx';
import { OverlapPage } from './features/overlap/overlap-page.tsx';
import { PeoplePage } from './features/people/people-page.tsx';
import { askForHead } from './features/people/use-people-windows.ts';
import { DossierPage } from './features/person/dossier-page.tsx';
import { MeetingPage } from './features/person/meeting-page.tsx';
import { PersonPage } from './features/person/person-page.tsx';
import { ReachPage } from './features/reach/reach-page.tsx';
import { SettingsPage } from './features/settings/settings-page.tsx';
import { TodayPage } from './features/today/today-page.tsx';
import { TransferPage } from './features/transfer/transfer-page.tsx';
import { BookGate } from './frame/book-gate.tsx';
import { NotFoundPage } from './frame/not-found-page.tsx';
import { questionOf, readPeopleSearch } from './people-search.ts';
import { readId } from './read-params.ts';
import {
  readAskSearch,
  readEventsSearch,
  readIntroductionsSearch,
  readLettersSearch,
  readMergeSearch,
  readOverlapSearch,
  readReachSearch,
} from './search-params.ts';

const root = createRootRoute({ component: BookGate });
const under = () => root;

function idOf<Id extends number>(raw: string): Id {
  const id = readId<Id>(raw);
  if (id === undefined) throw notFound();
  return id;
}

const routeTree = root.addChildren([
  createRoute({
    getParentRoute: under,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/today' });
    },
  }),
  createRoute({ getParentRoute: under, path: '/today', component: TodayPage }),
  createRoute({
    getParentRoute: under,
    path: '/people',
    component: PeoplePage,
    validateSearch: readPeopleSearch,
    // asked before the page is drawn: both take their time, and need not wait for one another
    beforeLoad: ({ search }) => askForHead(questionOf(search)),
  }),
  createRoute({
    getParentRoute: under,
    path: '/people/$personId',
    component: PersonPage,
    params: {
      parse: ({ personId }) => ({ personId: idOf<PersonId>(personId) }),
      stringify: ({ personId }) => ({ personId: String(personId) }),
    },
  }),
  createRoute({
    getParentRoute: under,
    path: '/people/$personId/meeting',
    component: MeetingPage,
    params: {
      parse: ({ personId }) => ({ personId: idOf<PersonId>(personId) }),
      stringify: ({ personId }) => ({ personId: String(personId) }),
    },
  }),
  createRoute({
    getParentRoute: under,
    path: '/people/$personId/all',
    component: DossierPage,
    params: {
      parse: ({ personId }) => ({ personId: idOf<PersonId>(personId) }),
      stringify: ({ personId }) => ({ personId: String(personId) }),
    },
  }),
  createRoute({
    getParentRoute: under,
    path: '/events',
    component: EventsPage,
    validateSearch: readEventsSearch,
  }),
  createRoute({ getParentRoute: under, path: '/duplicates', component: DuplicatesPage }),
  createRoute({
    getParentRoute: under,
    path: '/merge',
    component: MergePage,
    validateSearch: readMergeSearch,
  }),
  createRoute({
    getParentRoute: under,
    path: '/events/$eventId',
    component: EventPage,
    params: {
      parse: ({ eventId }) => ({ eventId: idOf<EventId>(eventId) }),
      stringify: ({ eventId }) => ({ eventId: String(eventId) }),
    },
  }),
  createRoute({
    getParentRoute: under,
    path: '/ask',
    component: AskPage,
    validateSearch: readAskSearch,
  }),
  createRoute({
    getParentRoute: under,
    path: '/overlap',
    component: OverlapPage,
    validateSearch: readOverlapSearch,
  }),
  createRoute({
    getParentRoute: under,
    path: '/reach',
    component: ReachPage,
    validateSearch: readReachSearch,
  }),
  createRoute({
    getParentRoute: under,
    path: '/introductions',
    component: IntroductionsPage,
    validateSearch: readIntroductionsSearch,
  }),
  createRoute({ getParentRoute: under, path: '/outcomes', component: OutcomesPage }),
  createRoute({ getParentRoute: under, path: '/map', component: MapPage }),
  createRoute({ getParentRoute: under, path: '/transfer', component: TransferPage }),
  createRoute({ getParentRoute: under, path: '/labels', component: LabelsPage }),
  createRoute({
    getParentRoute: under,
    path: '/letters',
    component: LettersPage,
    validateSearch: readLettersSearch,
  }),
  createRoute({ getParentRoute: under, path: '/settings', component: SettingsPage }),
]);

/** All pages of the window. The address lives in the hash: the window is loaded from one file. */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultErrorComponent: PageFailure,
  defaultNotFoundComponent: NotFoundPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
