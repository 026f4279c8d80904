// timeout: 300 s
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { kingdeeK3cloudSimulator } from '#connectors/kingdee-k3cloud/simulator.ts';
import type { RunningSimulator } from '#connectors/kit/connector.ts';
import { expectAccessible } from '../../tools/browser/accessible.ts';
import { askHub } from '../../tools/browser/ask-hub.ts';
import { startChromium } from '../../tools/browser/chromium.ts';
import { setUpFirstPerson } from '../../tools/browser/first-person.ts';
import { handSlip } from '../../tools/browser/slips.ts';
import { startHub } from '../../tools/browser/start-hub.ts';
import { openTill } from '../../tools/browser/till.ts';
import { Visitor } from '../../tools/browser/visitor.ts';
import { withPicture } from '../../tools/browser/with-picture.ts';

/** After posting: a refused delivery, a voucher taken back, a run that is told to wait. */

const ending = { after: (work: () => Promise<void>) => after(work) };
const browser = await startChromium();
after(() => browser.close());

test('browser: a voucher the ledger refuses is delivered once the account is put right; a record is replayed and taken back', async () => {
  const hub = await startHub(ending);
  const kingdee = await startLedger();
  const visitor = await Visitor.arrive(browser, hub);
  await withPicture('posted', visitor, async () => {
    await setUpFirstPerson(visitor, hub.setUpUrl);
    const { acctId, userName, appId, appSecret } = kingdee.credentials;
    const settings = { serverUrl: kingdee.url, acctId, userName, appId, appSecret };
    const ledger = { title: '金蝶云星空', settings };
    const wrong = { ...ledger.settings, accounts: { '6001': '9999' } };
    const made = { ...ledger, code: 'kingdee', connector: 'kingdee-k3cloud', settings: wrong };
    await askHub(visitor, ['POST', '/connections'], made);
    await openTill(visitor, 'kingdee');
    await handSlip(visitor, { no: 'S-1' });
    await seeRefused(visitor);
    await askHub(visitor, ['PUT', '/connections/kingdee'], ledger);
    await redrive(visitor);
    await walkTheTrace(visitor);
    await replayAndReverse(visitor);
  });
  await visitor.leave();
});

test('browser: a large upload is told to wait, goes on, and another is called off and put before its flow again', async () => {
  const hub = await startHub(ending);
  const visitor = await Visitor.arrive(browser, hub);
  await withPicture('runs', visitor, async () => {
    await setUpFirstPerson(visitor, hub.setUpUrl);
    await openTill(visitor);
    await visitor.goTo('/runs');
    await visitor.see('还没有运行过');
    await upload(visitor, 'A');
    await waitAndGoOn(visitor);
    await upload(visitor, 'B');
    await callOff(visitor);
  });
  await visitor.leave();
});

/** A ledger that knows the customer of the till. */
async function startLedger(): Promise<RunningSimulator> {
  const folder = await mkdtemp(join(tmpdir(), 'tongzhang-posted-'));
  ending.after(() => rm(folder, { recursive: true, force: true }));
  const seedFile = join(folder, 'kingdee.json');
  await writeFile(seedFile, JSON.stringify({ BD_Customer: [{ FNumber: 'C001', FName: '客户 C001' }] }));
  const kingdee = await kingdeeK3cloudSimulator.start({ seedFile });
  ending.after(() => kingdee.close());
  return kingdee;
}

async function seeRefused(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.goTo('/deliveries');
  const row = page.locator('.ant-table-row', { hasText: '金蝶云星空' });
  await row.getByText('被拒绝').waitFor({ timeout: 30_000 });
  await expectAccessible(page);
  await row.getByRole('link').click();
  await visitor.see('停止的原因');
  await page.getByRole('cell', { name: '被拒绝' }).waitFor();
  assert.equal(await page.getByText('"code"').count(), 0, 'troubles are told in words');
  await expectAccessible(page);
}

async function redrive(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.press('重新推送');
  await visitor.see('已重新排队，先询问对方再推送');
  await page.getByRole('cell', { name: '已送达' }).waitFor({ timeout: 30_000 });
  await visitor.see('已审核');
}

/** Up from the voucher to the bytes, and down again to the receipt. */
async function walkTheTrace(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.getByRole('link', { name: '打开凭证' }).click();
  await visitor.isAt(/^\/books\/shop\/vouchers\/\d+/);
  await visitor.see('金蝶云星空');
  await page.locator('a[href^="/records/"]').first().click();
  await visitor.isAt(/^\/records\/\d+/);
  await visitor.see('1 / 1 已完成');
  await visitor.see('凭证 → 金蝶云星空');
  await page.getByText('原始内容').first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载' }).click(),
  ]);
  const bytes = await readFile(await download.path(), 'utf8');
  assert.equal(JSON.parse(bytes).no, 'S-1');
}

async function replayAndReverse(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.press('重新处理');
  await visitor.see('已重新处理，结果见下');
  await visitor.press(/^红字冲销 记-1/);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('原因').fill('客户退货');
  await dialog.getByRole('button', { name: /红字冲销/ }).click();
  await visitor.see(/已冲销，红字凭证 记-2/);
  await page.getByText('红字冲销', { exact: true }).waitFor();
  await visitor.see('-113.00');
  await expectAccessible(page);
}

/** Enough to be met at work. */
const SLIPS = 40_000;

async function upload({ page }: Visitor, prefix: string): Promise<void> {
  const { origin } = new URL(page.url());
  const slip = { date: '2026-03-02', total: '113.00', buyer: '8812' };
  const lines = Array.from({ length: SLIPS }, (_, i) => JSON.stringify({ ...slip, no: `${prefix}-${i}` }));
  const headers = { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-ndjson' };
  const path = '/api/v1/books/shop/documents/bulk?flow=till';
  const answer = await page.request.post(path, { headers, data: lines.join('\n'), timeout: 60_000 });
  assert.ok(answer.ok(), await answer.text());
}

async function waitAndGoOn(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const row = page.locator('.ant-table-row').first();
  await row.getByRole('button', { name: '暂停' }).click();
  await visitor.see(/运行 \d+ 已暂停/);
  await row.getByText('已暂停').waitFor();
  await row.getByText('李娜').waitFor();
  await row.getByRole('progressbar').waitFor();
  await expectAccessible(page);
  await row.getByRole('button', { name: '继续' }).click();
  await visitor.see(/运行 \d+ 继续进行/);
  await row.getByText('完成').waitFor({ timeout: 60_000 });
  await row.getByText('40,000').first().waitFor();
}

async function callOff(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const row = page.locator('.ant-table-row').first();
  await row.getByRole('button', { name: '取消' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '取消', exact: true }).click();
  await visitor.see(/已取消；可用“重新处理”恢复其余部分/);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const cancelled = page.locator('.ant-table-row', { hasText: '已取消' });
  await cancelled.getByRole('button', { name: '重新处理' }).click();
  await visitor.see(/已按现行版本重新处理，见运行 \d+/);
  await row.getByText('完成').waitFor({ timeout: 60_000 });
}
