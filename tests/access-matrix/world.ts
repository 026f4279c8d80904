import assert from 'node:assert/strict';
import { SALES_FLOW, sale } from '#api/testing/sales-flow.ts';
import { type TestHub, testHub } from '#api/testing/test-hub.ts';
import { textAt, valueAt } from '#connectors/kit/json.ts';
import type { Ending } from '#storage/testing/fresh-database.ts';

/** Where a case points: things that are granted, the same in another book, and of another kind in the same book. */
export type Target = 'granted' | 'other-book' | 'other-kind';

/** What stands for each name in a path. */
export type Things = Readonly<Record<string, string>>;

export interface World {
  readonly hub: TestHub;
  readonly things: Readonly<Record<Target, Things>>;
}

/** In everything of the other book, and nowhere else. */
export const OTHER_BOOK = ['zzother', '424242'];

/** What a payroll says of people, and what it adds up to. */
export const SECRETS = { single: ['张三', '李四', '31111.11', '46012.34'], total: ['77123.45'] };

const API = '/api/v1';

/** Two books; in one of them sales and a payroll; of each a record, a voucher, a delivery, a run and an exception. */
export async function makeWorld(ending: Ending): Promise<World> {
  const hub = await testHub(ending);
  await makeOtherBook(hub);
  await publish(hub, salesFlow('sales', 'demo', 'till'));
  await publish(hub, salesFlow('zzother-sales', 'zzother', 'zzother-till'));
  await publish(hub, PAYROLL_FLOW);
  await ask(hub, 'POST', '/clients', { id: 'shop', name: 'shop', scopes: ['documents:post'] });
  const person = await ask(hub, 'POST', '/people', { login: 'somebody', name: '某人' });
  const shared = {
    ...{ period: '202601', dimension: 'customer', crosswalk: 'buyers', from: '8812', account: '6602' },
    ...{ version: '1', code: 'forbidden', role: 'auditor', client: 'shop' },
    ...{ person: String(valueAt(person, 'id')), correction: '999', a: '1', b: '1', kind: 'customer' },
  };
  const sales = { shared, document: sale('S-1'), held: sale('S-2', { customer: 'nobody' }) };
  const otherSale = (number: string, more: object = {}) =>
    sale(`zzother-${number}`, { amount: '424242.42', ...more });
  return {
    hub,
    things: {
      granted: await fill(hub, { ...sales, book: 'demo', flow: 'sales', connection: 'till' }),
      'other-book': await fill(hub, {
        ...{ shared, book: 'zzother', flow: 'zzother-sales', connection: 'zzother-till' },
        ...{ document: otherSale('1'), held: otherSale('2', { customer: 'nobody' }) },
      }),
      'other-kind': await correct(
        hub,
        await fill(hub, {
          ...{ shared, book: 'demo', flow: 'payroll', connection: 'payroll' },
          ...{ document: payroll('PAY-1', '77123.45'), held: payroll('PAY-2', '77123.45 或') },
        }),
      ),
    },
  };
}

async function makeOtherBook(hub: TestHub): Promise<void> {
  const book = { code: 'zzother', name: 'zzother', baseCurrency: 'CNY', standard: 'cas', years: [2026] };
  await ask(hub, 'POST', '/books', {
    ...book,
    chart: { dimensions: { AccountsReceivable: { customer: 'must' } } },
  });
  await ask(hub, 'PUT', '/books/zzother/dimensions/customer', { values: [{ code: 'C1', name: 'zzother' }] });
  for (const code of ['zzother-till', 'payroll']) {
    const settings = { address: `${code}-1`, password: 'hush' };
    await ask(hub, 'POST', '/connections', { code, connector: 'till', title: code, settings });
  }
  for (const name of ['demo', 'zzother']) {
    const pairs = [{ from: '8812', to: 'C1' }];
    await ask(hub, 'PUT', `/books/${name}/crosswalks/buyers`, { pairs });
  }
}

interface Filling {
  readonly shared: Things;
  readonly book: string;
  readonly flow: string;
  readonly connection: string;
  readonly document: object;
  /** One that is put on hold. */
  readonly held: object;
}

