import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, type App, type Scheme, test } from './app-fixture.ts';

/*
 * Pictures of every page of the sample book. `npm run screens` makes them all into docs/screens; as a test of
 * its own the README's picture is made anew each time, so that it cannot rot unnoticed.
 */

const target = process.env['ACQUAINT_SCREENS'];
const folder = target ?? path.join('test-results', 'screens');

interface View {
  readonly name: string;
  readonly open: (app: App) => Promise<void>;
}

const whoToAsk: View = {
  name: 'who-to-ask',
  async open(app) {
    await app.goTo('Who to ask');
    const box = app.window.getByRole('combobox', { name: 'Whom or what are you looking for?' });
    await box.fill('accountant');
    await app.window.getByRole('option', { name: /Offers accountant/ }).click();
    await expect(app.window.getByRole('article').first()).toBeVisible();
  },
};

const views: readonly View[] = [
  { name: 'today', open: (app) => app.goTo('Today') },
  { name: 'people', open: (app) => app.goTo('People') },
  {
    name: 'person',
    async open(app) {
      await app.window.keyboard.press('Control+k');
      await app.window.getByRole('combobox', { name: /Find anything/ }).fill('Tom Okafor');
      await app.window.getByRole('option', { name: /Tom Okafor/ }).click();
      await expect(app.window.getByRole('heading', { level: 1 })).toHaveText('Tom Okafor');
    },
  },
  { name: 'events', open: (app) => app.goTo('Events') },
  {
    name: 'event',
    async open(app) {
      await app.goTo('Events');
      await app.window.getByRole('table').getByRole('link').first().click();
      await app.window
        .getByLabel('Whom did you meet?')
        .fill('Jane Doe, Acme Print, designer #brand needs accountant knows Tom Okafor !friday');
      await expect(app.window.getByRole('status', { name: /understood/ })).toContainText('brand');
    },
  },
  {
    name: 'tags-and-topics',
    async open(app) {
      await app.goTo('Settings');
      await app.window.getByRole('link', { name: 'Open tags & topics' }).click();
      await expect(app.window.getByText('bookkeeper')).toBeVisible();
    },
  },
  whoToAsk,
  {
    name: 'overlap',
    async open(app) {
      await app.goTo('Overlap');
      await app.window.getByRole('button', { name: /Priya Nair/ }).click();
      await expect(app.window.getByRole('img', { name: /areas in proportion/ })).toBeVisible();
    },
  },
  {
    name: 'reach',
    async open(app) {
      await app.goTo('Reach');
      await app.window.getByRole('button', { name: /Use these/ }).click();
      await expect(app.window.getByText(/new to you$/).first()).toBeVisible();
    },
  },
  { name: 'introductions', open: (app) => app.goTo('Introductions') },
  {
    name: 'needs-and-offers',
    async open(app) {
      await app.goTo('Introductions');
      await app.window.getByText('Needs & offers', { exact: true }).click();
      await expect(app.window.getByRole('article').first()).toBeVisible();
    },
  },
  { name: 'outcomes', open: (app) => app.goTo('Outcomes') },
  {
    name: 'map',
    async open(app) {
      await app.goTo('Map');
      await expect(app.window.getByRole('application')).toHaveAttribute('data-settled', 'true');
    },
  },
  { name: 'import-and-export', open: (app) => app.goTo('Import & export') },
  { name: 'settings', open: (app) => app.goTo('Settings') },
];

async function take(app: App, { name, open }: View, suffix: string): Promise<void> {
  await open(app);
  await expect(app.window.getByRole('status', { name: 'Loading…' })).toHaveCount(0);
  mkdirSync(folder, { recursive: true });
  const picture = await app.window.screenshot({
    path: path.join(folder, `${name}${suffix}.png`),
    animations: 'disabled',
  });
  // a blank page compresses to a few kilobytes
  expect(picture.byteLength).toBeGreaterThan(20_000);
}

test('the README’s picture is taken from the running app', async ({ app }) => {
  await app.resize(1400, 900);
  await app.useScheme('light');
  await app.openSample();
  await take(app, whoToAsk, '');
});

if (target !== undefined) {
  for (const scheme of ['light', 'dark'] satisfies Scheme[]) {
    for (const width of [1024, 1600]) {
      test(`every page, ${scheme}, ${width} wide`, async ({ app }) => {
        await app.resize(width, 900);
        await app.useScheme(scheme);
        await take(app, { name: 'start', open: async () => {} }, `-${scheme}-${width}`);
        await app.openSample();
        for (const view of views) await take(app, view, `-${scheme}-${width}`);
      });
    }
  }
}
