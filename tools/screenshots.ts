import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { findBarriers } from './browser/accessible.ts';
import { startChromium } from './browser/chromium.ts';
import { startDemoHub } from './browser/demo-hub.ts';
import { setUpFirstPerson } from './browser/first-person.ts';
import { furnishDemo } from './browser/furnish-demo.ts';
import { makeExamples } from './browser/make-examples.ts';
import { PICTURES, type Picture } from './browser/pictures.ts';
import { type Visiting, Visitor } from './browser/visitor.ts';
import { buildConsoleIfStale } from './console/build-console.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'screenshots');
const staying = join(folder, '.staying.json');
const WIDTHS = [1440, 390];
const HEIGHT_MAX = 2_000;
/** Charts draw themselves after their data came. */
const SETTLE_MS = 600;

interface Place {
  readonly url: string;
  readonly storageState: BrowserContextOptions['storageState'];
}

const USAGE = `npm run screenshots [-- name … --dark --en --ja --stay]

Pictures of the console's pages on the demo, at 1440 and 390 px, into screenshots/: of all of them, or of those named.
With --stay the demo stays open, and the next pictures are taken there within seconds.
Names: ${PICTURES.map(({ name }) => name).join(', ')}`;

const { values: flags, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    dark: { type: 'boolean', default: false },
    en: { type: 'boolean', default: false },
    ja: { type: 'boolean', default: false },
    stay: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const unknown = names.filter((name) => !PICTURES.some((picture) => picture.name === name));
if (flags.help || unknown.length > 0) {
  console.log(unknown.length > 0 ? `there is no page ${unknown.join(', ')}\n\n${USAGE}` : USAGE);
  process.exit(unknown.length > 0 ? 1 : 0);
}
const wanted = PICTURES.filter(({ name }) => names.length === 0 || names.includes(name));
const look: Pick<Visiting, 'appearance' | 'language'> = {
  appearance: flags.dark ? 'dark' : 'light',
  language: flags.en ? 'en-GB' : flags.ja ? 'ja-JP' : 'zh-CN',
};
// `npm run screenshots | head`: whoever has read enough still gets the pictures, and the demo is ended.
process.stdout.on('error', () => undefined);

mkdirSync(folder, { recursive: true });
await buildConsoleIfStale(root);
const browser = await startChromium();
try {
  const before = await stillOpen();
  if (before) await takeEach(browser, before, wanted);
  else await withDemo(browser);
} finally {
  await browser.close();
}

async function withDemo(browser: Browser): Promise<void> {
  console.log('playing the demo …');
  const demo = await startDemoHub();
  try {
    // The link works once, so its page is looked at before.
    const url = new URL(demo.setUpUrl).origin;
    const setUp: Picture = { name: 'set-up', path: demo.setUpUrl, isOutside: true };
    await takeEach(browser, { url, storageState: undefined }, [setUp]);
    const place = await signInOnce(browser, demo.setUpUrl);
    if (flags.stay) writeFileSync(staying, JSON.stringify(place));
    await takeEach(browser, place, wanted);
    if (!flags.stay) return;
    console.log(`the demo stays open at ${place.url}; Ctrl-C ends it`);
    await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  } finally {
    rmSync(staying, { force: true });
    await demo.stop();
  }
}

async function stillOpen(): Promise<Place | null> {
  if (!existsSync(staying)) return null;
  const place: Place = JSON.parse(readFileSync(staying, 'utf8'));
  const isUp = await fetch(`${place.url}/health`).then(
    ({ ok }) => ok,
    () => false,
  );
  return isUp ? place : null;
}

async function signInOnce(browser: Browser, setUpUrl: string): Promise<Place> {
  const url = new URL(setUpUrl).origin;
  const visitor = await Visitor.arrive(browser, { url });
  await setUpFirstPerson(visitor, setUpUrl);
  await furnishDemo(visitor);
  await makeExamples(visitor);
  const storageState = await visitor.context.storageState();
  await visitor.leave();
  return { url, storageState };
}

async function takeEach(browser: Browser, place: Place, pictures: readonly Picture[]): Promise<void> {
  for (const picture of pictures) {
    for (const width of WIDTHS) {
      await take(browser, place, { ...picture, width }).catch((error: unknown) => {
        console.error(`${picture.name} at ${width} px: ${String(error)}`);
        process.exitCode = 1;
      });
    }
  }
}

async function take(
  browser: Browser,
  { url, storageState }: Place,
  { name, path, first, isOutside, width }: Picture & { width: number },
): Promise<void> {
  const state = isOutside ? {} : { storageState };
  const visitor = await Visitor.arrive(browser, { url, width, ...look, ...state });
  const { page } = visitor;
  await visitor.goTo(path);
  await first?.(visitor);
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
  await visitor.isQuiet();
  await sleep(SETTLE_MS);
  const height = await page.evaluate('document.documentElement.scrollHeight');
  await page.setViewportSize({ width, height: Math.min(HEIGHT_MAX, Math.max(Number(height), 844)) });
  const file = join(folder, `${[name, width, ...flagsInName()].join('-')}.png`);
  await page.screenshot({ path: file });
  const troubles = [...visitor.complaints, ...(await findBarriers(page))];
  console.log(file, troubles.length === 0 ? '' : `\n  ${troubles.join('\n  ')}`);
  await visitor.context.close();
}

function flagsInName(): string[] {
  return (['dark', 'en', 'ja'] as const).filter((flag) => flags[flag]);
}
