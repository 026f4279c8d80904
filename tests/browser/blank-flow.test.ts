// timeout: 180 s
import { after, test } from 'node:test';
import { expectAccessible } from '../../tools/browser/accessible.ts';
import { askHub } from '../../tools/browser/ask-hub.ts';
import { startChromium } from '../../tools/browser/chromium.ts';
import { setUpFirstPerson } from '../../tools/browser/first-person.ts';
import { startHub } from '../../tools/browser/start-hub.ts';
import { Visitor } from '../../tools/browser/visitor.ts';
import { withPicture } from '../../tools/browser/with-picture.ts';

/** A system no template knows: its connection is paused and resumed, its samples begin a flow, its book gets a year more. */

const ending = { after: (work: () => Promise<void>) => after(work) };
const browser = await startChromium();
after(() => browser.close());

test('browser: a connection is paused for a reason; a blank flow begins with what its source has; a book gets its next year', async () => {
  const hub = await startHub(ending);
  const visitor = await Visitor.arrive(browser, hub);
  await withPicture('blank-flow', visitor, async () => {
    await setUpFirstPerson(visitor, hub.setUpUrl);
    await connect(visitor);
    await pauseAndResume(visitor);
    await beginBlank(visitor);
    await addYear(visitor);
  });
  await visitor.leave();
});

/** A shop without an order yet; the simulator answers for it. */
async function connect(visitor: Visitor): Promise<void> {
  const settings = { baseUrl: 'https://shop.invalid', accessToken: 'not-yet' };
  const book = { code: 'trial', name: '演练公司', baseCurrency: 'CNY', standard: 'cas', years: [2026] };
  await askHub(visitor, ['POST', '/connections'], {
    code: 'shop',
    connector: 'shopify',
    title: '网店',
    settings,
  });
  await askHub(visitor, ['POST', '/books'], { ...book, rehearsal: true });
  await askHub(visitor, ['POST', '/connections/shop/rehearse'], { on: true, records: 0 });
}

async function pauseAndResume(visitor: Visitor): Promise<void> {
  const dialog = visitor.page.getByRole('dialog');
  await visitor.goTo('/connections/shop');
  await visitor.press('暂停');
  await dialog.getByLabel('原因').fill('供应商今晚升级系统');
  await dialog.getByRole('button', { name: '暂停' }).click();
  await visitor.see(/李娜 于 .* 暂停，原因：供应商今晚升级系统/);
  await expectAccessible(visitor.page);
  await visitor.press('恢复');
  await visitor.see('连接已恢复，待推送的凭证继续推送');
}

async function beginBlank(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.goTo('/flows/new?connection=shop');
  await visitor.press(/空白流程/);
  await visitor.press('下一步');
  await visitor.choose('记录种类', 'order');
  await visitor.press('下一步');
  await visitor.press('从连接取样例');
  await visitor.see('shop 里还没有“order”记录');
  await askHub(visitor, ['POST', '/connections/shop/rehearse'], { on: true, records: 5 });
  await visitor.press('从连接取样例');
  await visitor.see('total_price');
  await expectAccessible(page);
  await visitor.press('到画布上完成');
  await visitor.isAt('/flows/new/edit');
}

async function addYear(visitor: Visitor): Promise<void> {
  await visitor.goTo('/books/trial/periods');
  await visitor.press('新增 2027 会计年度');
  await visitor.page.getByRole('dialog').getByRole('button', { name: '新增 2027 会计年度' }).click();
  await visitor.see('2027 年 12 期');
  await expectAccessible(visitor.page);
}
