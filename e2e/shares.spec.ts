import { type App, expect, tabTo, test } from './app-fixture.ts';

type Direction = 'They passed on mine' | 'I passed on theirs';

/** Logs a share on the page of Reach without a mouse, and sees beforehand what it reaches. */
async function logShare(
  { window }: App,
  share: {
    direction: Direction;
    person: string;
    what: string;
    platform: string;
    estimate: string;
  },
): Promise<void> {
  const { keyboard } = window;
  const log = window.getByRole('dialog', { name: 'Log a share' });
  await tabTo(window, window.getByRole('button', { name: 'Log a share' }));
  await keyboard.press('Enter');
  const isMine = share.direction === 'They passed on mine';
  await expect(log.getByRole('combobox', { name: 'Who passed it on?' })).toBeFocused();
  if (!isMine) {
    await keyboard.press('Shift+Tab');
    await keyboard.press('ArrowRight');
    await expect(log.getByRole('radio', { name: share.direction })).toBeChecked();
    await keyboard.press('Tab');
  }
  await keyboard.type(share.person);
  await expect(window.getByRole('option', { name: share.person })).toBeVisible();
  await keyboard.press('Enter');
  await tabTo(window, log.getByLabel('What was it about?'));
  await keyboard.type(share.what);
  await keyboard.press('Tab');
  const platform = log.getByRole('combobox', { name: 'On which platform?' });
  await expect(platform).toBeFocused();
  // the first that fits is taken by Enter, which does not send the form
  await keyboard.type(share.platform.slice(0, 4).toLowerCase());
  await expect(window.getByRole('option', { name: share.platform })).toBeVisible();
  await keyboard.press('Enter');
  await expect(platform).toHaveValue(share.platform);
  await expect(log.getByRole('status', { name: /What it reaches/ })).toHaveText(share.estimate);
  await tabTo(window, log.getByRole('button', { name: 'Log it' }));
  await keyboard.press('Enter');
  await expect(log).toBeHidden();
}

test('shares given and received change the balance of favours and whom I could ask, by keyboard alone', async ({
  app,
}) => {
  await app.openSample();
  const { window } = app;
  const { keyboard } = window;
  const passedOn = window.getByRole('region', { name: 'Passed on' }).getByRole('listitem');
  const returners = window.getByRole('region', { name: 'Whom you could ask to pass' });
  const priya = returners.getByRole('row').filter({ hasText: 'Priya Nair' });
  /** The page of the outcomes, by its keys, has the balances. */
  const expectBalance = async (words: string): Promise<void> => {
    await keyboard.press('Control+8');
    const balances = window.getByRole('region', { name: 'Given and received' });
    await tabTo(window, balances.getByRole('button', { name: /^Show all/ }));
    await keyboard.press('Enter');
    await expect(
      balances.getByRole('listitem').filter({ hasText: 'Priya Nair' }).first(),
    ).toContainText(words);
    await keyboard.press('Control+6');
    await expect(window.getByRole('heading', { level: 1, name: 'Reach' })).toBeVisible();
  };

  await test.step('whom Chloe reached is not in the book, and no zero claims that it was nobody', async () => {
    await app.goTo('Reach');
    const row = passedOn.filter({ hasText: 'Chloe Whitfield' });
    await expect(row).toContainText('your book knows nobody whom it reached');
  });

  await test.step('Priya and I are even: she is not among those to ask in return', async () => {
    await expectBalance('even');
    await expect(returners.getByRole('row')).toHaveCount(2);
    await expect(priya).toHaveCount(0);
  });

  await test.step('I pass on a message of hers', async () => {
    await logShare(app, {
      direction: 'I passed on theirs',
      person: 'Priya Nair',
      what: 'Autumn course',
      platform: 'LinkedIn',
      estimate: 'You reach 35 people, 23 of them new to Priya Nair.',
    });
    await expect(passedOn.first()).toContainText(
      'You passed on Priya Nair’s “Autumn course” on LinkedIn',
    );
    await expect(passedOn.first()).toContainText('reached 35 people, 23 new to Priya Nair');
    // she owes me one, and reaches sixteen whom I do not know
    await expect(priya.getByRole('cell')).toHaveText([/Priya Nair/, '16', '1']);
    await expectBalance('they owe you 1');
  });

  await test.step('she passes on one of mine: even again', async () => {
    await logShare(app, {
      direction: 'They passed on mine',
      person: 'Priya Nair',
      what: 'Winter cards',
      platform: 'LinkedIn',
      estimate: 'Priya Nair reaches 29 people, 16 of them new to you.',
    });
    await expect(passedOn.first()).toContainText('Priya Nair passed on “Winter cards” on LinkedIn');
    await expect(priya).toHaveCount(0);
    await expectBalance('even');
  });

  await test.step('undone, and done again', async () => {
    await keyboard.press('Control+z');
    await expect(priya).toHaveCount(1);
    await expect(passedOn.first()).toContainText('Autumn course');
    await keyboard.press('Control+z');
    await expect(priya).toHaveCount(0);
    await expect(passedOn.first()).toContainText('Studio party');
    await keyboard.press('Control+Shift+z');
    await expect(passedOn.first()).toContainText('Autumn course');
    expect(await app.findAccessibilityFaults()).toEqual([]);
  });
});

