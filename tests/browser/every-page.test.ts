// timeout: 480 s
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { findBarriers } from '../../tools/browser/accessible.ts';
import { startChromium } from '../../tools/browser/chromium.ts';
import { startDemoHub } from '../../tools/browser/demo-hub.ts';
import { setUpFirstPerson } from '../../tools/browser/first-person.ts';
import { furnishDemo } from '../../tools/browser/furnish-demo.ts';
import { makeExamples } from '../../tools/browser/make-examples.ts';
import { PICTURES } from '../../tools/browser/pictures.ts';
import { Visitor } from '../../tools/browser/visitor.ts';
import { withPicture } from '../../tools/browser/with-picture.ts';
import { buildConsoleIfStale } from '../../tools/console/build-console.ts';

/** Every page with the data of the demo, light and dark, on a desk and on a phone: nobody is stopped there. */

await buildConsoleIfStale(process.cwd());
const browser = await startChromium();
after(() => browser.close());
const demo = await startDemoHub();
after(() => demo.stop());
const url = new URL(demo.setUpUrl).origin;

const first = await Visitor.arrive(browser, { url });
await setUpFirstPerson(first, demo.setUpUrl);
await furnishDemo(first);
await makeExamples(first);
const storageState = await first.context.storageState();
await first.leave();

/** Each width and each theme once; `npm run screenshots [-- --dark]` looks at all four. */
const LOOKS = [
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 390, height: 844 }],
] as const;

for (const picture of PICTURES) {
  test(`every page: ${picture.name} is for everybody, light and dark, wide and narrow`, async () => {
    const visitor = await Visitor.arrive(browser, { url, ...(picture.isOutside ? {} : { storageState }) });
    await withPicture(picture.name, visitor, async () => {
      await visitor.goTo(picture.path);
      await picture.first?.(visitor);
      await visitor.isQuiet();
      for (const [appearance, size] of LOOKS) await expectOpenTo(visitor, appearance, size);
    });
    await visitor.leave();
  });
}

async function expectOpenTo(
  { page }: Visitor,
  colorScheme: 'light' | 'dark',
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(size);
  await page.locator(`html[data-appearance="${colorScheme}"]`).waitFor({ state: 'attached' });
  const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  assert.ok(Number(wider) <= 0, `${size.width} px, ${colorScheme}: ${wider} px too wide`);
  assert.deepEqual(await findBarriers(page), [], `${size.width} px, ${colorScheme}`);
}