async function fill(
  hub: TestHub,
  { shared, book, flow, connection, document, held }: Filling,
): Promise<Things> {
  const documents = `/books/${book}/documents?flow=${flow}`;
  const posted = await ask(hub, 'POST', documents, document);
  const onHold = await hub.ask('POST', API + documents, { body: held });
  assert.equal(valueAt(onHold.body, 'code'), 'document_held', JSON.stringify(onHold.body));
  const bulk = await hub.ask('POST', `${API}/books/${book}/documents/bulk?flow=${flow}`, {
    body: JSON.stringify(document),
    headers: { 'content-type': 'application/x-ndjson' },
  });
  await hub.work();
  const deliveries = valueAt(await ask(hub, 'GET', '/deliveries'), 'items');
  assert.ok(Array.isArray(deliveries));
  const voucher = textAt(posted, 'documents', 0, 'voucher', 'id');
  const delivery = deliveries.find(
    (one) => valueAt(one, 'book') === book && valueAt(one, 'voucherId') === voucher,
  );
  return {
    ...shared,
    ...{ book, flow, connection, voucher },
    record: textAt(posted, 'recordId'),
    exception: textAt(onHold.body, 'exceptionId'),
    heldRecord: textAt(onHold.body, 'recordId'),
    run: textAt(bulk.body, 'id'),
    delivery: textAt(delivery, 'id'),
  };
}

/** Lays a correction over what was held, and points at that record. */
async function correct(hub: TestHub, things: Things): Promise<Things> {
  const changes = [{ at: 'amount', value: '77123.45' }];
  const path = `${API}/exceptions/${things.exception}/correct`;
  const { status, body } = await hub.ask('POST', path, { body: { changes, reason: '核对' } });
  assert.equal(status, 202, JSON.stringify(body));
  await hub.work();
  return { ...things, record: things.heldRecord ?? '', correction: textAt(body, 'corrections', 0, 'id') };
}

async function publish(hub: TestHub, source: string): Promise<void> {
  const saved = await hub.ask('POST', `${API}/flows`, { body: source });
  assert.equal(saved.status, 201, JSON.stringify(saved.body));
  const { flow, version } = Object(saved.body);
  await ask(hub, 'POST', `/flows/${flow}/versions/${version}/publish`);
}

async function ask(
  hub: TestHub,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
): Promise<unknown> {
  const told = await hub.ask(method, API + path, body === undefined ? {} : { body });
  assert.ok(told.status < 300, `${method} ${path}: ${JSON.stringify(told.body)}`);
  return told.body;
}

function payroll(number: string, amount: string): object {
  const items = [
    { who: '张三', pay: '31111.11' },
    { who: '李四', pay: '46012.34' },
  ];
  return { number, date: '2026-03-01', amount, department: 'D1', items };
}

/** What is posted goes back to where it came from. */
function salesFlow(flow: string, book: string, connection: string): string {
  return SALES_FLOW.replace('flow: sales', `flow: ${flow}`)
    .replace('{ zh: 销售, en: Sales, ja: 売上 }', `{ zh: ${flow}, en: ${flow}, ja: ${flow} }`)
    .replace('book: demo', `book: ${book}`)
    .replace('connection: till', `connection: ${connection}`)
    .replace('targets: []', `targets: [{ connection: ${connection}, until: saved }]`);
}

const PAYROLL_FLOW = `
flow: payroll
title: { zh: 工资, en: Payroll, ja: 給与 }
book: demo
source: { connection: payroll, kind: payslips }
trigger: { api: true }
documents:
  - kind: payroll
    fields:
      number: { path: number, required: true }
      doc_date: date
      amount: { path: amount, type: amount, required: true }
    lines:
      from: items
      fields:
        employee: { path: who, type: text }
        pay: { path: pay, type: amount }
template:
  - document: payroll
    word: 记
    summary: 工资 {number}
    lines:
      - { side: debit, account: "6602", amount: pay, each: lines, merge: false, summary: "工资 {employee}" }
      - { side: credit, account: "2211", amount: amount }
targets: [{ connection: payroll, until: saved }]
`;
