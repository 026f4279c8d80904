import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { ProblemError } from '#console/api/trouble.ts';
import { PRACTICE } from './practice.ts';

interface Names {
  readonly book: string;
  readonly shop: string;
  readonly kingdee: string;
}

type Needs = Schemas['FlowTemplate']['needs'];

/**
 * A practice book, a shop and a ledger that only rehearse, and the web-shop flow between them as a draft. What is there
 * already stays, so that a practice that was interrupted is completed when it is asked for again.
 */
export async function makePractice(names: Names): Promise<void> {
  const params = { path: { template: PRACTICE.template } };
  const { needs } = await told(api.GET('/api/v1/flow-templates/{template}', { params }));
  await makeBook(names.book, needs);
  await fillBook(needs);
  await makeConnection({ code: PRACTICE.shop, connector: 'shopify', title: names.shop, settings: SHOP });
  const kingdee = { code: PRACTICE.kingdee, connector: 'kingdee-k3cloud', title: names.kingdee };
  await makeConnection({ ...kingdee, settings: KINGDEE });
  await makeFlow();
}

/** Never reached: both connections talk to simulators from the beginning. */
const NOWHERE = 'https://practice.invalid';
const SHOP = { baseUrl: NOWHERE, accessToken: 'practice' };
const KINGDEE = {
  ...{ serverUrl: `${NOWHERE}/k3cloud/`, acctId: 'practice', userName: 'practice' },
  ...{ signIn: 'app-secret', appId: 'practice', appSecret: 'practice' },
};

async function makeBook(name: string, { details, dimensions }: Needs): Promise<void> {
  const chart = { details: details.includes('vat') ? ['vat' as const] : [], dimensions: rulesOf(dimensions) };
  const body = {
    ...{ code: PRACTICE.book, name, baseCurrency: 'CNY', standard: 'cas' as const },
    ...{ years: [new Date().getFullYear()], rehearsal: true, chart },
  };
  await unlessThere(told(api.POST('/api/v1/books', { body })));
}

function rulesOf(dimensions: Needs['dimensions']) {
  return Object.fromEntries(
    Object.entries(dimensions).map(([element, rules]) => [
      element,
      Object.fromEntries(
        Object.entries(rules).map(([name, rule]) => [name, rule === 'must' ? 'must' : 'may'] as const),
      ),
    ]),
  );
}

async function fillBook({ values, crosswalks }: Needs): Promise<void> {
  const { book } = PRACTICE;
  for (const [dimension, codes] of Object.entries(values)) {
    const body = { values: Object.entries(codes).map(([code, name]) => ({ code, name })) };
    const params = { path: { book, dimension } };
    await told(api.PUT('/api/v1/books/{book}/dimensions/{dimension}', { params, body }));
  }
  for (const [crosswalk, rows] of Object.entries(crosswalks)) {
    const body = { pairs: Object.entries(rows).map(([from, to]) => ({ from, to })) };
    const params = { path: { book, crosswalk } };
    await told(api.PUT('/api/v1/books/{book}/crosswalks/{crosswalk}', { params, body }));
  }
}

interface Connecting {
  readonly code: string;
  readonly connector: string;
  readonly title: string;
  readonly settings: Readonly<Record<string, string>>;
}

async function makeConnection(body: Connecting): Promise<void> {
  await unlessThere(told(api.POST('/api/v1/connections', { body })));
  const params = { path: { connection: body.code } };
  const rehearse = { on: true, records: 0 };
  await told(api.POST('/api/v1/connections/{connection}/rehearse', { params, body: rehearse }));
}

async function makeFlow(): Promise<void> {
  const { template, flow, book, shop, kingdee } = PRACTICE;
  const params = { path: { flow } };
  const known = await unlessMissing(told(api.GET('/api/v1/flows/{flow}', { params })));
  if (known) return;
  const filled = await told(
    api.POST('/api/v1/flow-templates/{template}/fill', {
      params: { path: { template } },
      body: { flow, book, connection: shop, target: kingdee },
    }),
  );
  await told(api.POST('/api/v1/flows', { body: filled.definition }));
}

async function unlessThere<Data>(asked: Promise<Data>): Promise<Data | null> {
  return orNull(asked, 'already_exists');
}

async function unlessMissing<Data>(asked: Promise<Data>): Promise<Data | null> {
  return orNull(asked, 'not_found');
}

async function orNull<Data>(asked: Promise<Data>, code: string): Promise<Data | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === code) return null;
    throw error;
  }
}
