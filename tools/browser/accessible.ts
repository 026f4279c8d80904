import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const AXE = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

/** What is still fading has colours that nobody will read. An animation out of sight may never end: two seconds at most. */
const SETTLED = `Promise.race([
  Promise.allSettled(document.getAnimations()
    .filter(({ effect, playState }) => playState === 'running' && effect.getTiming().iterations !== Infinity)
    .map(({ finished }) => finished)),
  new Promise((resolve) => setTimeout(resolve, 2000)),
]).then(() => undefined)`;

interface Found {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

/** What axe finds serious or critical on the page as it stands, with the places. */
export async function findBarriers(page: Page): Promise<string[]> {
  // Through the debugger, which the page's security policy does not concern.
  await page.evaluate(AXE);
  await page.evaluate(SETTLED);
  const violations = await page.evaluate<Found[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary.replaceAll('\n', ' ')}`,
      ),
    );
}

/** Fails where somebody with a keyboard, a screen reader or weak eyes would be stopped. */
export async function expectAccessible(page: Page): Promise<void> {
  assert.deepEqual(await findBarriers(page), []);
}
