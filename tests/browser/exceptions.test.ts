// timeout: 300 s
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { expectAccessible } from '../../tools/browser/accessible.ts';
import { askHub } from '../../tools/browser/ask-hub.ts';
import { startChromium } from '../../tools/browser/chromium.ts';
import { addAuthenticator, setUpFirstPerson } from '../../tools/browser/first-person.ts';
import { handSlip } from '../../tools/browser/slips.ts';
import { startHub } from '../../tools/browser/start-hub.ts';
import { addBuyers, openTill } from '../../tools/browser/till.ts';
import { Visitor } from '../../tools/browser/visitor.ts';
import { withPicture } from '../../tools/browser/with-picture.ts';

/** The work list, as it is cleared on a Monday: found, shared out, solved one by one and many at once. */

const ending = { after: (work: () => Promise<void>) => after(work) };
const browser = await startChromium();
after(() => browser.close());

test('browser: the work list is walked, shared out, tried again in the background, closed and reopened', async () => {
  const hub = await startHub(ending);
  const visitor = await Visitor.arrive(browser, hub);
  await withPicture('exceptions', visitor, async () => {
    await setUpFirstPerson(visitor, hub.setUpUrl);
    await openTill(visitor);
    for (const n of [1, 2, 3, 4]) await handSlip(visitor, { no: `B-${n}`, buyer: `90${n}` });
    await walk(visitor);
    await shareOut(visitor);
    await tryAgain(visitor);
    await closeAndReopen(visitor);
  });
  await visitor.leave();
});

test('browser: each way out of one exception says what came of it', async () => {
  const hub = await startHub(ending);
  const visitor = await Visitor.arrive(browser, hub);
  await withPicture('exception', visitor, async () => {
    await setUpFirstPerson(visitor, hub.setUpUrl);
    await openTill(visitor);
    await addBuyers(visitor, { '7777': 'C777' });
    await handSlip(visitor, { no: 'D-1', buyer: '7777' });
    await handSlip(visitor, { no: 'R-1', currency: 'USD' });
    await handSlip(visitor, { no: 'L-1', total: '90000.00' });
    await handSlip(visitor, { no: 'M-1', refunds: [{ no: 'M-1-R', total: '-9.00', buyer: '' }] });
    await addCustomer(visitor);
    await addRate(visitor);
    await correctSecondDocument(visitor);
    await refuseAccountant(visitor, await Visitor.arrive(browser, hub));
    await letPass(visitor);
  });
  await visitor.leave();
});