test('a share keeps what it reached on its day, also after a restart', async ({ app }) => {
  await app.startOwnBook('Robin Me');
  const me = await app.call<{ id: number }>('people.resolve', { name: 'Robin Me' });
  const known: number[] = [];
  for (const name of ['Jane Doe', 'Ann Fry', 'Ben Gill']) {
    const made = await app.call<{ person: { id: number } }>('people.create', {
      name,
      isMyContact: false,
    });
    known.push(made.person.id);
  }
  const [jane, ...hers] = known;
  await app.call('ties.tell', { a: me.id, b: jane });
  for (const id of hers) await app.call('ties.tell', { a: jane, b: id });
  await app.goTo('Reach');
  const { window } = app;
  await tabTo(window, window.getByRole('button', { name: 'Log a share' }));
  await window.keyboard.press('Enter');
  await expect(
    window.getByRole('dialog').getByRole('combobox', { name: 'Who passed it on?' }),
  ).toBeFocused();
  await window.keyboard.type('Jane');
  await expect(window.getByRole('option', { name: 'Jane Doe' })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('status', { name: /What it reaches/ })).toHaveText(
    'Jane Doe reaches 2 people, 2 of them new to you.',
  );
  await tabTo(window, window.getByRole('button', { name: 'Log it' }));
  await window.keyboard.press('Enter');
  const row = () => app.window.getByRole('region', { name: 'Passed on' }).getByRole('listitem');
  await expect(row()).toContainText('reached 2 people, 2 new to you');

  await app.stop();
  await app.start();
  // one whom she reaches is mine now: what was reached on the day stays as it was
  await app.call('ties.tell', { a: me.id, b: hers[0] });
  await app.goTo('Reach');
  await expect(row()).toContainText('Jane Doe passed on a message of yours');
  await expect(row()).toContainText('reached 2 people, 2 new to you');
});

test('Enter takes what a list has marked, however late the list’s own timers come', async ({
  app,
}) => {
  await app.openSample();
  const { window } = app;
  await app.goTo('Reach');
  await window.getByRole('button', { name: 'Log a share' }).click();
  const platform = window
    .getByRole('dialog', { name: 'Log a share' })
    .getByRole('combobox', { name: 'On which platform?' });
  const linkedIn = window.getByRole('option', { name: 'LinkedIn' });
  await platform.click();
  await expect(linkedIn).toBeVisible();
  await window.keyboard.press('Tab');
  await expect(linkedIn).toBeHidden();
  const timers = await window.evaluateHandle(() => {
    const own = globalThis.setTimeout;
    const held: (() => void)[] = [];
    const hold = (run: () => void, delay = 0): unknown =>
      delay > 0 ? own(run, delay) : held.push(run);
    Object.assign(globalThis, { setTimeout: hold });
    return {
      release: () => {
        Object.assign(globalThis, { setTimeout: own });
        for (const run of held) run();
      },
    };
  });
  await window.keyboard.press('Shift+Tab');
  await window.keyboard.type('link');
  await expect(linkedIn).toHaveAttribute('data-combobox-selected', 'true');
  await timers.evaluate(({ release }) => release());
  await window.keyboard.press('Enter');
  await expect(platform).toHaveValue('LinkedIn');
});
