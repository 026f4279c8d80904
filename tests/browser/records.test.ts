// timeout: 120 s
import { after, test } from 'node:test';
import { expectAccessible } from '../../tools/browser/accessible.ts';
import { askHub } from '../../tools/browser/ask-hub.ts';
import { startChromium } from '../../tools/browser/chromium.ts';
import { setUpFirstPerson } from '../../tools/browser/first-person.ts';
import { expectSlips, handSlip } from '../../tools/browser/slips.ts';
import { startHub } from '../../tools/browser/start-hub.ts';
import { Visitor } from '../../tools/browser/visitor.ts';
import { withPicture } from '../../tools/browser/with-picture.ts';

/** What a bookkeeper does every day: find an order, see where its figures come from, solve what is on hold. */

const ending = { after: (work: () => Promise<void>) => after(work) };
const browser = await startChromium();
after(() => browser.close());

test('browser: an order is found and traced; an exception is solved by a row of a crosswalk, another by a correction', async () => {
  const hub = await startHub(ending);
  const visitor = await Visitor.arrive(browser, hub);
  await withPicture('records', visitor, async () => {
    await setUpFirstPerson(visitor, hub.setUpUrl);
    await prepare(visitor);
    await findAndTrace(visitor);
    await addMissingRow(visitor);
    await correctDocument(visitor);
    await pasteCrosswalk(visitor);
  });
  await visitor.leave();
});

/** A book, its customers, a flow; three slips, of which two are held. */
async function prepare(visitor: Visitor): Promise<void> {
  await askHub(visitor, ['POST', '/books'], {
    ...{ code: 'shop', name: '门店', baseCurrency: 'CNY', standard: 'cas', years: [2026] },
    chart: { dimensions: { AccountsReceivable: { customer: 'must' } } },
  });
  const values = ['C001', 'C002'].map((code) => ({ code, name: `客户 ${code}` }));
  await askHub(visitor, ['PUT', '/books/shop/dimensions/customer'], { values });
  await askHub(visitor, ['PUT', '/books/shop/crosswalks/buyers'], { pairs: [{ from: '8812', to: 'C001' }] });
  await expectSlips(visitor, {
    fields: { customer: { path: 'buyer', crosswalk: 'buyers', required: true } },
  });
  for (const slip of [
    { no: 'S-1', date: '2026-03-02', total: '113.00', buyer: '8812' },
    { no: 'S-2', date: '2026-03-03', total: '226.00', buyer: '9901' },
    { no: 'S-3', date: '2026-03-04', total: '3,390.00', buyer: '8812' },
  ]) {
    await handSlip(visitor, slip);
  }
}

async function findAndTrace(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.goTo('/records');
  await visitor.see('S-3');
  await expectAccessible(page);
  const search = page.getByPlaceholder('单号、记-12、金额或客户');
  await search.fill('113.00');
  await search.press('Enter');
  await page.getByRole('link', { name: 'S-1' }).click();
  await visitor.see('对照表 buyers：8812');
  await visitor.see('客户 C001');
  await page.getByText('原始内容').first().click();
  await page.getByLabel('在内容中查找').fill('buyer');
  await page.locator('dd', { hasText: '8812' }).waitFor();
  await expectAccessible(page);
}

async function addMissingRow(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.goTo('/exceptions');
  await page.getByRole('navigation', { name: '按问题' }).getByText('对照表缺少编码').click();
  await page.getByRole('link', { name: 'S-2' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'S-2' }).click();
  await visitor.see('9901');
  await expectAccessible(page);
  await page.getByLabel('我方编码').fill('C002');
  await page.keyboard.press('Escape');
  await visitor.press('保存并重新处理');
  await visitor.see('已解决，凭证已生成');
  await visitor.see('客户 C002');
}

async function correctDocument(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.goTo('/exceptions');
  await page.getByRole('link', { name: 'S-3' }).click();
  await visitor.see('金额');
  await page.getByLabel('改为 订单总额').fill('3390.00');
  await visitor.press('试算');
  await visitor.see('将生成凭证');
  await visitor.see('3,390.00');
  await expectAccessible(page);
  await visitor.press('保存更正并重新处理');
  await page.getByRole('dialog').getByLabel('原因').fill('来源写了千分位逗号');
  await page.getByRole('dialog').getByRole('button', { name: '保存更正并重新处理' }).click();
  await visitor.see('已解决，凭证已生成');
  await visitor.see(/来源写了千分位逗号/);
  await visitor.goTo('/exceptions');
  await visitor.see('全部处理完了');
  await expectAccessible(page);
}

async function pasteCrosswalk(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.goTo('/crosswalks');
  await visitor.isAt(/^\/books\/shop\/crosswalks/);
  await visitor.see('9901');
  await expectAccessible(page);
  await visitor.press('从 Excel 粘贴');
  await page.getByLabel('粘贴到这里').fill('对方编码\t我方编码\n7001\tC001\n7002\t\n7003\tC002');
  await visitor.see('第 3 行：缺少我方编码，未列入');
  await visitor.press('保存 2 条');
  await page.getByRole('cell', { name: '7003' }).waitFor();
}
