import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** Draws a line on the mapping canvas as a hand does: press on the source's row, move over, let go on the target's. */
export async function dragLine(page: Page, source: string, target: string): Promise<void> {
  const begin = page.locator(`li[data-source="${source}"]`);
  await begin.scrollIntoViewIfNeeded();
  const from = await begin.boundingBox();
  const to = await page.locator(`li[data-target="${target}"]`).boundingBox();
  assert.ok(from && to, `${source} or ${target} is not on the canvas`);
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
  await page.locator(`li[data-target="${target}"][data-used]`).waitFor();
}
