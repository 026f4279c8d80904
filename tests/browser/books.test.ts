// timeout: 120 s
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { expectAccessible } from '../../tools/browser/accessible.ts';
import { askHub } from '../../tools/browser/ask-hub.ts';
import { startChromium } from '../../tools/browser/chromium.ts';
import { setUpFirstPerson } from '../../tools/browser/first-person.ts';
import { expectSlips, handSlip } from '../../tools/browser/slips.ts';
import { startHub } from '../../tools/browser/start-hub.ts';
import { Visitor } from '../../tools/browser/visitor.ts';
import { withPicture } from '../../tools/browser/with-picture.ts';

/** What an accountant does at the end of a month: from a balance to its source, voucher paper, red letters, closing. */

const ending = { after: (work: () => Promise<void>) => after(work) };
const browser = await startChromium();
after(() => browser.close());

/** Of the form, which offers the year we are in. */
const YEAR = new Date().getFullYear();

test('browser: a book is made; a balance leads to its record; vouchers are printed and reversed; a period is closed', async () => {
  const hub = await startHub(ending);
  const visitor = await Visitor.arrive(browser, hub);
  await withPicture('books', visitor, async () => {
    await setUpFirstPerson(visitor, hub.setUpUrl);
    await makeBook(visitor);
    await postSlips(visitor);
    await drillDown(visitor);
    await reverse(visitor);
    await printTwo(visitor);
    await exportBalances(visitor);
    await closePeriod(visitor);
  });
  await visitor.leave();
});

async function makeBook(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.goTo('/books');
  await visitor.see('还没有账套');
  await expectAccessible(page);
  await visitor.press('新建账套');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('公司名称').fill('云栖茶业有限公司');
  await dialog.getByLabel('账套编码').fill('shop');
  await dialog.getByRole('button', { name: '新建账套' }).click();
  await visitor.isAt('/books/shop/balances');
  await visitor.see('这段期间没有余额，也没有发生额');
}

const RECEIVABLE = {
  code: '1122',
  element: 'AccountsReceivable',
  name: { zh: '应收账款', en: 'Receivables', ja: '売掛金' },
  class: 'asset',
  side: 'debit',
  dimensions: { customer: 'must' },
};

/** Two slips that are posted, and one whose customer nobody knows. */
async function postSlips(visitor: Visitor): Promise<void> {
  const values = [{ code: 'C001', name: '蓝天商贸' }];
  await askHub(visitor, ['PUT', '/books/shop/dimensions/customer'], { values });
  await askHub(visitor, ['PUT', '/books/shop/accounts'], { accounts: [RECEIVABLE] });
  await expectSlips(visitor);
  for (const [no, total, buyer, status] of [
    ['S-1', '113.00', 'C001', 201],
    ['S-2', '226.05', 'C001', 201],
    ['S-3', '50.00', 'nobody', 422],
  ] as const) {
    assert.equal(await handSlip(visitor, { no, total, buyer, date: `${YEAR}-03-02` }), status);
  }
}

/** Balance → lines → voucher → document → raw record. */
async function drillDown(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.goTo('/books/shop/balances?by=customer');
  await visitor.see('借贷平衡');
  await visitor.see('C001 蓝天商贸');
  await expectAccessible(page);
  await page.getByRole('link', { name: '1122 应收账款' }).click();
  await visitor.isAt('/books/shop/ledger');
  await visitor.see('期初余额');
  await visitor.see(`本期合计（${YEAR}03）`);
  await visitor.see('339.05');
  await expectAccessible(page);
  await page.getByRole('link', { name: '记-1' }).click();
  await visitor.see('壹佰壹拾叁元整');
  await visitor.see('客户 C001 蓝天商贸');
  await expectAccessible(page);
  assert.equal(await printedPages(visitor), 1);
  await page.locator('a[href^="/records/"]').first().click();
  await visitor.isAt(/^\/records\/\d+/);
  await page.goBack();
}

async function printedPages({ page }: Visitor): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
}

async function reverse(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.see('壹佰壹拾叁元整');
  await visitor.press('红字冲销');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('原因').fill('客户退货');
  await dialog.getByRole('button', { name: '红字冲销' }).click();
  await visitor.see('负壹佰壹拾叁元整');
  await visitor.see('这是红字凭证，冲销');
  await page.getByRole('main').getByRole('link', { name: '记-1', exact: true }).click();
  await visitor.see('这张凭证已被冲销，见红字凭证');
}

async function printTwo(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.goTo('/books/shop/vouchers?sort=number');
  await page.locator('.ant-table-row').first().waitFor();
  await expectAccessible(page);
  for (const row of [0, 1]) await page.locator('.ant-table-row input[type=checkbox]').nth(row).check();
  await visitor.follow('打印所选');
  await visitor.see('2 张凭证，共 2 页');
  await visitor.see('贰佰贰拾陆元零伍分');
  assert.equal(await printedPages(visitor), 2);
}

async function exportBalances(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.goTo(`/books/shop/balances?from=${YEAR}03&to=${YEAR}03`);
  await visitor.see('借贷平衡');
  await visitor.press(/导出/);
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  assert.match((await download).suggestedFilename(), /^科目余额表 shop .*\.csv$/);
  await visitor.see(/已导出/);
}

async function closePeriod(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.goTo(`/books/shop/periods/${YEAR}03`);
  await visitor.see('还不能结账：有 2 项必须先处理');
  await visitor.see(`期间 ${YEAR}03 有 1 条未处理的异常`);
  assert.ok(await page.getByRole('button', { name: `结账 ${YEAR} 年 3 期` }).isDisabled());
  await expectAccessible(page);
  await page.getByRole('link', { name: '去处理' }).first().click();
  await visitor.isAt(`/books/shop/periods/${YEAR}01`);
  await visitor.press(`结账 ${YEAR} 年 1 期`);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `结账 ${YEAR} 年 1 期` })
    .click();
  await visitor.see('这个期间已结账');
  await page.getByRole('link', { name: '期间与结账' }).click();
  await visitor.press('反结账');
  await page.getByRole('dialog').getByLabel('原因').fill('漏记一张发票');
  await page.getByRole('dialog').getByRole('button', { name: '反结账' }).click();
  await visitor.see(`${YEAR} 年 1 期 已反结账`);
}
