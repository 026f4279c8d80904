// timeout: 240 s
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { SEARCH_ACCOUNT, testDirectory, WITHOUT_SLAPD } from '#access/sign-on/testing/test-directory.ts';
import { CLIENT_ID, CLIENT_SECRET, testIssuer } from '#access/sign-on/testing/test-issuer.ts';
import { expectAccessible } from '../../tools/browser/accessible.ts';
import { askHub } from '../../tools/browser/ask-hub.ts';
import { startChromium } from '../../tools/browser/chromium.ts';
import { addAuthenticator, setUpFirstPerson } from '../../tools/browser/first-person.ts';
import { type StartedHub, startHub } from '../../tools/browser/start-hub.ts';
import { Visitor } from '../../tools/browser/visitor.ts';
import { withPicture } from '../../tools/browser/with-picture.ts';

const ending = { after: (work: () => Promise<void>) => after(work) };
const browser = await startChromium();
after(() => browser.close());

const common = { enabled: true, trustsSecondFactor: false };

test('browser: somebody signs on at an OpenID provider, with the role of their group', async () => {
  const hub = await startHub(ending);
  const redirectUri = `${hub.url}/api/v1/sign-on/corp/callback`;
  const issuer = await testIssuer(ending, { redirectUri, groups: { 'wang.fang': ['auditors'] } });
  const admin = await Visitor.arrive(browser, hub);
  await setUpFirstPerson(admin, hub.setUpUrl);
  await withPicture('provider', admin, () => setUpProvider(admin, issuer.url));

  const visitor = await Visitor.arrive(browser, hub);
  const { page, context } = visitor;
  // The provider's own pages ask for fonts elsewhere.
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  await visitor.goTo('/sign-in?next=%2Frecords');
  await visitor.see('使用集团账号登录');
  await expectAccessible(page);
  await page.getByRole('link', { name: '使用集团账号登录' }).click();
  await page.locator('input[name=login]').fill('wang.fang');
  await page.locator('input[name=password]').fill('of no account here');
  await page.locator('button[type=submit]').click();
  await page.locator('input[name=prompt][value=consent]').waitFor({ state: 'attached' });
  await page.locator('button[type=submit]').click();
  await visitor.isAt('/records');
  await visitor.see('wang.fang at the provider');

  // An auditor reads everything and changes nothing.
  const session = await askHub<{ permissions: string[] }>(visitor, ['GET', '/session']);
  assert.ok(!session.permissions.some((one) => one.endsWith(':write')), session.permissions.join());
  await context.close();

  await withPicture('provider', admin, () => removeProvider(admin));
  await admin.leave();
});

test('browser: somebody signs on by the company directory, and adds an authenticator', {
  skip: WITHOUT_SLAPD,
}, async () => {
  const directory = await testDirectory(ending);
  const hub = await startHub(ending);
  await addProvider(hub, {
    ...common,
    code: 'ldap',
    kind: 'ldap',
    titles: { zh: '公司目录', en: 'Directory', ja: 'ディレクトリ' },
    settings: {
      url: directory.ldaps,
      ca: directory.ca,
      userBase: 'ou=people,dc=example,dc=org',
      groupBase: 'ou=groups,dc=example,dc=org',
      ...SEARCH_ACCOUNT,
    },
    mappings: [{ group: 'accountants', role: 'accountant', books: null }],
  });

  const visitor = await Visitor.arrive(browser, hub);
  await visitor.goTo('/sign-in');
  await visitor.choose('账户', '公司目录');
  await visitor.fill('登录名或邮箱', 'li.na');
  await visitor.fill('密码', 'wrong');
  await visitor.press('登录');
  await visitor.see('sign_in_refused');
  await visitor.fill('密码', 'correct horse');
  await visitor.press('登录');
  await addAuthenticator(visitor);
  await visitor.isAt('/overview');
  await visitor.see('李娜');
  await visitor.leave();
});

async function setUpProvider(admin: Visitor, issuer: string): Promise<void> {
  const { page } = admin;
  await admin.goTo('/access/sign-on');
  await admin.follow('添加登录平台');
  await admin.fill('代码', 'corp');
  await admin.fill('简体中文', '集团账号');
  await admin.fill('English', 'Group account');
  await admin.fill('日本語', 'グループ');
  await admin.fill('签发者地址', issuer);
  await admin.fill('客户端标识', CLIENT_ID);
  await admin.fill('客户端密钥', CLIENT_SECRET);
  await admin.press('保存');
  await admin.see('登录平台已添加，请测试一次');
  await admin.see(/\/api\/v1\/sign-on\/corp\/callback/);
  await admin.press('开始测试');
  await admin.see('连接正常');
  await expectAccessible(page);

  await admin.press('添加一组');
  await admin.fill('对方的组', 'auditors');
  await admin.choose('这里的角色', '审计');
  await admin.press('保存');
  await admin.see('登录平台已保存');
  await page.getByLabel('对方的组').waitFor();
}

async function removeProvider(admin: Visitor): Promise<void> {
  const { page } = admin;
  await admin.goTo('/access/sign-on');
  await page
    .getByRole('row', { name: /集团账号/ })
    .getByRole('cell', { name: '1', exact: true })
    .nth(1)
    .waitFor();
  await admin.follow('集团账号');
  await admin.press('移除这一组');
  await admin.press('保存');
  await admin.see('登录平台已保存');
  await page.getByLabel('对方的组').waitFor({ state: 'detached' });
  await admin.press('移除');
  await admin.see(/它认识的 1 个身份/);
  await admin.answer('移除');
  await admin.see('登录平台已移除');
  await admin.see('还没有登录平台');
}

async function addProvider(hub: StartedHub, provider: object): Promise<void> {
  const first = await Visitor.arrive(browser, hub);
  await setUpFirstPerson(first, hub.setUpUrl);
  await askHub(first, ['POST', '/sign-on-providers'], provider);
  await first.leave();
}
