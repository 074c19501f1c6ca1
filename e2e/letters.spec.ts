import { readFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { type App, expect, tabTo, test } from './app-fixture.ts';
import { askTomForAnAccountant } from './pages/ask-page.ts';

/** The next file that is saved goes there, as if chosen in the dialog. */
async function chooseFile(app: App, name: string): Promise<string> {
  const target = path.join(app.folder, name);
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, target);
  return target;
}

test('an ask by a template of my own: saved as .eml, read back, recorded as asked', async ({
  app,
}) => {
  const { window } = app;
  await app.openSample();

  await test.step('a template is written by keyboard, with a field from the list', async () => {
    await app.goTo('Settings');
    await window.getByRole('link', { name: 'Open letters' }).click();
    await expect(window.getByRole('heading', { level: 1, name: 'Letters' })).toBeVisible();
    await window.getByRole('textbox', { name: 'Subject' }).fill('Grüße: {person}, please?');
    const message = window.getByRole('textbox', { name: 'Message' });
    await message.fill('Dear {to},\n\n[About {a topic}.|No topic.] {nonsense}\n\n{paragraph}\n\n');
    await expect(window.getByRole('alert')).toContainText('{nonsense}');
    await message.fill('Dear {to},\n\n[About {a topic}.|No topic.]\n\n{paragraph}\n\n');
    await expect(window.getByRole('alert')).toHaveCount(0);
    await message.press('Control+End');
    await tabTo(window, window.getByRole('button', { name: /^\{me first\}/ }));
    await window.keyboard.press('Enter');
    await expect(message).toBeFocused();
    await expect(message).toHaveValue(/\n\n\{me first\}$/);
    await window.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(window.getByText('Saved: Ask for an introduction')).toBeVisible();
    await expect(window.getByRole('button', { name: /^Back to the one/ })).toBeVisible();
    expect(await app.findAccessibilityFaults()).toEqual([]);
  });

  await test.step('the letter is filled in, and its paragraph changes with it', async () => {
    await askTomForAnAccountant(app);
    const message = window.getByRole('textbox', { name: 'Message' });
    await expect(message).toHaveValue(/^Dear Tom,\n\nAbout an accountant\.\n\nMy name is Mara/);
    await expect(message).toHaveValue(/\n\nMara$/);
    await window.getByRole('textbox', { name: 'Paragraph to forward' }).fill('I am Mara – hello.');
    await expect(message).toHaveValue(
      'Dear Tom,\n\nAbout an accountant.\n\nI am Mara – hello.\n\nMara',
    );
    expect(await app.findAccessibilityFaults()).toEqual([]);
  });

  await test.step('the .eml says the same to a mail program', async () => {
    const target = await chooseFile(app, 'ask.eml');
    await window.getByRole('button', { name: 'Save as .eml' }).click();
    await expect(window.getByText(/^Saved .*ask\.eml/)).toBeVisible();
    const letter = await PostalMime.parse(readFileSync(target));
    expect(letter.subject).toBe('Grüße: Harriet Osei, please?');
    expect(letter.to?.map(({ name }) => name)).toEqual(['Tom Okafor']);
    expect((letter.text ?? '').replaceAll('\r\n', '\n').trim()).toBe(
      'Dear Tom,\n\nAbout an accountant.\n\nI am Mara – hello.\n\nMara',
    );
  });

  await test.step('left for the templates and begun again, it stands as it was left', async () => {
    await window.getByRole('link', { name: 'Write your own…' }).click();
    await expect(window.getByRole('heading', { level: 1, name: 'Letters' })).toBeVisible();
    await window.getByRole('textbox', { name: 'Subject' }).fill('Half written');
    await app.goTo('Who to ask');
    await app.goTo('Settings');
    await window.getByRole('link', { name: 'Open letters' }).click();
    await expect(window.getByRole('textbox', { name: 'Subject' })).toHaveValue('Half written');
    await window.getByRole('button', { name: 'Throw the changes away' }).click();
    await expect(window.getByRole('textbox', { name: 'Subject' })).toHaveValue(/^Grüße/);
    await askTomForAnAccountant(app);
    await expect(window.getByText('it stands as you left it')).toBeVisible();
    await expect(window.getByRole('textbox', { name: 'Message' })).toHaveValue(
      'Dear Tom,\n\nAbout an accountant.\n\nI am Mara – hello.\n\nMara',
    );
  });

  await test.step('recorded, it stands among the asked', async () => {
    await window.getByRole('button', { name: 'I have asked' }).click();
    await app.goTo('Introductions');
    await expect(window.getByRole('region', { name: /^Asked, / })).toContainText('Harriet Osei');
    await window
      .getByRole('button', { name: /^Tom Okafor .*Harriet Osei/ })
      .first()
      .click();
    await expect(window.getByText(/^Asked on /).first()).toBeVisible();
  });
});

test('a double opt-in goes step by step, each with its letter and its day', async ({ app }) => {
  const { window } = app;
  await app.openSample();
  const find = async (name: string): Promise<number> => {
    const person = await app.call<{ id: number }>('people.resolve', { name });
    return person.id;
  };
  const made = await app.call<{ id: number }>('introductions.create', {
    kind: 'make',
    firstId: await find('Tom Okafor'),
    secondId: await find('Sunita Rao'),
  });
  await app.goTo('Introductions');
  await window
    .getByRole('button', { name: /You introduce Tom Okafor and Sunita Rao/ })
    .first()
    .click();
  const drawer = window.getByRole('dialog', { name: /Tom Okafor and Sunita Rao/ });
  const step = (name: string) => drawer.getByRole('listitem').filter({ hasText: name });
  const write = async (name: string, expected: RegExp): Promise<void> => {
    await drawer.getByRole('button', { name: `Write: ${name}` }).click();
    // the drawer beneath has a field of that name as well
    await expect(window.getByRole('textbox', { name: 'Message' }).last()).toHaveValue(expected);
    await window.getByRole('button', { name: 'I have sent it' }).click();
    await expect(step(name)).toContainText('Done on');
  };
  await write('Ask Sunita Rao for permission', /^Hello Sunita,[^]*Tom Okafor/);
  await write('Ask Tom Okafor', /^Hello Tom,[^]*Sunita Rao/);
  await drawer.getByRole('button', { name: 'Mark as done: Both agree' }).click();
  await expect(step('Both agree')).toContainText('Done on');
  await write('Introduce the two', /^Hello Tom and Sunita,/);
  await drawer.getByRole('button', { name: 'Mark as done: They met' }).click();
  await expect(step('They met')).toContainText('Done on');
  expect(await app.findAccessibilityFaults()).toEqual([]);
  const after = await app.call<{ state: string }>('introductions.get', { id: made.id });
  expect(after.state).toBe('met');
});
