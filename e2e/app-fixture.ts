import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import {
  _electron,
  test as base,
  type ElectronApplication,
  expect,
  type Locator,
  type Page,
} from 'playwright/test';

/** Chromium refuses its sandbox to root; for everybody else it stays on, as for users. */
const chromiumSandbox = process.getuid?.() !== 0;
const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Playwright gives these to an app that it starts unpacked, by a script that a packed one does not load. Without them
 * Chromium may take a window under Xvfb for one that nobody sees, and draws no frame, for which Playwright waits.
 */
const awake = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** Files of the project's own fixtures, by their path below `world`. */
export function worldFile(name: string): string {
  return path.join(root, 'src-main', 'transfer', 'fixtures', 'world', name);
}

export type Scheme = 'light' | 'dark';

interface Bridge {
  invoke(path: string, input: unknown): Promise<unknown>;
}

/** The real app with a data folder of its own. */
export class App {
  readonly folder: string;
  readonly #launchArguments: readonly string[];
  readonly #environment: Readonly<Record<string, string>>;
  readonly #electronArguments: readonly string[];
  #electron: ElectronApplication | null = null;
  #window: Page | null = null;

  /** `environment` is added to the test's own; `electronArguments` stand before the program, and are not for the packed one. */
  constructor(
    folder: string,
    launchArguments: readonly string[] = [],
    environment: Readonly<Record<string, string>> = {},
    electronArguments: readonly string[] = [],
  ) {
    this.folder = folder;
    this.#launchArguments = launchArguments;
    this.#environment = environment;
    this.#electronArguments = electronArguments;
  }

  get window(): Page {
    if (this.#window === null) throw new Error('The app is not running.');
    return this.#window;
  }

  get electron(): ElectronApplication {
    if (this.#electron === null) throw new Error('The app is not running.');
    return this.#electron;
  }

  /** Starts the built app, or the packed one that ACQUAINT_EXECUTABLE names; `files` as on its command line. */
  async start(files: readonly string[] = []): Promise<void> {
    const packed = process.env['ACQUAINT_EXECUTABLE'];
    const args = [`--user-data-dir=${this.folder}`, ...this.#launchArguments, ...files];
    const options = { cwd: root, chromiumSandbox, env: this.#readEnvironment() };
    this.#electron = await _electron.launch(
      packed === undefined
        ? { ...options, args: [...this.#electronArguments, root, ...args] }
        : { ...options, args: [...awake, ...args], executablePath: packed },
    );
    this.#window = await this.#electron.firstWindow();
    // a book of 100,000 people is checked before it is shown
    await this.#window.getByRole('main').waitFor({ timeout: 60_000 });
  }

  #readEnvironment(): Record<string, string> {
    const own = Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    return { ...Object.fromEntries(own), ...this.#environment };
  }

  /** Closes the window as its button does, and waits until the program has ended by itself. */
  async closeWindow(): Promise<void> {
    const ended = this.electron.waitForEvent('close');
    await this.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await ended;
    this.#electron = null;
    this.#window = null;
  }

  async stop(): Promise<void> {
    // not by its button: what a test left half typed must not keep the window open
    await this.#electron?.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.destroy();
    });
    await this.#electron?.close();
    this.#electron = null;
    this.#window = null;
  }

  /** After all its processes were killed: there is nothing to close. */
  forget(): void {
    this.#electron = null;
    this.#window = null;
  }

  /** Size of the page's area, in pixels. */
  async resize(width: number, height: number): Promise<void> {
    await this.electron.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
      },
      { width, height },
    );
    await expect.poll(() => this.window.evaluate(() => window.innerWidth)).toBe(width);
  }

  async useScheme(scheme: Scheme): Promise<void> {
    await this.window.emulateMedia({ colorScheme: scheme });
    const html = this.window.locator('html');
    await expect(html).toHaveAttribute('data-mantine-color-scheme', scheme);
  }

  /** First screen: a book of one's own. A new one opens on People, which is empty and says what to do. */
  async startOwnBook(name: string): Promise<void> {
    await this.window.getByLabel('Your name').fill(name);
    await this.window.getByRole('button', { name: 'Start my book' }).click();
    await expect(this.window.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  }

  /** First screen: the sample book. Goes on to People, where most of what a spec does begins. */
  async openSample(): Promise<void> {
    await this.window.getByRole('button', { name: 'Open the sample book' }).click();
    await expect(this.window.getByText('You are in the sample book')).toBeVisible();
    await this.goTo('People');
  }

  /** Goes to a page by the side bar and waits for its head. */
  async goTo(page: string): Promise<void> {
    await this.window
      .getByRole('navigation')
      .getByRole('link', { name: page, exact: true })
      .click();
    await expect(this.window.getByRole('heading', { level: 1, name: page })).toBeVisible();
  }

  /** Calls a method as the page would; for what a test needs and does not itself show. */
  async call<Value = unknown>(method: string, input: unknown): Promise<Value> {
    const result = await this.window.evaluate(
      ([name, given]) => {
        const bridge = (globalThis as unknown as { acquaint: Bridge }).acquaint;
        return bridge.invoke(name, given);
      },
      [method, input] as const,
    );
    expect(result).toMatchObject({ ok: true });
    return (result as { value: Value }).value;
  }

  /** What an automatic accessibility check finds on the page as it stands. */
  async findAccessibilityFaults(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.window })
      // asks Electron for a second, blank page otherwise, which the app refuses to open
      .setLegacyMode()
      .analyze();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    );
  }
}

/** Presses Tab until the element has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const stops: string[] = [];
  while (!(await target.evaluate((element) => element === document.activeElement))) {
    // where the focus went instead is what explains a failure
    if (stops.length === 120)
      throw new Error(`120 Tabs never reach ${String(target)}, but\n${stops.join('\n')}`);
    await page.keyboard.press('Tab');
    await settle(page);
    stops.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? ''));
  }
  await expect(target).toBeFocused();
}

/**
 * Waits until what the page put off with `setTimeout(…, 0)` is done. Keys come first on a busy machine: the window's trap
 * of the focus looks only then where Tab in a date field has led to, and a list which of its options is marked.
 */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
}

/** Each test has an app of its own, with an empty folder, closed and deleted afterwards. */
export const test = base.extend<{ app: App; launchArguments: readonly string[] }>({
  launchArguments: [[], { option: true }],
  app: async ({ launchArguments }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-e2e-'));
    const app = new App(folder, launchArguments);
    await app.start();
    await use(app);
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  },
});
export { expect };

/** Opens the palette and waits until it listens: letters typed before that would go to the page. */
export async function openPalette(window: Page): Promise<void> {
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('combobox', { name: /Find anything/ })).toBeFocused();
}
