import { expect, test, worldFile } from './app-fixture.ts';

test('an attendee file is read into an event: looked over first, and undone as one step', async ({
  app,
}) => {
  const { window } = app;
  await app.startOwnBook('Robin Me');
  const { event } = await app.call<{ event: { id: number } }>('events.create', {
    title: 'Design breakfast',
    heldOn: '2026-06-01',
  });
  await window.evaluate((id) => {
    location.hash = `#/events/${id}`;
  }, event.id);
  const input = window.locator('input[type=file]').first();

  await test.step('a file that tells of no attendance is refused with what can be done', async () => {
    await input.setInputFiles(worldFile('me/phone/contacts.vcf'));
    await expect(window.getByText(/is no list of attendees that we know/)).toBeVisible();
  });

  await test.step('the plan says who counts as having been there', async () => {
    await input.setInputFiles(worldFile('events/luma-guests.csv'));
    const plan = window.getByRole('dialog', { name: 'Attendees of Design breakfast' });
    await expect(plan.getByText(/counts as having been there/)).toBeVisible();
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await window.keyboard.press('Enter');
    await expect(plan).toHaveCount(0);
  });

  const after = await app.call<{ attended: number; met: number }>('events.get', { id: event.id });
  expect(after.attended).toBeGreaterThan(10);
  expect(after.met).toBe(0);
  await window.keyboard.press('Escape');
  await app.call('book.undo', {});
  expect(await app.call('events.get', { id: event.id })).toMatchObject({ attended: 0 });
});
