// timeout: 240 s
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible } from '../../tools/browser/accessible.ts';
import { askHub } from '../../tools/browser/ask-hub.ts';
import { startChromium } from '../../tools/browser/chromium.ts';
import { setUpFirstPerson } from '../../tools/browser/first-person.ts';
import { startHub } from '../../tools/browser/start-hub.ts';
import { Visitor } from '../../tools/browser/visitor.ts';

const ending = { after: (work: () => Promise<void>) => after(work) };
const browser = await startChromium();
after(() => browser.close());

/** As the wizard hands it over: nothing mapped but one formula, which is not right yet. */
const DRAFT = `# Till slips of the shop
flow: till
title: { zh: 门店小票, en: Till slips, ja: レジ }
book: shop
source: { connection: till, kind: row }
trigger: { manual: true }
documents:
  - kind: slip
    fields:
      # what the goods cost
      goods_amount: { formula: number(total), type: amount }
      shipping_fee: freight
template:
  - document: slip
    word: 记
    summary: 销售 {number} {store}
    lines:
      - { side: debit, account: "1001", amount: order_total }
      - { side: credit, account: "6001", amount: goods_amount }
      - { side: credit, account: "6051", amount: shipping_fee }
targets: []
`;
const SAMPLE = { slip_no: 'X-1', sold_on: '2026-11-03', total: '110.00', freight: '10.00', branch: 'SH01' };

test('browser: fields are dragged, one is mapped by keyboard, a formula is put right, and it is all there again', async () => {
  const hub = await startHub(ending);
  const visitor = await Visitor.arrive(browser, hub);
  const { page } = visitor;
  await beginWith(visitor, hub.setUpUrl, DRAFT);
  await visitor.goTo('/flows/new/edit');
  await visitor.see('还有 4 个必填字段没有映射');

  await drag(page, 'slip_no', 'number');
  await drag(page, 'sold_on', 'doc_date');
  await drag(page, 'total', 'order_total');
  await mapByKeyboard(page, 'branch', 'store');
  await visitor.see('借贷不平，差 -10.00');
  await visitor.see('销售 X-1 SH01');
  await expectAccessible(page);

  await page.locator('li[data-target="goods_amount"] button').click();
  await page.getByRole('textbox', { name: '公式' }).fill('number(total) - ');
  await visitor.see(/公式在第 17 个字符/);
  await page.getByRole('textbox', { name: '公式' }).fill('number(total) - number(freight)');
  await visitor.see('借贷平衡');

  const drawn = await lines(page);
  assert.deepEqual(
    drawn,
    ['freight', 'freight', 'slip_no', 'sold_on', 'total', 'total', 'branch'].toSorted(),
  );
  await page.getByText('YAML', { exact: true }).click();
  await visitor.see('# what the goods cost');
  await visitor.press('存为草稿版本');
  await visitor.see('这是该流程的第一版。');
  await page.getByRole('dialog').getByRole('button', { name: '存为草稿版本' }).click();
  await visitor.isAt('/flows/till/edit');

  await page.reload();
  await visitor.see('借贷平衡');
  await visitor.see('没有未保存的修改');
  assert.deepEqual(await lines(page), drawn);
  await visitor.leave();
});

test('browser: on a phone, two taps draw a line, and the field opens over the lower half of the screen', async () => {
  const hub = await startHub(ending);
  const visitor = await Visitor.arrive(browser, { ...hub, hasTouch: true });
  const { page } = visitor;
  await beginWith(visitor, hub.setUpUrl, DRAFT);
  await page.setViewportSize({ width: 390, height: 844 });
  await visitor.goTo('/flows/new/edit');

  await page.locator('li[data-source="slip_no"]').tap();
  await visitor.see('slip_no 映射到哪里？');
  await page.getByRole('button', { name: '取消' }).tap();
  await page.locator('li[data-source="branch"]').tap();
  await page.locator('li[data-target="store"]').tap();
  await page.locator('li[data-target="store"][data-used]').waitFor();
  const panel = page.getByRole('region', { name: /^字段 门店/ });
  const box = await panel.boundingBox();
  assert.ok(box && box.y > 300 && Math.round(box.y + box.height) === 844, JSON.stringify(box));
  await expectAccessible(page);
  await panel.getByRole('button', { name: '关闭' }).tap();
  await panel.waitFor({ state: 'detached' });
  await visitor.leave();
});

const WHOLE = `flow: till
title: { zh: 门店小票, en: Till slips, ja: レジ }
book: shop
source: { connection: till, kind: row }
trigger: { manual: true }
documents:
  - kind: slip
    fields:
      number: slip_no
      doc_date: sold_on
      order_total: total
      store: { path: branch, crosswalk: stores }
    enrich: [by-store]
tables:
  by-store:
    inputs: [store]
    outputs: [dept]
    rules:
      - [S1, D1]
template:
  - document: slip
    word: 记
    summary: 销售 {number}
    lines:
      - { side: debit, account: "1001", amount: order_total }
      - { side: credit, account: "6001", amount: order_total }
targets: []
`;

