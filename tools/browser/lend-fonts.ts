import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

const FONT = join(import.meta.dirname, '../../node_modules/@fontsource-variable/noto-sans-sc');
const PREFIX = '/assets/lent-fonts/';

/**
 * Gives pages a Chinese font: machines that run tests often have none, while those of readers do. The font is lent to
 * the console's own style sheet on its way to the browser, so that its security policy stays in force.
 */
export async function lendFonts(context: BrowserContext): Promise<void> {
  const faces = readFileSync(join(FONT, 'index.css'), 'utf8')
    .replaceAll('Noto Sans SC Variable', 'Noto Sans SC')
    .replaceAll(/url\(\.\/files\//g, `url(${PREFIX}`);
  await context.route(/\/assets\/index-[^/]+\.css$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n${faces}` });
  });
  await context.route(`**${PREFIX}*`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(PREFIX.length);
    return route.fulfill({ path: join(FONT, 'files', name), contentType: 'font/woff2' });
  });
}
