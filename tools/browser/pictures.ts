import type { Visitor } from './visitor.ts';

/** One picture: a page, opened as somebody would. */
export interface Picture {
  /** The file's name, and what `npm run screenshots -- <name>` asks for. */
  readonly name: string;
  /** The address, or the list from which the page is reached. */
  readonly path: string;
  /** What is done there first: opening a row, a dialog, a tab. */
  readonly first?: (visitor: Visitor) => Promise<void>;
  /** Of somebody who is not signed in. */
  readonly isOutside?: boolean;
}

/** Every page of the console, with the data of the demo. A test asks that each has one. */
export const PICTURES: readonly Picture[] = [
  { name: 'sign-in', path: '/sign-in', isOutside: true },
  { name: 'link', path: '/link#a-token', isOutside: true },
  { name: 'overview', path: '/overview' },
  { name: 'records', path: '/records' },
  { name: 'record', path: '/records?q=%2310005', first: openFirstRow },
  { name: 'exceptions', path: '/exceptions' },
  { name: 'exception', path: '/exceptions?state=open&code=crosswalk_missing', first: openFirstRow },
  { name: 'crosswalks', path: '/crosswalks' },
  { name: 'runs', path: '/runs' },
  { name: 'deliveries', path: '/deliveries' },
  { name: 'delivery', path: '/deliveries', first: openFirstRow },
  { name: 'connections', path: '/connections' },
  { name: 'connection', path: '/connections/kingdee', first: testConnection },
  { name: 'new-connection', path: '/connections/new' },
  { name: 'new-connection-form', path: '/connections/new?connector=kingdee-k3cloud' },
  { name: 'flows', path: '/flows' },
  { name: 'flow', path: '/flows/shop-orders' },
  { name: 'flow-file', path: '/flows/pos-tea' },
  { name: 'flow-versions', path: '/flows/shop-orders?tab=versions' },
  { name: 'flow-dry-run', path: '/flows/shop-orders?tab=dryRun', first: tryFlow },
  { name: 'flow-trigger', path: '/flows/shop-orders?tab=trigger' },
  { name: 'flow-yaml', path: '/flows/shop-orders?tab=yaml' },
  { name: 'new-flow', path: '/flows/new', first: chooseTemplate },
  { name: 'flow-editor', path: '/flows/shop-orders/edit', first: chooseField },
  { name: 'flow-editor-template', path: '/flows/shop-orders/edit', first: showView(2) },
  { name: 'flow-editor-tables', path: '/flows/shop-orders/edit', first: showView(1) },
  { name: 'flow-editor-checks', path: '/flows/shop-orders/edit', first: showView(3) },
  { name: 'people', path: '/access/people' },
  { name: 'person', path: '/access/people', first: openFirstRow },
  { name: 'roles', path: '/access/roles' },
  { name: 'role', path: '/access/roles', first: openFirstRole },
  { name: 'duties', path: '/access/duties' },
  { name: 'sessions', path: '/access/sessions' },
  { name: 'sign-on', path: '/access/sign-on' },
  { name: 'provider', path: '/access/sign-on', first: openFirstRow },
  { name: 'new-provider', path: '/access/sign-on/new' },
  { name: 'clients', path: '/access/clients' },
  { name: 'new-client', path: '/access/clients/new' },
  { name: 'client', path: '/access/clients', first: openFirstRow },
  { name: 'books', path: '/books' },
  { name: 'book-balances', path: '/books/demo/balances?by=customer&foreign=true', first: seeTable },
  { name: 'book-ledger', path: '/books/demo/ledger?account=1122', first: seeTable },
  { name: 'book-vouchers', path: '/books/demo/vouchers', first: seeTable },
  { name: 'book-voucher', path: '/books/demo/vouchers', first: openFirstRow },
  { name: 'book-print', path: '/books/demo/print?vouchers=1,2,3', first: seePaper },
  { name: 'book-accounts', path: '/books/demo/accounts', first: seeTable },
  { name: 'book-dimensions', path: '/books/demo/dimensions', first: seeTable },
  { name: 'book-rates', path: '/books/demo/rates', first: seeTable },
  { name: 'book-periods', path: '/books/demo/periods', first: seeTable },
  { name: 'book-closing', path: '/books/demo/periods/202608' },
  { name: 'webhooks', path: '/webhooks' },
  { name: 'webhook', path: '/webhooks', first: openFirstRow },
  { name: 'audit', path: '/audit' },
  { name: 'verification', path: '/audit/verification' },
  { name: 'me', path: '/me' },
];

/** Follows the link of the first row of a list. */
async function openFirstRow({ page }: Visitor): Promise<void> {
  const list = new URL(page.url()).pathname;
  const row = page.locator('.ant-table-row a').first();
  await row.waitFor();
  // Some titles name the book, which is known by the time its rows are.
  const title = (await page.locator('h1').textContent()) ?? '';
  await row.click();
  await page.waitForURL(({ pathname }) => pathname !== list);
  // The list stays until the page is loaded.
  await page.locator('h1', { hasNotText: new RegExp(`^${title}$`) }).waitFor();
}

/** The diagnosis, step by step. */
async function testConnection(visitor: Visitor): Promise<void> {
  await visitor.press('测试连接');
  await visitor.see('连接正常');
}

/** What the newest records come to, the first of them in full. */
async function tryFlow(visitor: Visitor): Promise<void> {
  await visitor.press('开始试算');
  await visitor.page.locator('.ant-table-row').first().click();
}

/** A template with its notes and samples. */
async function chooseTemplate(visitor: Visitor): Promise<void> {
  await visitor.press(/网店销售/);
  await visitor.see('字段说明');
}

/** A field of the canvas with its panel open. */
async function chooseField({ page }: Visitor): Promise<void> {
  await page.locator('li[data-target="customer"] button').click();
}

/** One of the ways to look at a flow in the editor, by its number: its name depends on the language. */
function showView(index: number): (visitor: Visitor) => Promise<void> {
  return async ({ page }) => {
    await page.locator('.ant-segmented-item').nth(index).click();
    await page.locator('section h2').first().waitFor();
  };
}

/** Waits for the first row of a table. */
async function seeTable({ page }: Visitor): Promise<void> {
  await page.locator('.ant-table-row').first().waitFor();
}

/** Waits for the first sheet of voucher paper. */
async function seePaper({ page }: Visitor): Promise<void> {
  await page.locator('article').first().waitFor();
}

/** Follows the first head of the matrix of roles. */
async function openFirstRole({ page }: Visitor): Promise<void> {
  await page.locator('th[scope=col] a').first().click();
  await page.waitForURL(({ pathname }) => pathname !== '/access/roles');
}
