import type { Locator, Page } from 'playwright-core';

// What people do in the sandbox's page, a pane being one of its two communities.

/** Chooses whom a pane plays. */
export async function actAs(pane: Locator, name: string): Promise<void> {
  await pane.getByLabel('Act as').selectOption({ label: name });
  // The page draws the conversation anew; what was typed before that would be lost.
  await pane
    .getByPlaceholder(new RegExp(` as ${name}$`))
    .first()
    .waitFor();
}

/** Opens a channel of a pane. */
export async function open(pane: Locator, channel: string): Promise<void> {
  await pane.getByRole('navigation', { name: 'Channels' }).locator('.entry', { hasText: channel }).click();
  await pane.locator('.conversation h3', { hasText: channel }).waitFor();
}

/** Closes the thread and shows the newest case. */
export async function showTriage(pane: Locator): Promise<void> {
  await pane.getByRole('button', { name: 'Close the thread' }).click();
  await open(pane, 'feedback-triage');
  await newest(pane, /FB-\d+/).waitFor();
}

/** Writes in the open conversation. */
export async function post(pane: Locator, text: string): Promise<void> {
  const before = await pane.locator('.conversation .message', { hasText: text }).count();
  const composer = pane.locator('.conversation .composer textarea');
  await composer.fill(text);
  await composer.press('Enter');
  await pane.locator('.conversation .message', { hasText: text }).nth(before).waitFor();
}

/** Adds a reaction to a message, by the name its emoji has in the menu. */
export async function react(page: Page, message: Locator, emoji: string): Promise<void> {
  await message.hover();
  await message.getByRole('button', { name: 'Add a reaction' }).click();
  await page.getByRole('menuitem', { name: emoji }).click();
}

/** The last message of the open conversation that says this. */
export function newest(pane: Locator, text: string | RegExp): Locator {
  return pane.locator('.conversation .message', { hasText: text }).last();
}

/** Asks for a way into the dashboard, as whom the pane plays. @returns its address, which works once */
export async function dashboardLink(pane: Locator): Promise<string> {
  const composer = pane.locator('.conversation .composer textarea');
  await composer.fill('/feedback dashboard');
  await composer.press('Enter');
  const link = newest(pane, 'works once').getByRole('link').first();
  return (await link.getAttribute('href')) ?? '';
}
