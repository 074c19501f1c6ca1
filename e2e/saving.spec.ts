import { type App, expect, test, worldFile } from './app-fixture.ts';
import { TransferPage } from './pages/transfer-page.ts';

async function openJane(app: App): Promise<void> {
  const { id } = await app.call<{ id: number }>('people.resolve', { name: 'Jane Doe' });
  await app.window.evaluate((person) => {
    location.hash = `#/people/${person}`;
  }, id);
  await expect(app.window.getByRole('heading', { level: 1, name: 'Jane Doe' })).toBeVisible();
}

test('a note that is being typed when the window closes is in the book, and can be undone after the restart', async ({
  app,
}) => {
  await app.startOwnBook('Robin Me');
  await app.call('people.create', { name: 'Jane Doe' });
  await openJane(app);
  const notes = app.window.getByRole('region', { name: 'Notes' });
  await notes.getByRole('button', { name: 'Edit' }).click();
  await app.window.keyboard.type('Wants to open a second shop.');
  await expect(app.window.getByRole('status').filter({ hasText: 'Not saved yet' })).not.toHaveCount(
    0,
  );
  await app.closeWindow();

  await app.start();
  await openJane(app);
  await expect(app.window.getByText('Wants to open a second shop.')).toBeVisible();
  const undo = app.window.getByRole('button', { name: /^Undo: .*Jane Doe/ });
  await undo.click();
  await expect(app.window.getByText('Wants to open a second shop.')).toHaveCount(0);
  await app.window.getByRole('button', { name: /^Redo: .*Jane Doe/ }).click();
  await expect(app.window.getByText('Wants to open a second shop.')).toBeVisible();
});

test('it is told truthfully whether everything is saved', async ({ app }) => {
  await app.startOwnBook('Robin Me');
  await app.call('people.create', { name: 'Jane Doe' });
  await openJane(app);
  const indicator = app.window.getByRole('region', { name: 'Search and undo' }).getByRole('status');
  await expect(indicator).toHaveText('Saved');
  await app.window
    .getByRole('region', { name: 'Notes' })
    .getByRole('button', { name: 'Edit' })
    .click();
  await app.window.keyboard.type('x');
  await expect(indicator).toHaveText('Not saved yet');
  await expect(indicator).toHaveText('Saved');
  const { id } = await app.call<{ id: number }>('people.resolve', { name: 'Jane Doe' });
  expect(await app.call('people.get', { id })).toMatchObject({ note: 'x' });
});

test('a line that is half typed keeps the window open once, with a word why', async ({ app }) => {
  const { window } = app;
  await app.startOwnBook('Robin Me');
  const { event } = await app.call<{ event: { id: number } }>('events.create', { title: 'Fair' });
  await window.evaluate((id) => {
    location.hash = `#/events/${id}`;
  }, event.id);
  await expect(window.getByLabel('Whom did you meet?')).toBeFocused();
  await window.keyboard.type('Jane Do');
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect(window.getByText(/is not in your book yet: keep it first/)).toBeVisible();
  await expect(window.getByLabel('Whom did you meet?')).toHaveValue('Jane Do');
  await app.closeWindow();
});

test('a running import keeps the window open once, with a word why; closed over all the same, it is there whole or not at all', async ({
  app,
}) => {
  await app.startOwnBook('Robin Me');
  const transfer = new TransferPage(app);
  await transfer.look([worldFile('me/linkedin/Connections.csv')]);
  const people = async (): Promise<number> => {
    const { counts } = await app.call<{ counts: { people: number } }>('book.status', {});
    return counts.people;
  };
  const before = await people();
  // as on a slow computer: the store is at it, and for how long is ours to say
  const store = await app.electron.evaluate(
    ({ app: main }) => main.getAppMetrics().find(({ name }) => name === 'Acquaint store')?.pid,
  );
  if (store === undefined) throw new Error('The store does not run.');
  const close = (): Promise<void> =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  process.kill(store, 'SIGSTOP');
  await app.window.getByRole('button', { name: /^Import/ }).click();
  await close();
  await expect(app.window.getByText(/^Acquaint is still at work on your book/)).toBeVisible();

  const ended = app.electron.waitForEvent('close');
  await close();
  process.kill(store, 'SIGCONT');
  await ended;
  app.forget();
  await app.start();
  const after = await people();
  expect(await app.call('book.check', {})).toMatchObject({ ok: true });
  if (after === before) {
    // taken back: the same import is made now
    await transfer.look([worldFile('me/linkedin/Connections.csv')]);
    await transfer.apply();
  }
  const whole = await people();
  expect(whole).toBeGreaterThan(before);
  expect([before, whole]).toContain(after);
});