async function walk(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.goTo('/exceptions');
  await page.getByRole('link', { name: 'B-4' }).waitFor();
  for (const key of ['j', 'j', 'j', 'k', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('heading', { name: 'B-3' }).waitFor();
  await page.getByRole('button', { name: '下一条 (J)' }).and(page.locator(':enabled')).waitFor();
  await page.keyboard.press('j');
  await page.getByRole('heading', { name: 'B-2' }).waitFor();
}

async function shareOut(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.goTo('/exceptions');
  await tick(visitor, ['B-1', 'B-2']);
  await page.getByRole('toolbar').getByRole('button', { name: '怎么处理' }).click();
  await page.getByRole('menuitem', { name: '分派' }).hover();
  await page.getByRole('menuitem', { name: '分派给我' }).click();
  await visitor.see('2 / 2 条已受理');
  await visitor.choose('负责人', '未分派');
  await visitor.isAt(/assignee=-/);
  await page.getByRole('link', { name: 'B-2' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'B-3' }).waitFor();
  await expectAccessible(page);
}

/** One may go away while it works, and finds what came of it on return. */
async function tryAgain(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await addBuyers(visitor, { '903': 'C001', '904': 'C002' });
  await visitor.press('对全部符合条件的…');
  await page.getByRole('menuitem', { name: '重新处理' }).click();
  await visitor.see('2 / 2 条已受理');
  await page.getByRole('navigation', { name: '主菜单' }).getByText('运行').click();
  await visitor.isAt('/runs');
  await visitor.goTo('/exceptions');
  await visitor.see('入账 2，仍待处理 0');
  await expectAccessible(page);
  await visitor.press('收起');
  await page.getByRole('link', { name: 'B-3' }).waitFor({ state: 'detached' });
}

async function closeAndReopen(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await tick(visitor, ['B-1', 'B-2']);
  await page.getByRole('toolbar').getByRole('button', { name: '怎么处理' }).click();
  await page.getByRole('menuitem', { name: '关闭' }).click();
  await giveReason(visitor, '关闭', '试营业的单据');
  await visitor.see('全部处理完了');
  await visitor.goTo('/exceptions?state=dismissed');
  await page.getByRole('link', { name: 'B-2' }).click();
  await visitor.see(/李娜 · 试营业的单据/);
  await visitor.press('重新打开');
  await visitor.see('已重新打开并处理一遍');
  await page.getByRole('link', { name: '仍有问题，去处理' }).click();
  await visitor.see('在对照表“buyers”中为“902”指定我方编码');
  await visitor.press('关闭');
  await giveReason(visitor, '关闭', '确认不入账');
  await visitor.see('已关闭；需要时可“重新打开”');
}

/** The customer that the crosswalk names and the book does not know. */
async function addCustomer(visitor: Visitor): Promise<void> {
  await open(visitor, 'D-1');
  await visitor.see('在“客户”档案中新增或启用“C777”');
  await visitor.fill('名称', '客户 C777');
  await visitor.press('保存并重新处理');
  await visitor.see('已解决，凭证已生成');
  await visitor.see('客户 C777');
}

async function addRate(visitor: Visitor): Promise<void> {
  await open(visitor, 'R-1');
  await visitor.see('补录 2026-03-02 的 USD 汇率');
  await visitor.fill('汇率', '7.1');
  await visitor.press('保存并重新处理');
  await visitor.see('已解决，凭证已生成');
  await visitor.see('802.30');
}

/** The slip is right, its refund is not. */
async function correctSecondDocument(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await open(visitor, 'M-1');
  const which = page.getByRole('radiogroup', { name: '哪张单据' });
  assert.ok(await which.getByRole('radio', { name: /M-1-R/ }).isChecked());
  await visitor.fill('改为 客户', 'C002');
  await visitor.press('试算');
  await visitor.see('将生成凭证');
  await expectAccessible(page);
  await visitor.press('保存更正并重新处理');
  await giveReason(visitor, '保存更正并重新处理', '退款单没有带客户');
  await visitor.see('已解决，凭证已生成');
  await visitor.see(/更正 客户：（空） → C002（退款单没有带客户）/);
  await visitor.press('撤回更正');
  await giveReason(visitor, '撤回更正', '客户弄错了');
  await visitor.see('更正已撤回，记录已重新处理');
  await visitor.see('撤回对 客户 的更正');
}

/** Whoever may not let it pass is told so, and gives it to somebody who may. */
async function refuseAccountant(admin: Visitor, visitor: Visitor): Promise<void> {
  await beAccountant(admin, visitor);
  const { page } = visitor;
  await open(visitor, 'L-1');
  await visitor.see(/另有办法需要您没有的权限：.*放行。可分派给有权限的同事。/);
  assert.equal(await page.getByRole('button', { name: '放行' }).count(), 0);
  await page.getByLabel('写一条备注…').fill('合同已核对，请主管放行');
  await visitor.press('发送');
  await page.locator('li', { hasText: '合同已核对，请主管放行' }).waitFor();
  await visitor.choose('分派', '李娜');
  await visitor.see('分派给 李娜');
  await visitor.leave();
}

async function letPass(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await open(visitor, 'L-1');
  await page.locator('li', { hasText: '合同已核对' }).getByText('王芳').waitFor();
  await visitor.choose('分派', '王芳');
  await visitor.see('分派给 王芳');
  await visitor.press('撤销');
  await visitor.see('已撤销');
  await visitor.press('放行');
  await giveReason(visitor, '放行', '合同已核对');
  await visitor.see('已解决，凭证已生成');
  await visitor.see(/已放行/);
  await expectAccessible(page);
}

async function open(visitor: Visitor, number: string): Promise<void> {
  await visitor.goTo('/exceptions');
  await visitor.page.getByRole('link', { name: number }).click();
  await visitor.page.getByRole('heading', { name: number }).waitFor();
}

async function tick({ page }: Visitor, numbers: readonly string[]): Promise<void> {
  for (const number of numbers) {
    await page.locator('.ant-table-row', { hasText: number }).getByRole('checkbox').check();
  }
}

async function giveReason({ page }: Visitor, action: string, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('原因').fill(reason);
  await dialog.getByRole('button', { name: action }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function beAccountant(admin: Visitor, visitor: Visitor): Promise<void> {
  const password = '三月茶市 开门迎客 42';
  const person = { login: 'wang.fang', name: '王芳' };
  const { id } = await askHub<{ id: string }>(admin, ['POST', '/people'], person);
  await askHub(admin, ['POST', '/grants'], { principal: { kind: 'person', id }, role: 'accountant' });
  const { url } = await askHub<{ url: string }>(admin, ['POST', `/people/${id}/link`]);
  await visitor.goTo(url);
  await visitor.fill('设置密码', password);
  await visitor.press('保存密码');
  await visitor.goTo('/sign-in');
  await visitor.fill('登录名或邮箱', person.login);
  await visitor.fill('密码', password);
  await visitor.press('登录');
  await addAuthenticator(visitor);
}
