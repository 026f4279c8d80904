// timeout: 180 s
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { expectAccessible } from '../../tools/browser/accessible.ts';
import { askHub } from '../../tools/browser/ask-hub.ts';
import { startChromium } from '../../tools/browser/chromium.ts';
import { joinByLink, setUpFirstPerson } from '../../tools/browser/first-person.ts';
import { startHub } from '../../tools/browser/start-hub.ts';
import { Visitor } from '../../tools/browser/visitor.ts';
import { withPicture } from '../../tools/browser/with-picture.ts';

const ending = { after: (work: () => Promise<void>) => after(work) };
const browser = await startChromium();
after(() => browser.close());

const hub = await startHub(ending);
const admin = await Visitor.arrive(browser, hub);
const clerk = await Visitor.arrive(browser, hub);
await setUpFirstPerson(admin, hub.setUpUrl);
const book = { baseCurrency: 'CNY', standard: 'cas', years: [2026] };
await askHub(admin, ['POST', '/books'], { ...book, code: 'east', name: '东区公司' });
await askHub(admin, ['POST', '/books'], { ...book, code: 'west', name: '西区公司' });
const person = await askHub<{ id: string }>(admin, ['POST', '/people'], { login: 'zhou.min', name: '周敏' });

test('browser: a role of one’s own is made from another and cut down', () =>
  withPicture('role', admin, async () => {
    const { page } = admin;
    await admin.goTo('/access/roles');
    await admin.press('新建角色');
    await admin.choose('以哪个角色为底本', '审计');
    await admin.fill('角色名称', '账簿查询');
    await admin.answer('创建');
    await admin.isAt('/access/roles/auditor-2');
    await admin.see('目前没有人担任');
    await admin.press('管理 全选');
    await admin.press('管理 全不选');
    await page.getByLabel('查看外发通知').uncheck();
    await admin.press('保存');
    await admin.see('角色“账簿查询”已保存');
    await expectAccessible(page);
    await admin.goTo('/access/roles');
    const head = page.getByRole('columnheader', { name: '账簿查询' });
    await head.waitFor();
    const at = await page.getByRole('columnheader').allTextContents();
    const cell = page.getByRole('row', { name: /^查看审计日志/ }).getByRole('cell');
    assert.equal(
      await cell
        .nth(at.indexOf('账簿查询') - 1)
        .getByLabel('不允许')
        .count(),
      1,
    );
  }));

test('browser: whoever holds it in one book sees that book and nothing else', () =>
  withPicture('grant', admin, async () => {
    const { page } = admin;
    await admin.goTo(`/access/people/${person.id}`);
    await admin.see('还没有任何角色');
    await admin.press('授予角色');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('角色', { exact: true }).click();
    await page.locator('.ant-select-item-option', { hasText: '账簿查询' }).click();
    await dialog.getByLabel('账套', { exact: true }).click();
    await page.locator('.ant-select-item-option', { hasText: '东区公司' }).click();
    await dialog.getByRole('button', { name: '添加字段规则' }).click();
    await admin.see(/只显示为 •••/);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '移除这条规则' }).click();
    await admin.answer('授予角色');
    await admin.see('周敏 现在担任“账簿查询”');
    await admin.see('east · 全部字段可见');
    await admin.press('收回');
    await admin.see('还没有任何角色');
    const toast = (text: string) => page.locator('.ant-notification-notice', { hasText: text });
    await toast('现在担任').getByRole('button', { name: '撤销' }).click();
    await admin.see('撤销不了：后来又有改动');
    await toast('已收回角色').getByRole('button', { name: '撤销' }).click();
    await admin.see('east · 全部字段可见');

    const { url } = await askHub<{ url: string }>(admin, ['POST', `/people/${person.id}/link`]);
    await joinByLink(clerk, { link: url, login: 'zhou.min', password: '月季 5 号车间 黄昏的雨' });
    await clerk.goTo('/books');
    await clerk.see('东区公司');
    assert.equal(await clerk.page.getByText('西区公司').count(), 0);
    assert.equal(await clerk.page.getByRole('link', { name: '审计日志' }).count(), 0);
    await clerk.page.goto('/books/west/balances');
    await clerk.see(/not_found/);
    await clerk.page.goto('/access/people');
    await clerk.see('您没有查看此页的权限');

    await admin.goTo('/access/roles/auditor-2');
    await page.getByRole('link', { name: '周敏' }).waitFor();
    await admin.press('删除角色');
    await admin.answer('删除角色');
    await admin.see(/仍授予 1 处/);
  }));

test('browser: an administrator ends the session of somebody else, who is out at the next step', () =>
  withPicture('session', admin, async () => {
    await clerk.goTo('/books');
    await admin.goTo('/access/sessions');
    const row = (name: string) => admin.page.getByRole('row', { name });
    await row('李娜').getByText('本机').waitFor();
    await row('周敏').getByRole('button', { name: '结束' }).click();
    await admin.see('周敏 的会话已结束，需重新登录');
    await row('周敏').waitFor({ state: 'detached' });
    await expectAccessible(admin.page);
    await clerk.page.getByRole('link', { name: '原始记录' }).click();
    await clerk.isAt('/sign-in');
    await clerk.leave();
    await admin.leave();
  }));
