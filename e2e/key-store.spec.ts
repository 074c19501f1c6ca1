import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, expect, test } from './app-fixture.ts';

/*
 * The key store of the system, by one of our own making in the place of Electron's `safeStorage`: machines that run tests
 * have none. It keeps a text readable to whoever has its password. What the real ones do is their makers' business.
 */

const passphrase = 'four plain English words';
/** A folder, since a file on the command line would wait to be imported. */
const fake = fileURLToPath(new URL('fake-key-store', import.meta.url));

test('the key that the system keeps opens the book at the start, and at no other time', async () => {
  test.skip(
    process.env['ACQUAINT_EXECUTABLE'] !== undefined,
    'the packed app takes no code from its command line',
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-e2e-'));
  const password = path.join(folder, 'password-of-the-system');
  writeFileSync(password, 'one');
  const app = new App(folder, [], { FAKE_KEY_STORE: password }, ['-r', fake]);
  const asks = () => app.window.getByRole('heading', { level: 1, name: 'Your book is locked' });
  const kept = (): string => readFileSync(path.join(folder, 'lock.json'), 'utf8');
  const restart = async (): Promise<void> => {
    await app.stop();
    await app.start();
  };
  try {
    await app.start();
    await app.startOwnBook('Sam Carter');
    const { recoveryKey } = await app.call<{ recoveryKey: string }>('encryption.turnOn', {
      passphrase,
    });

    await test.step('it is given the key by whoever knows the passphrase', async () => {
      await app.goTo('Settings');
      await app.window.getByLabel('Open at the start without asking').click();
      const field = app.window.getByLabel('Passphrase', { exact: true });
      await field.fill('not the right one');
      await field.press('Enter');
      await expect(app.window.getByRole('alert')).toContainText('This is not the passphrase');
      await field.fill(passphrase);
      await field.press('Enter');
      await expect(field).toHaveCount(0);
      await expect(app.window.getByLabel('Open at the start without asking')).toBeChecked();
      expect(kept()).not.toContain(recoveryKey);
      expect(kept()).not.toContain(passphrase);
    });

    await test.step('a start opens the book without asking, a lock asks', async () => {
      await restart();
      await app.goTo('People');
      await app.call('shell.lock', {});
      await expect(asks()).toBeVisible();
      await restart();
      await app.goTo('People');
    });

    await test.step('a key store that has lost its own key is told so once: the passphrase opens', async () => {
      writeFileSync(password, 'two');
      await restart();
      await expect(asks()).toBeVisible();
      expect(JSON.parse(kept())).toMatchObject({ kept: null });
      await app.window.getByLabel('Passphrase').fill(passphrase);
      await app.window.keyboard.press('Enter');
      await app.goTo('Settings');
      await expect(app.window.getByLabel('Open at the start without asking')).not.toBeChecked();
    });

    await test.step('turned off with encryption, nothing is kept', async () => {
      await app.call('shell.keepKey', { passphrase });
      await app.window.reload();
      await app.goTo('Settings');
      await app.window.getByRole('button', { name: 'Turn encryption off…' }).click();
      await app.window.getByLabel('Passphrase', { exact: true }).fill(passphrase);
      await app.window.keyboard.press('Enter');
      await expect(app.window.getByRole('button', { name: 'Encrypt the book…' })).toBeVisible();
      expect(JSON.parse(kept())).toMatchObject({ kept: null });
    });
  } finally {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
