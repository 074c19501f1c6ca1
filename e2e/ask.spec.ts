import { expect, test } from './app-fixture.ts';

test.beforeEach(async ({ app }) => {
  await app.openSample();
  await app.goTo('Who to ask');
});

const box = 'Whom or what are you looking for?';

test('the box says how it understood a text, and offers its other readings', async ({ app }) => {
  const { window } = app;
  await window.getByRole('combobox', { name: box }).fill('illustrator');
  await window.keyboard.press('Enter');
  await expect(
    window.getByText(/^Understood as: topic illustrator, whoever offers it$/),
  ).toBeVisible();
  const others = window.getByRole('list', { name: 'What else it could mean' });
  await others.getByRole('button', { name: /^Needs illustrator/ }).click();
  await expect(
    window.getByText(/^Understood as: topic illustrator, whoever needs it$/),
  ).toBeVisible();

  await window.getByRole('combobox', { name: box }).fill('museum');
  await window.getByRole('option', { name: /“museum”.*mentioned in/ }).click();
  await expect(window.getByText(/^Understood as: “museum”, mentioned in/)).toBeVisible();
});

test('the order is always named, and “why not” explains a low or an absent answer', async ({
  app,
}) => {
  const { window } = app;
  await window.getByRole('combobox', { name: box }).fill('accountant');
  await window.getByRole('option', { name: /Offers accountant/ }).click();
  const first = window.getByRole('article', { name: /^Number 1/ });
  await expect(first).toContainText('Tom Okafor');
  // one case says too little for a percentage
  await expect(first).toContainText('1 of 1 introduction worked');
  await expect(first).not.toContainText('%');
  const order = window.getByRole('radiogroup', { name: 'Sorted by' });
  await expect(order.getByRole('radio', { name: 'Strongest way first' })).toBeChecked();
  await order.getByText('Likeliest to do it first').click();
  await expect(window.getByText(/how many introductions worked of those asked/)).toBeVisible();

  const why = window.getByRole('region', { name: 'Why not somebody else?' });
  await pick('Priya Nair');
  await expect(why).toContainText(/Priya Nair is number \d+ of \d+ \(likeliest to do it first\)/);
  await why.getByRole('button', { name: /^Clear the choice/ }).click();
  await pick('Harriet Osei');
  await expect(why).toContainText('You have no tie with Harriet Osei yourself.');

  async function pick(name: string): Promise<void> {
    await why.getByRole('combobox').fill(name);
    await window
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click();
  }
});

test('several are asked at once for one goal; when one works, the others are let go with thanks', async ({
  app,
}) => {
  const { window } = app;
  await test.step('choose two by keyboard, and ask them for one goal', async () => {
    await window.getByRole('combobox', { name: box }).fill('accountant');
    await window.getByRole('option', { name: /Offers accountant/ }).click();
    for (const name of ['Tom Okafor', 'Priya Nair']) {
      await window.getByRole('checkbox', { name: `Ask ${name} together with others` }).focus();
      await window.keyboard.press('Space');
    }
    await window.getByRole('button', { name: 'Ask all 2 for one goal' }).click();
    const asking = window.getByRole('dialog', { name: 'Ask several for one goal' });
    await asking.getByLabel('What are you asking for?').fill('Find an accountant');
    await expect(
      asking.getByRole('button', { name: 'Copy the message: Tom Okafor' }),
    ).toBeVisible();
    await asking.getByRole('button', { name: 'Keep 2 asks' }).click();
    await expect(asking).toBeHidden();
  });

  const summary = 'Asked Tom Okafor and Priya Nair, waiting.';
  await test.step('they are tracked together: here, on the board, and on Today', async () => {
    await expect(window.getByText(summary)).toBeVisible();
    await app.goTo('Today');
    await expect(window.getByRole('region', { name: 'Asked for together' })).toContainText(summary);
    await app.goTo('Introductions');
    await expect(window.getByText(summary)).toBeVisible();
  });

  await test.step('Tom’s works: Priya is let go with thanks', async () => {
    const card = window.getByRole('button', { name: /Tom Okafor to introduce you to Harriet/ });
    await expect(card).toContainText('Next: remind Tom Okafor');
    await card.focus();
    for (const state of ['Permission asked', 'Accepted', 'Made']) {
      await window.keyboard.press('ArrowRight');
      await expect(window.getByRole('region', { name: new RegExp(`^${state}, `) })).toContainText(
        'Harriet Osei',
      );
    }
    await window
      .getByRole('button', { name: 'Let the others go with thanks: Find an accountant' })
      .click();
    const letting = window.getByRole('dialog', { name: 'Let the others go: Find an accountant' });
    await expect(letting).toContainText('Tom Okafor introduced you.');
    await letting.getByText('Read and change the letter to Priya Nair').click();
    const letter = letting.getByRole('textbox', { name: 'Message' });
    await expect(letter).toHaveValue(/^Hello Priya,[^]*introduce me to Harriet/);
    await letter.fill('Dear Priya, I found somebody. Thank you.');
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await letting.getByRole('button', { name: 'Let them go' }).click();
    await expect(letting).toBeHidden();
    await expect(
      window.getByRole('region', { name: /^Came of it, / }).getByText('Let go'),
    ).toBeVisible();
    await expect(window.getByRole('list', { name: 'Goals with the asks for them' })).toHaveCount(0);
  });

  await test.step('what was written to her is kept beside the ask', async () => {
    await window
      .getByRole('button', { name: /Priya Nair to introduce you to Harriet/ })
      .press('Enter');
    const drawer = window.getByRole('dialog', { name: /Priya Nair/ });
    await drawer.getByText(/^Let go with thanks on /).click();
    await expect(drawer.getByText('Dear Priya, I found somebody. Thank you.')).toBeVisible();
  });
});
