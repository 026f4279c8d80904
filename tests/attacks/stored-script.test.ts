// timeout: 240 s
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { listAt, textAt } from '#connectors/kit/json.ts';
import { askHub } from '../../tools/browser/ask-hub.ts';
import { startChromium } from '../../tools/browser/chromium.ts';
import { setUpFirstPerson } from '../../tools/browser/first-person.ts';
import { expectSlips, handSlip } from '../../tools/browser/slips.ts';
import { startHub } from '../../tools/browser/start-hub.ts';
import { Visitor } from '../../tools/browser/visitor.ts';

/** Would run where any page put it in as it is: as an element, in an attribute, as an address, in a template. */
const IMG = '<img src=x onerror="window.ran=1;alert(1)">';
const SVG = `"><svg onload="window.ran=1">'\${window.ran=1}{{window.ran=1}}`;
const LINK = 'javascript:window.ran=1;alert(1)';

/** Every address on the page that leads nowhere but into a script. */
const RUNNING_ADDRESSES = `[...document.querySelectorAll('[href], [src], [action]')]
  .map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? one.getAttribute('action'))
  .filter((address) => !/^([/#.]|https?:|blob:|data:(image|font)[/])/.test(address))`;

const ending = { after: (work: () => Promise<void>) => after(work) };
const browser = await startChromium();
after(() => browser.close());

test('stored script: what others put into any text is shown and never run (ASVS v5.0.0-1.2.1)', async (t) => {
  const hub = await startHub(ending);
  const visitor = await Visitor.arrive(browser, hub);
  const { page } = visitor;
  const stopped: string[] = [];
  page.on('dialog', (dialog) => {
    stopped.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.exposeFunction('violated', (what: string) => void stopped.push(what));
  await page.addInitScript(
    `document.addEventListener('securitypolicyviolation', (e) => violated(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample))`,
  );
  await setUpFirstPerson(visitor, hub.setUpUrl);
  const paths = await plant(visitor);
  let shown = 0;
  for (const path of paths) {
    await t.test(`stored script: ${path.replace(/\d+/g, '…')}`, async () => {
      await visitor.goTo(path);
      await visitor.isQuiet();
      assert.equal(await page.evaluate('window.ran'), undefined, 'a script ran');
      assert.equal(
        await page.locator('img[src="x"], svg[onload], [onerror]').count(),
        0,
        'an element was made',
      );
      assert.deepEqual(await page.evaluate(RUNNING_ADDRESSES), [], 'an address runs');
      if (((await page.locator('body').textContent()) ?? '').includes('onerror=')) shown += 1;
    });
  }
  assert.deepEqual(stopped, [], 'nothing even tried');
  assert.ok(shown >= 8, `only ${shown} of ${paths.length} pages showed what was planted`);
  t.diagnostic(
    `summary: stored script: ${paths.length} pages, ${shown} of them show what was planted, none runs it`,
  );
  await visitor.leave();
});

/** Puts them wherever the hub takes a text; gives the pages that show it. */
async function plant(visitor: Visitor): Promise<string[]> {
  const names = { zh: IMG, en: SVG, ja: LINK };
  await askHub(visitor, ['POST', '/books'], {
    ...{ code: 'shop', name: IMG, baseCurrency: 'CNY', standard: 'cas', years: [2026] },
    chart: { dimensions: { AccountsReceivable: { customer: 'must' } } },
  });
  const values = [
    { code: 'C001', name: IMG },
    { code: LINK, name: SVG },
  ];
  await askHub(visitor, ['PUT', '/books/shop/dimensions/customer'], { values });
  await askHub(visitor, ['PUT', '/books/shop/crosswalks/buyers'], {
    pairs: [
      { from: IMG, to: 'C001' },
      { from: SVG, to: LINK },
    ],
  });
  const fields = { customer: { path: 'buyer', crosswalk: 'buyers', required: true }, remark: 'note' };
  await expectSlips(visitor, { title: IMG, names, summary: '{number} {remark}', fields });
  // A refusal to post it is an answer as well: what is held is shown, too.
  for (const slip of [
    { no: IMG, date: '2026-03-02', total: '113.00', buyer: IMG, note: LINK },
    { no: SVG, date: '2026-03-03', total: '226.00', buyer: SVG, note: IMG },
    { no: LINK, date: IMG, total: SVG, buyer: LINK, note: IMG, [IMG]: SVG },
    { no: `${IMG}2`, date: '2026-03-04', total: '1.00', buyer: `${IMG}?`, note: SVG },
  ]) {
    await handSlip(visitor, slip);
  }
  const person = await askHub(visitor, ['POST', '/people'], { login: 'evil', name: IMG });
  await askHub(visitor, ['POST', '/roles'], {
    code: 'evil',
    names,
    permissions: ['books:read'],
    basedOn: null,
  });
  await askHub(visitor, ['POST', '/clients'], { id: 'evil', name: IMG, scopes: ['books:read'] });
  const webhook = await askHub(visitor, ['POST', '/webhooks'], {
    title: IMG,
    url: 'https://h.test/<img>',
    events: ['voucher.posted'],
  });
  const first = async (list: string) =>
    textAt(listAt(await askHub(visitor, ['GET', list]), 'items')[0], 'id');
  const [record, exception, voucher] = [
    await first('/records'),
    await first('/exceptions?state=open'),
    await first('/books/shop/vouchers'),
  ];
  await askHub(visitor, ['POST', `/exceptions/${exception}/comments`], { text: IMG });
  return [
    ...[
      '/overview',
      '/records',
      `/records/${record}`,
      '/exceptions',
      `/exceptions/${exception}`,
      '/crosswalks',
    ],
    ...[
      '/books/shop/crosswalks',
      '/runs',
      '/connections',
      '/connections/till',
      '/flows',
      '/flows/till',
      '/flows/till/edit',
    ],
    ...[
      '/books',
      '/books/shop/balances?by=customer',
      '/books/shop/ledger?account=1122',
      '/books/shop/vouchers',
    ],
    ...[`/books/shop/vouchers/${voucher}`, `/books/shop/print?vouchers=${voucher}`, '/books/shop/dimensions'],
    ...['/access/people', `/access/people/${textAt(person, 'id')}`, '/access/roles', '/access/roles/evil'],
    ...[
      '/access/clients',
      '/access/clients/evil',
      '/webhooks',
      `/webhooks/${textAt(webhook, 'id')}`,
      '/audit',
    ],
    `/records?q=${encodeURIComponent(IMG)}`,
  ];
}
