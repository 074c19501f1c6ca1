import { expect, type App, openPalette } from './app-fixture.ts';

/** The book whose pages are pictured: a new one, the sample, or the one of 100,000 people. */
export interface PicturedBook {
  readonly kind: 'empty' | 'sample' | 'full';
  /** People whom I know best, by id; none in an empty book. */
  readonly contacts: readonly number[];
  /** Contacts of mine whose networks are the largest, by id. */
  readonly networks: readonly number[];
  /** Two people who may be one. */
  readonly pair: { readonly keep: number; readonly gone: number } | null;
  /** An event with many people. */
  readonly eventId: number | null;
}

/** Reads what the pages of the open book can be about. */
export async function describeBook(app: App, kind: PicturedBook['kind']): Promise<PicturedBook> {
  if (kind === 'empty') return { kind, contacts: [], networks: [], pair: null, eventId: null };
  const { rows } = await app.call<{ rows: { id: number }[] }>('people.list', {
    filter: { tiedToMe: true },
    sort: { by: 'strength', direction: 'descending' },
    limit: 20,
  });
  const duplicates = await app.call<{ rows: { a: { id: number }; b: { id: number } }[] }>(
    'duplicates.find',
    { limit: 1 },
  );
  const audience = await app.call<{ person: { id: number } }[]>('overlap.newAudience', {
    limit: 20,
  });
  const events = await app.call<{ rows: { id: number }[] }>('events.list', {});
  const contacts = rows.map(({ id }) => id);
  if (kind === 'sample') {
    // of whom there is most to be seen
    const tom = await app.call<{ id: number }>('people.resolve', { name: 'Tom Okafor' });
    contacts.unshift(tom.id);
  }
  const [first] = duplicates.rows;
  const [keep = 0, gone = 0] = contacts;
  return {
    kind,
    contacts,
    networks: audience.map(({ person }) => person.id),
    pair: first === undefined ? { keep, gone } : { keep: first.a.id, gone: first.b.id },
    eventId: events.rows[0]?.id ?? null,
  };
}

export interface View {
  readonly name: string;
  readonly open: (app: App, book: PicturedBook) => Promise<void>;
  /** Without people there is nothing to be seen of it. */
  readonly needsPeople?: true;
}

/** Goes to a page by its address and waits for its head. */
async function goToAddress(app: App, address: string): Promise<void> {
  await app.window.evaluate((hash) => {
    location.hash = hash;
  }, `#${address}`);
  await expect(app.window.getByRole('heading', { level: 1 })).toBeVisible();
}

const page =
  (name: string): View['open'] =>
  (app) =>
    app.goTo(name);
const list = (values: readonly number[]): string => encodeURIComponent(JSON.stringify(values));

/** Types a topic that is known in both books, and takes what is offered first. */
async function askForTopic(app: App, { kind }: PicturedBook): Promise<void> {
  await app.goTo('Who to ask');
  const box = app.window.getByRole('combobox', { name: 'Whom or what are you looking for?' });
  await box.fill(kind === 'full' ? 'translation' : 'accountant');
  await app.window
    .getByRole('option', { name: /^Offers / })
    .first()
    .click();
  await expect(app.window.getByRole('article').first()).toBeVisible();
}

export const whoToAsk: View = { name: 'who-to-ask-answer', needsPeople: true, open: askForTopic };

/** Every page, and what opens from it and looks like a page. */
export const views: readonly View[] = [
  { name: 'today', open: page('Today') },
  { name: 'people', open: page('People') },
  {
    name: 'person',
    open: (app, { contacts }) => goToAddress(app, `/people/${contacts[0] ?? 1}`),
  },
  {
    name: 'person-all',
    open: (app, { contacts }) => goToAddress(app, `/people/${contacts[0] ?? 1}/all`),
  },
  {
    name: 'meeting',
    needsPeople: true,
    open: (app, { contacts }) => goToAddress(app, `/people/${contacts[0] ?? 1}/meeting`),
  },
  { name: 'duplicates', open: (app) => goToAddress(app, '/duplicates') },
  {
    name: 'merge',
    needsPeople: true,
    async open(app, { pair }) {
      await goToAddress(app, `/merge?keep=${pair?.keep}&gone=${pair?.gone}`);
    },
  },
  { name: 'events', open: page('Events') },
  {
    name: 'event',
    needsPeople: true,
    async open(app, { eventId }) {
      await goToAddress(app, `/events/${eventId}`);
      await app.window
        .getByLabel('Whom did you meet?')
        .fill('Jane Doe, Acme Print, designer #brand needs accountant knows Tom Okafor !friday');
      await expect(app.window.getByRole('status', { name: /understood/ })).toContainText('brand');
    },
  },
  { name: 'who-to-ask', open: page('Who to ask') },
  whoToAsk,
  { name: 'overlap', open: page('Overlap') },
  {
    name: 'overlap-answer',
    needsPeople: true,
    async open(app, { networks }) {
      await goToAddress(app, `/overlap?b=${networks[0]}`);
      await expect(app.window.getByRole('img', { name: /areas in proportion/ })).toBeVisible();
    },
  },
  {
    name: 'overlap-of-three',
    needsPeople: true,
    async open(app, { networks }) {
      await goToAddress(app, `/overlap?b=${networks[0]}&c=${networks[1]}`);
      await expect(app.window.getByRole('img').first()).toBeVisible();
    },
  },
  {
    name: 'matrix',
    needsPeople: true,
    async open(app, { networks }) {
      await goToAddress(app, `/overlap?many=${list(networks.slice(0, 14))}`);
      await expect(app.window.getByRole('grid').first()).toBeVisible();
    },
  },
  { name: 'reach', open: page('Reach') },
  {
    name: 'reach-answer',
    needsPeople: true,
    async open(app, { networks }) {
      await goToAddress(app, `/reach?people=${list(networks.slice(0, 4))}`);
      await expect(app.window.getByText(/new to you$/).first()).toBeVisible();
    },
  },
  {
    name: 'shares',
    async open(app) {
      await app.goTo('Reach');
      await app.window
        .getByRole('heading', { name: /passed on/i })
        .first()
        .scrollIntoViewIfNeeded();
    },
  },
  { name: 'introductions', open: page('Introductions') },
  { name: 'introductions-list', open: (app) => goToAddress(app, '/introductions?view=list') },
  { name: 'needs-and-offers', open: (app) => goToAddress(app, '/introductions?view=needs') },
  { name: 'outcomes', open: page('Outcomes') },
  {
    name: 'map',
    async open(app, { kind }) {
      await app.goTo('Map');
      if (kind === 'empty') return;
      const map = app.window.getByRole('application');
      await expect(map).toHaveAttribute('data-settled', 'true', { timeout: 180_000 });
    },
  },
  { name: 'letters', open: (app) => goToAddress(app, '/letters?kind=ask') },
  { name: 'labels', open: (app) => goToAddress(app, '/labels') },
  { name: 'import-and-export', open: page('Import & export') },
  { name: 'settings', open: page('Settings') },
  {
    name: 'palette',
    async open(app, { kind }) {
      await app.goTo('People');
      await openPalette(app.window);
      if (kind !== 'empty') await app.window.keyboard.type('an');
    },
  },
];
