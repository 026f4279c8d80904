import assert from 'node:assert/strict';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { lendFonts } from './lend-fonts.ts';

export interface Visiting {
  readonly url: string;
  /** Default 1440. */
  readonly width?: number;
  readonly appearance?: 'light' | 'dark';
  readonly hasTouch?: boolean;
  /** Default Chinese. */
  readonly language?: 'zh-CN' | 'en-GB' | 'ja-JP';
  /** Cookies of somebody who signed in before. */
  readonly storageState?: BrowserContextOptions['storageState'];
}

/** Somebody at a browser: says what they do and what they see, in the words of the page. */
export class Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about: errors of scripts, and what the security policy stopped. */
  readonly complaints: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      // A refusal is an answer, not a complaint; the browser notes it all the same.
      const isAnswer = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isAnswer) this.complaints.push(message.text());
    });
  }

  static async arrive(browser: Browser, visiting: Visiting): Promise<Visitor> {
    const { url, width = 1440, appearance = 'light', language = 'zh-CN', hasTouch = false } = visiting;
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width, height: width < 600 ? 844 : 900 },
      hasTouch,
      colorScheme: appearance,
      locale: language,
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      deviceScaleFactor: width < 600 ? 2 : 1,
      ...(visiting.storageState === undefined ? {} : { storageState: visiting.storageState }),
    });
    // Long: a machine that is doing something else as well is slow, not wrong.
    context.setDefaultTimeout(30_000);
    await lendFonts(context);
    if (visiting.language !== undefined) {
      const chosen = JSON.stringify(visiting.language.slice(0, 2));
      await context.addInitScript(`localStorage.setItem('tongzhang.language', ${chosen})`);
    }
    return new Visitor(context, await context.newPage());
  }

  /** Opens a page of the console and waits until it stands. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(path);
    await this.see('h1');
  }

  /** Waits until a text, or an element by selector, is there to be seen. */
  async see(what: string | RegExp): Promise<void> {
    const found =
      typeof what === 'string' && /^[a-z]+\d?$/.test(what)
        ? this.page.locator(what)
        : this.page.getByText(what);
    await found.first().waitFor();
  }

  async fill(label: string | RegExp, value: string): Promise<void> {
    await this.page
      .getByLabel(label, { exact: typeof label === 'string' })
      .first()
      .fill(value);
  }

  /** Presses a button by its whole name, before which an icon may say its own. */
  async press(name: string | RegExp): Promise<void> {
    await this.page
      .getByRole('button', { name: wholeName(name) })
      .first()
      .click();
  }

  /** Presses a button of the dialog that is open, whose words may stand on the page below as well. */
  async answer(name: string): Promise<void> {
    const dialog = this.page.getByRole('dialog').filter({ visible: true }).last();
    await dialog.getByRole('button', { name: wholeName(name) }).click();
  }

  /** Follows a link, named as `press` names buttons. */
  async follow(name: string | RegExp): Promise<void> {
    await this.page
      .getByRole('link', { name: wholeName(name) })
      .first()
      .click();
  }

  async choose(label: string, option: string): Promise<void> {
    await this.page.getByLabel(label).first().click();
    await this.page.locator('.ant-select-item-option', { hasText: option }).first().click();
  }

  /** Waits until nothing is being loaded any more; the stream of news, which never ends, does not count. */
  async isQuiet(): Promise<void> {
    await this.page.locator('.ant-skeleton, .ant-spin-spinning').first().waitFor({ state: 'detached' });
  }

  /** Waits until the address is this path. */
  async isAt(path: string | RegExp): Promise<void> {
    await this.page.waitForURL((url) =>
      typeof path === 'string' ? url.pathname === path : path.test(url.pathname + url.search),
    );
  }

  /** Ends the visit; fails where the browser complained. */
  async leave(): Promise<void> {
    await this.context.close();
    assert.deepEqual(this.complaints, []);
  }
}

function wholeName(name: string | RegExp): RegExp {
  return typeof name === 'string' ? new RegExp(`^([a-z-]+ )?${literally(name)}$`) : name;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