test('browser: what was pasted, found, forgotten, checked and nearly left behind', async () => {
  const hub = await startHub(ending);
  const visitor = await Visitor.arrive(browser, hub);
  const { page } = visitor;
  await beginWith(visitor, hub.setUpUrl, WHOLE);
  const pairs = Array.from({ length: 1_200 }, (_, n) => ({ from: `C${1_000 + n}`, to: `S${n}` }));
  await askHub(visitor, ['PUT', '/books/shop/crosswalks/stores'], { pairs });
  await visitor.goTo('/flows/new/edit');

  await page.locator('li[data-target="store"] button').click();
  await visitor.press('编辑对照表');
  const drawer = page.getByRole('dialog', { name: '对照表 stores' });
  await drawer.getByRole('button', { name: '删除 C1000 的对照' }).waitFor();
  await drawer.getByRole('searchbox', { name: '查找编码' }).fill('C2199');
  await page.keyboard.press('Enter');
  await drawer.getByRole('button', { name: '删除 C2199 的对照' }).click();
  await visitor.see('已删除 C2199 的对照');
  await drawer.getByRole('button', { name: '加入' }).click();
  await drawer.getByRole('textbox', { name: '第 1 行 本方编码' }).fill('S1');
  await drawer.getByRole('button', { name: '加一行' }).click();
  await paste(drawer.getByRole('textbox', { name: '第 2 行 对方编码' }), 'X1\tS1\nX2\tS2');
  await expectAccessible(page);
  await drawer.getByRole('button', { name: '保存 3 处修改' }).click();
  await visitor.see('对照表 stores 已保存 3 行');
  await drawer.waitFor({ state: 'detached' });

  await page.getByText('补全规则', { exact: true }).click();
  await paste(page.getByRole('textbox', { name: '门店/店铺 第 1 行' }), 'S1\tD10\nS2|S3\tD20');
  await visitor.see('已粘贴 2 行');
  await expectAccessible(page);

  await page.getByText('检查与去向', { exact: true }).click();
  await visitor.press('加一条检查');
  await page.getByRole('textbox', { name: '应当成立的公式' }).fill('order_total > 1000');
  await page.getByRole('status').filter({ hasText: 'false' }).waitFor();
  await page.getByRole('textbox', { name: '提示文字（中文）' }).fill('金额太小');
  await visitor.see('金额太小');
  await page.getByRole('switch', { name: '金额权限' }).click();
  await expectAccessible(page);

  await page.getByText('字段映射', { exact: true }).click();
  await page.getByText('单据设置').click();
  await page.getByRole('textbox', { name: '生成条件（公式）' }).fill('number(total) > 0');
  await page.getByRole('status').filter({ hasText: 'true' }).first().waitFor();
  await visitor.press('再加一种单据');
  await visitor.see(/处需要改正/);
  await visitor.press('撤销');
  await visitor.press('按账套全面检查');
  await visitor.see(/^全面检查：/);

  await page.getByRole('link', { name: '同步流程' }).last().click();
  await visitor.see('离开而不保存？');
  await visitor.press('留在这里');
  await visitor.isAt('/flows/new/edit');
  await page.getByText('YAML', { exact: true }).click();
  await visitor.see('when: number(total) > 0');
  await visitor.see('amountMax');
  await page.getByRole('link', { name: '同步流程' }).last().click();
  await visitor.press('离开');
  await visitor.isAt('/flows');
  await visitor.leave();
});

/** Signs in, makes a book and a connection, and hands the editor a draft as the wizard does. */
async function beginWith(visitor: Visitor, setUpUrl: string, draft: string): Promise<void> {
  await setUpFirstPerson(visitor, setUpUrl);
  const book = { code: 'shop', name: '门店', baseCurrency: 'CNY', standard: 'cas', years: [2026] };
  await askHub(visitor, ['POST', '/books'], book);
  const till = { code: 'till', connector: 'spreadsheet', title: '小票', settings: {} };
  await askHub(visitor, ['POST', '/connections'], till);
  await visitor.page.evaluate(([key, begun]) => sessionStorage.setItem(key, begun), [
    'tongzhang.flow-draft',
    JSON.stringify({ text: draft, samples: [SAMPLE] }),
  ] as const);
}

/** As Excel puts it on the clipboard: tabs between cells, breaks between rows. */
async function paste(box: Locator, text: string): Promise<void> {
  await box.focus();
  await box.page().evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  })()`);
}

/** The way of a hand: press on the row, move over, let go on the other row. */
async function drag(page: Page, source: string, target: string): Promise<void> {
  const from = await page.locator(`li[data-source="${source}"]`).boundingBox();
  const to = await page.locator(`li[data-target="${target}"]`).boundingBox();
  assert.ok(from && to);
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
  await page.locator(`li[data-target="${target}"][data-used]`).waitFor();
}

/** Enter takes the field and leads to the first one that waits; Enter there draws the line. */
async function mapByKeyboard(page: Page, source: string, target: string): Promise<void> {
  await page.locator(`li[data-source="${source}"] button`).focus();
  await page.keyboard.press('Enter');
  await page.locator(`li[data-target="${target}"] button:focus`).waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`li[data-target="${target}"][data-used]`).waitFor();
}

/** Where the lines of the canvas begin. */
async function lines(page: Page): Promise<string[]> {
  await page.locator('.react-flow__edge').first().waitFor({ state: 'attached' });
  const edges = await page.locator('.react-flow__edge').all();
  const ids = await Promise.all(edges.map((edge) => edge.getAttribute('data-id')));
  return ids.map((id) => id?.split('→')[0] ?? '').toSorted();
}
