// timeout: 180 s
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { expectAccessible } from '../../tools/browser/accessible.ts';
import { startChromium } from '../../tools/browser/chromium.ts';
import { setUpFirstPerson } from '../../tools/browser/first-person.ts';
import { startHub } from '../../tools/browser/start-hub.ts';
import { Visitor } from '../../tools/browser/visitor.ts';
import { withPicture } from '../../tools/browser/with-picture.ts';

/** A flow from a template, tried out against a simulator before any real system is touched. */

const ending = { after: (work: () => Promise<void>) => after(work) };
const browser = await startChromium();
after(() => browser.close());

test('browser: a connection rehearses, the wizard makes a flow of a template, and its orders become vouchers', async () => {
  const hub = await startHub(ending);
  const visitor = await Visitor.arrive(browser, hub);
  await withPicture('rehearsed-flow', visitor, async () => {
    await setUpFirstPerson(visitor, hub.setUpUrl);
    await connectShop(visitor);
    await rehearse(visitor);
    await makeFlow(visitor);
    await letOrdersCome(visitor);
    await seeTabs(visitor);
  });
  await visitor.leave();
});

/** The address leads nowhere: a rehearsal needs no real system. */
async function connectShop(visitor: Visitor): Promise<void> {
  await visitor.goTo('/connections/new?connector=shopify');
  await visitor.fill('连接名称', '演练店铺');
  await visitor.fill('代码', 'shop');
  await visitor.fill('店铺地址', 'https://shop.invalid');
  await visitor.fill('Admin API 访问令牌', 'not-yet');
  await visitor.press('保存并测试');
  await visitor.follow('查看此连接');
  await visitor.isAt('/connections/shop');
}

async function rehearse(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.press('开始演练');
  await page.getByRole('dialog').getByRole('button', { name: '开始演练' }).click();
  await visitor.see(/正与模拟器对话，不是真实系统/);
  await visitor.press(/测试/);
  await visitor.see('连接正常');
  await expectAccessible(page);
}

async function makeFlow(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.goTo('/flows/new?connection=shop');
  await visitor.press(/网店销售（Shopify）/);
  await visitor.see('字段说明');
  await expectAccessible(page);
  await visitor.press('下一步');
  await visitor.press('新建账套');
  assert.ok(await page.getByLabel(/演练账套/).isChecked());
  await visitor.fill('账套名称', '演练公司');
  await visitor.fill('账套代码', 'trial');
  await visitor.press('建立账套');
  await visitor.see('账套“演练公司”已建立');
  await visitor.press('下一步');
  await visitor.press('加入样例所需资料');
  await visitor.see('凭证 记');
  await expectAccessible(page);
  await visitor.press('下一步');
  await visitor.see('3 条样例：2 条可入账，0 条会待处理，1 条按规则略过');
  await expectAccessible(page);
  await visitor.press('保存并发布');
  await visitor.isAt('/flows/shop-orders');
}

async function letOrdersCome(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.press('立即运行');
  const run = page.getByRole('row').filter({ hasText: '完成' }).first();
  await run.waitFor();
  const [collected, posted] = (await run.getByRole('cell').allTextContents()).slice(3).map(Number);
  assert.ok(collected! > 0 && posted! > 0, `${collected} came, ${posted} were posted`);
}

async function seeTabs(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.getByRole('tab', { name: '试算' }).click();
  await visitor.press('开始试算');
  await visitor.see('与已入账的一致');
  await page.getByRole('tab', { name: '触发方式' }).click();
  await visitor.see('/hooks/shop');
  await page.getByRole('radio', { name: /按日程/ }).check();
  await visitor.press('工作日 8:30');
  await visitor.see(/08:30.*星期一至星期五/);
  await visitor.press('保存为新版本');
  await visitor.follow('去发布 v2');
  await visitor.see('比较两个版本');
  await visitor.see('原文（YAML）对比');
  await expectAccessible(page);
}
