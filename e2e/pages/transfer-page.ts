import { expect, type Locator } from 'playwright/test';
import type { App } from '../app-fixture.ts';

/** The page "Import & export". */
export class TransferPage {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** Chooses files and says whose they are; leaves the plan on the screen. */
  async look(files: string[], owner?: string): Promise<void> {
    const { window } = this.#app;
    await this.#app.goTo('Import & export');
    await window.locator('input[type=file]').setInputFiles(files);
    if (owner !== undefined) {
      await window.getByText('Somebody else’s').click();
      await window.getByRole('combobox', { name: 'Who exported this list?' }).fill(owner);
      await window.getByRole('option', { name: `Add “${owner}” as a new person` }).click();
    }
    await window.getByRole('button', { name: 'See what it would do' }).click();
    await expect(this.heading('This is what the import would do')).toBeVisible();
  }

  /** The number that the plan shows for a category. */
  count(category: string): Locator {
    return this.#app.window.getByRole('button', { name: new RegExp(`^[\\d,]+\\s*${category}$`) });
  }

  async apply(): Promise<void> {
    await this.#app.window.getByRole('button', { name: /^Import/ }).click();
    await expect(this.heading('Imported')).toBeVisible();
  }

  async importFiles(files: string[], owner?: string): Promise<void> {
    await this.look(files, owner);
    await this.apply();
    await this.#app.window.getByRole('button', { name: 'Import something else' }).click();
  }

  /** Asks for an export in the form of that name; the dialog has to be answered by the test. */
  async exportAs(form: string): Promise<void> {
    await this.exportButton(form).click();
  }

  exportButton(form: string): Locator {
    // what is said of the form stands in the button, too
    return this.#app.window.getByRole('button', { name: form });
  }

  heading(name: string): Locator {
    return this.#app.window.getByRole('heading', { name, exact: true });
  }
}
