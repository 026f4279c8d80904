// timeout: 180 s
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
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

const hub = await startHub(ending);
const visitor = await Visitor.arrive(browser, hub);
const { page } = visitor;
await setUpFirstPerson(visitor, hub.setUpUrl);

test('browser: the log is searched, one entry opened, and what was found exported', () =>
  withPicture('audit', visitor, async () => {
    await visitor.goTo('/audit');
    await visitor.see('李娜 绑定了第二因素');
    await visitor.choose('操作', '全部授权');
    await visitor.isAt(/action=grant/);
    await page.getByText('李娜 绑定了第二因素').waitFor({ state: 'detached' });
    await visitor.choose('操作人', '李娜');
    await visitor.isAt(/actor=/);
    await visitor.see('李娜 授予 李娜 角色“系统管理员”');
    await visitor.press('清除条件');
    await visitor.see('李娜 绑定了第二因素');
    await visitor.fill('对象，如 flow:shop-orders', 'person:li.na');
    await page.keyboard.press('Enter');
    await visitor.isAt(/subject=person%3Ali\.na/);

    await visitor.press('李娜 绑定了第二因素');
    await visitor.see('前一条哈希');
    await page.getByRole('dialog').getByText('原始内容').click();
    await page.getByRole('dialog').getByText('totp').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');

    const csv = await exported('CSV（表格）');
    assert.match(csv, /factor\.add/);
    assert.doesNotMatch(csv, /setup/, 'narrowed as the list is');
    const [line = ''] = (await exported('NDJSON（含完整明细）')).split('\n');
    assert.partialDeepStrictEqual(JSON.parse(line), { subject: 'person:li.na' });
    await visitor.goTo('/audit');
    await visitor.see(/李娜 导出了审计日志/);
  }));

test('browser: a verification is started from its page and ends well; an auditor takes the key along', () =>
  withPicture('verification', visitor, async () => {
    await visitor.goTo('/audit');
    await visitor.follow('校验与检查点');
    await visitor.see('还没有校验过');
    await visitor.press('立即校验');
    await visitor.see('全部一致：没有被改动、删除或调换');
    await visitor.press('立即校验');
    await visitor.see('以前的校验');
    await visitor.see('全部一致：没有被改动、删除或调换');
    await expectAccessible(page);
    const [download] = await Promise.all([page.waitForEvent('download'), visitor.press('下载公钥')]);
    assert.match(await readFile(await download.path(), 'utf8'), /^tongzhang-[0-9a-f]+\+/);
    await visitor.leave();
  }));

async function exported(format: string): Promise<string> {
  await visitor.press('导出');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}
