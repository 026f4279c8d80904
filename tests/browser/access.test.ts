// timeout: 180 s
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { expectAccessible } from '../../tools/browser/accessible.ts';
import { startChromium } from '../../tools/browser/chromium.ts';
import { addAuthenticator, setUpFirstPerson } from '../../tools/browser/first-person.ts';
import { startHub } from '../../tools/browser/start-hub.ts';
import { Visitor } from '../../tools/browser/visitor.ts';

const PASSWORD = '芦苇 9 条小船 秋天的湖';

const ending = { after: (work: () => Promise<void>) => after(work) };
const browser = await startChromium();
after(() => browser.close());

test('browser: a cashier is invited and refused the ledger; a client gets its secret; the log tells it all', async () => {
  const hub = await startHub(ending);
  const admin = await Visitor.arrive(browser, hub);
  await setUpFirstPerson(admin, hub.setUpUrl);

  const link = await inviteCashier(admin);
  await beCashier(await Visitor.arrive(browser, hub), link);

  const { id, secret } = await makeClient(admin);
  const token = await admin.page.request.post('/oauth/token', {
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    form: { grant_type: 'client_credentials' },
  });
  assert.equal(token.status(), 200, 'the secret that was shown opens the door');

  await admin.goTo('/audit');
  for (const sentence of [
    '李娜 添加了人员 王芳',
    '李娜 授予 王芳 角色“出纳”',
    '李娜 为 王芳 生成了设置密码的链接',
    '王芳 设置了新密码',
    '王芳 绑定了第二因素',
    '李娜 创建了接口客户端 销售系统',
    '接口客户端 销售系统 取得了访问令牌',
  ]) {
    await admin.see(sentence);
  }
  await expectAccessible(admin.page);
  await admin.press('李娜 创建了接口客户端 销售系统');
  await admin.see('前一条哈希');
  await admin.leave();
});

async function inviteCashier(admin: Visitor): Promise<string> {
  const { page } = admin;
  await admin.goTo('/access/people');
  await admin.press('邀请人员');
  await admin.fill('姓名', '王芳');
  await admin.fill('登录名', 'wang.fang');
  await page.getByRole('dialog').getByLabel('角色').click();
  await page.locator('.ant-select-item-option', { hasText: '出纳' }).first().click();
  await page.getByLabel('邮箱', { exact: true }).click();
  await admin.press('生成邀请链接');
  await admin.see('请现在保存：关闭后任何人都无法再次查看');
  await expectAccessible(page);
  const link = (await page.getByRole('dialog').locator('code').first().textContent()) ?? '';
  await admin.press('已保存，关闭');
  await admin.see('待设置密码');
  return link;
}

async function beCashier(cashier: Visitor, link: string): Promise<void> {
  const { page } = cashier;
  await cashier.goTo(link);
  await cashier.fill('设置密码', PASSWORD);
  await page.locator('button[type=submit]').click();
  await cashier.see('密码已设置，请登录');
  await cashier.goTo('/sign-in');
  await cashier.fill('登录名或邮箱', 'wang.fang');
  await cashier.fill('密码', PASSWORD);
  await cashier.press('登录');
  await addAuthenticator(cashier);
  await page.goto('/books/demo/ledger');
  await cashier.see('您没有查看此页的权限');
  await cashier.see(/balances:read/);
  await expectAccessible(page);
  const answer = await page.request.get('/api/v1/books/demo/balances?period=202601');
  assert.equal(answer.status(), 403);
  await cashier.leave();
}

async function makeClient(admin: Visitor): Promise<{ readonly id: string; readonly secret: string }> {
  const { page } = admin;
  await admin.goTo('/access/clients/new');
  await expectAccessible(page);
  await admin.fill('名称', '销售系统');
  await admin.fill('客户端标识', 'crm');
  await page.getByLabel('查看账套与基础资料').check();
  await admin.press('新建客户端');
  await admin.see('crm 的密钥');
  const [secret = '', lines = ''] = await page.locator('main code').allTextContents();
  assert.ok(lines.includes(`-u 'crm:${secret}'`) && lines.includes('/api/v1/books'), lines);
  return { id: 'crm', secret };
}
