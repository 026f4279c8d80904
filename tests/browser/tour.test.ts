// timeout: 180 s
import { after, test } from 'node:test';
import { expectAccessible } from '../../tools/browser/accessible.ts';
import { startChromium } from '../../tools/browser/chromium.ts';
import { setUpFirstPerson } from '../../tools/browser/first-person.ts';
import { startHub } from '../../tools/browser/start-hub.ts';
import { Visitor } from '../../tools/browser/visitor.ts';
import { withPicture } from '../../tools/browser/with-picture.ts';

const ending = { after: (work: () => Promise<void>) => after(work) };
const browser = await startChromium();
after(() => browser.close());

test('browser: an empty hub offers a practice; the tour leads from the canvas to the trace', async () => {
  const hub = await startHub(ending);
  const visitor = await Visitor.arrive(browser, hub);
  await withPicture('tour', visitor, async () => {
    await setUpFirstPerson(visitor, hub.setUpUrl);
    await visitor.isAt('/overview');
    await visitor.press('用演示数据练习');
    await visitor.isAt('/flows/practice-orders/edit');
    await visitor.see('借贷平衡');
    await expectAccessible(visitor.page);
    await putAwayAndResume(visitor);
    await walk(visitor);
  });
  await visitor.leave();
});

/** Escape puts the card away, help brings it back at the same step, also after another page was loaded. */
async function putAwayAndResume(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const card = page.getByRole('complementary', { name: '入门引导' });
  await visitor.press('下一步');
  await card.getByRole('heading', { name: '试算' }).waitFor();
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  await page.reload();
  await visitor.press('帮助');
  await page.getByRole('menuitem', { name: '入门引导' }).click();
  await card.getByRole('heading', { name: '试算' }).waitFor();
}

async function walk(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.press('按账套全面检查');
  await visitor.see('全面检查通过：会直接入账');
  await visitor.press('下一步');
  await visitor.press('带我去');
  await visitor.isAt(/^\/flows\/practice-orders\?tab=versions/);
  await page.getByRole('table').getByRole('button', { name: /发布/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: /发布/ }).click();
  await visitor.see('v1 已发布，即刻生效');
  await visitor.press('下一步');
  await visitor.press('让 12 笔订单到来');
  await visitor.see('已入账');
  await visitor.press('下一步');
  await visitor.press('带我去');
  await page.getByRole('heading', { level: 1, name: '异常' }).waitFor();
  await page.locator('.ant-table-row a').first().click();
  await page.getByRole('combobox', { name: '我方编码' }).fill('C001');
  await page.keyboard.press('Escape');
  await visitor.press('保存并重新处理');
  await visitor.see('已解决，凭证已生成');
  await visitor.press('下一步');
  await visitor.press('带我去');
  await page.getByRole('heading', { level: 1, name: /凭证/ }).waitFor();
  await page.locator('.ant-table-row a').first().waitFor();
  await visitor.press('下一步');
  await visitor.press('带我去');
  await page.getByRole('heading', { level: 1, name: '原始记录' }).waitFor();
  await page.locator('.ant-table-row a').first().click();
  await visitor.see('2 / 2 已完成');
  await visitor.press('完成');
}
