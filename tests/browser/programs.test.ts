// timeout: 180 s
import assert from 'node:assert/strict';
import type { IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { loopbackServer } from '#access/sign-on/testing/loopback-server.ts';
import { webhookHeaders } from '#pipeline/notify/sign.ts';
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

test('browser: a client gets narrower addresses, more scopes and a new secret, and is switched off and on', () =>
  withPicture('client', visitor, async () => {
    await visitor.goTo('/access/clients/new');
    await visitor.fill('名称', '销售系统');
    await visitor.fill('客户端标识', 'crm');
    await page.getByLabel('查看凭证').check();
    await typeAddress('10.0.0.0/99');
    await visitor.press('新建客户端');
    await visitor.see('client_addresses_invalid');
    await page.locator('.ant-select-selection-item-remove').click();
    await typeAddress('10.0.0.0/8');
    await visitor.press('新建客户端');
    await visitor.see('crm 的密钥');
    const secret = await secretIn('main');
    assert.notEqual(await tokenStatus(secret), 200, 'not from this address');

    await visitor.follow('查看客户端');
    await visitor.see('概况');
    await visitor.see('10.0.0.0/8');
    assert.equal(await page.getByText(secret).count(), 0, 'shown once');
    await visitor.press('编辑');
    await page.locator('.ant-select-selection-item-remove').click();
    await typeAddress('127.0.0.1');
    await page.getByLabel('查看账套与基础资料').check();
    await visitor.press('保存');
    await visitor.see('已保存，下一次调用即生效');
    await visitor.see('127.0.0.1');
    assert.equal(await tokenStatus(secret), 200);

    await visitor.press('更换密钥');
    await visitor.answer('更换密钥');
    await visitor.see('crm 的密钥');
    await expectAccessible(page);
    const renewed = await secretIn('.ant-modal');
    await visitor.answer('已保存，关闭');
    assert.notEqual(await tokenStatus(secret), 200, 'the old one is void');
    assert.equal(await tokenStatus(renewed), 200);

    await visitor.press('停用');
    await visitor.see('“销售系统”已停用');
    assert.notEqual(await tokenStatus(renewed), 200);
    await visitor.press('启用');
    await visitor.see('“销售系统”已启用');
    assert.equal(await tokenStatus(renewed), 200);
    await expectAccessible(page);
  }));

test('browser: a webhook is tried out, repeated, given a new secret, and says why it fails', () =>
  withPicture('webhook', visitor, async () => {
    const receiver = await startReceiver();
    await visitor.goTo('/webhooks');
    await visitor.press('新建通知');
    await visitor.fill('名称', '数据仓库');
    await visitor.fill('接收地址', receiver.url);
    await page.getByRole('dialog').getByLabel('凭证入账').check();
    await visitor.answer('新建通知');
    await visitor.see('“数据仓库”的密钥');
    const secret = await secretIn('.ant-modal');
    await visitor.follow('查看并测试');

    await visitor.press('发送测试消息');
    await visitor.see('已送达');
    const [first] = receiver.heard;
    assert.equal(first!.signature, signatureOf(first!, secret));

    await visitor.press('重新发送');
    await visitor.see('2 次尝试');
    await visitor.see('已送达');
    assert.equal(receiver.heard[1]!.id, first!.id, 'the receiver knows it by its id');

    await visitor.press('更换密钥');
    await visitor.see('24 小时内新旧两把密钥同时签名，对方有时间更换。');
    const renewed = await secretIn('.ant-modal');
    await visitor.answer('已保存，关闭');
    await visitor.see(/新旧密钥同时有效，直到/);
    receiver.answerWith(500);
    await visitor.press('发送测试消息');
    await visitor.see('接收方未接受该消息（回答不是 2xx）');
    const both = receiver.heard[2]!;
    assert.equal(both.signature, `${signatureOf(both, renewed)} ${signatureOf(both, secret)}`);
    await visitor.press(/^1 次尝试$/);
    await page.getByRole('dialog').getByText('500').waitFor();
    await visitor.see(/webhook_not_taken/);
    await expectAccessible(page);
    await page.keyboard.press('Escape');

    receiver.answerWith(204);
    await visitor.press('重新发送');
    await page.getByText('待发送').waitFor({ state: 'detached' });
    assert.equal(await page.getByText('已送达').count(), 2);
    await visitor.leave();
  }));

async function typeAddress(address: string): Promise<void> {
  await page.getByLabel('允许的地址').fill(address);
  await page.keyboard.press('Enter');
}

/** The secret shown this once. */
async function secretIn(place: string): Promise<string> {
  return (await page.locator(place).filter({ visible: true }).locator('code').first().textContent()) ?? '';
}

async function tokenStatus(secret: string): Promise<number> {
  const answer = await page.request.post('/oauth/token', {
    headers: { authorization: `Basic ${Buffer.from(`crm:${secret}`).toString('base64')}` },
    form: { grant_type: 'client_credentials' },
  });
  return answer.status();
}

interface Heard {
  readonly id: string;
  readonly at: string;
  readonly signature: string;
  readonly body: string;
}

async function startReceiver() {
  const server = await loopbackServer(ending);
  const heard: Heard[] = [];
  const answerWith = (status: number) =>
    server.answer(async (request, response) => {
      heard.push({ ...signedBy(request.headers), body: await text(request) });
      response.writeHead(status).end();
    });
  answerWith(204);
  return { url: server.url, heard, answerWith };
}

function signedBy(headers: IncomingHttpHeaders) {
  const [id, at, signature] = ['id', 'timestamp', 'signature'].map((name) =>
    String(headers[`webhook-${name}`]),
  );
  return { id: id!, at: at!, signature: signature! };
}

function signatureOf({ id, at, body }: Heard, secret: string): string {
  return webhookHeaders({ id, at: new Date(Number(at) * 1_000), body }, [secret])['webhook-signature']!;
}
