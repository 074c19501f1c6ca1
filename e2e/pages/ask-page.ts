import type { App } from '../app-fixture.ts';

/** In the sample book: looks for an accountant, and begins to ask Tom Okafor, who is the best to ask. */
export async function askTomForAnAccountant(app: App): Promise<void> {
  const { window } = app;
  await app.goTo('Who to ask');
  await window
    .getByRole('combobox', { name: 'Whom or what are you looking for?' })
    .fill('accountant');
  await window.getByRole('option', { name: /Offers accountant/ }).click();
  await window.getByRole('button', { name: 'Ask Tom Okafor' }).click();
}
