// timeout: 240 s
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { expectAccessible } from '../../tools/browser/accessible.ts';
import { askHub } from '../../tools/browser/ask-hub.ts';
import { startChromium } from '../../tools/browser/chromium.ts';
import { codeOf, type FirstPerson, setUpFirstPerson } from '../../tools/browser/first-person.ts';
import { letProofGrowOld } from '../../tools/browser/old-proof.ts';
import { startHub } from '../../tools/browser/start-hub.ts';
import { Visitor } from '../../tools/browser/visitor.ts';
import { withPicture } from '../../tools/browser/with-picture.ts';

const ending = { after: (work: () => Promise<void>) => after(work) };
const browser = await startChromium();
after(() => browser.close());

const hub = await startHub(ending);
// Browsers keep passkeys for names, not for addresses.
const url = hub.url.replace('127.0.0.1', 'localhost');
const visitor = await Visitor.arrive(browser, { url });
const { page } = visitor;
let person: FirstPerson;

test('browser: a passkey is added, signs in by itself, is renamed, and is removed', () =>
  withPicture('passkey', visitor, async () => {
    person = await setUpFirstPerson(visitor, hub.setUpUrl.replace('127.0.0.1', 'localhost'));
    await plugInAuthenticator();

    await visitor.goTo('/me');
    await visitor.see('还没有通行密钥');
    await visitor.press('添加通行密钥');
    await page.getByRole('textbox', { name: '给它起个名字' }).fill('办公室电脑');
    await visitor.answer('添加通行密钥');
    await visitor.see('通行密钥已添加');
    await visitor.see('办公室电脑');
    await expectAccessible(page);

    await visitor.press(/李娜/);
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await visitor.isAt('/sign-in');
    // Finger or PIN, and the device: two factors in one, so nothing more is asked.
    await visitor.press('使用通行密钥登录');
    await page.getByRole('navigation', { name: '主菜单' }).waitFor();

    await visitor.goTo('/me');
    await visitor.press('修改“办公室电脑”的名称');
    await page.getByRole('textbox', { name: '给它起个名字' }).fill('家里电脑');
    await visitor.answer('保存');
    await visitor.see('名称已修改');
    await visitor.see('家里电脑');
    await visitor.press('移除');
    await visitor.answer('移除');
    await visitor.see('通行密钥已移除');
    await visitor.see('还没有通行密钥');
  }));

test('browser: a sensitive change asks for a fresh proof, and goes on by itself', () =>
  withPicture('proof', visitor, async () => {
    await letProofGrowOld(visitor, hub);
    await visitor.goTo('/access/clients/new');
    await visitor.fill('名称', '销售系统');
    await visitor.fill('客户端标识', 'crm');
    await page.getByLabel('查看凭证').check();

    await visitor.press('新建客户端');
    await visitor.see('请再确认一次是您本人');
    await expectAccessible(page);
    await visitor.fill('密码', 'not this one');
    await visitor.answer('确定');
    await visitor.see('密码不正确');
    await visitor.answer('取消');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.equal(await page.locator('.ant-notification-notice').count(), 0, 'who cancels knows it');
    assert.deepEqual(await clientIds(), []);

    await visitor.press('新建客户端');
    await visitor.see('请再确认一次是您本人');
    assert.equal(await page.getByText('密码不正确').count(), 0, 'what went wrong before is forgotten');
    await page.getByText('用验证码', { exact: true }).click();
    await visitor.fill('动态验证码', '12345');
    await visitor.answer('确定');
    await visitor.see('应用显示的是六位数字');
    await visitor.fill('动态验证码', '000000');
    await visitor.answer('确定');
    await visitor.see('验证码不正确，或已用过');
    await visitor.fill('动态验证码', codeOf(person.secret, 1).replace(/^.../, '$& '));
    await visitor.answer('确定');
    await visitor.see('crm 的密钥');
    assert.deepEqual(await clientIds(), ['crm']);
  }));

test('browser: a session in another browser is seen and ended; that one is out at its next step', () =>
  withPicture('own-session', visitor, async () => {
    const other = await Visitor.arrive(browser, { url });
    await other.goTo('/sign-in');
    await other.fill('登录名或邮箱', person.login);
    await other.fill('密码', person.password);
    await other.press('登录');
    await other.press('手机不在身边？用恢复码');
    await other.fill('恢复码', person.recoveryCodes[0]!);
    await other.press('继续');
    await other.page.getByRole('navigation', { name: '主菜单' }).waitFor();

    await visitor.goTo('/me');
    await visitor.see('剩余 9 个');
    await visitor.see('本机');
    await visitor.press('结束');
    await visitor.see('该设备已退出登录');
    await other.page.getByRole('link', { name: '原始记录' }).click();
    await other.isAt('/sign-in');
    await other.leave();
    await visitor.leave();
  }));

async function plugInAuthenticator(): Promise<void> {
  const debug = await visitor.context.newCDPSession(page);
  await debug.send('WebAuthn.enable');
  await debug.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function clientIds(): Promise<string[]> {
  const { items } = await askHub<{ items: { id: string }[] }>(visitor, ['GET', '/clients']);
  return items.map(({ id }) => id);
}
