/** What the tests of this folder share: sample vouchers, and a caller that speaks to the simulator without the connector. */
import type { RunningSimulator, VoucherMessage } from '#connectors/kit/connector.ts';
import { contractPorts } from '#connectors/kit/contract-subject.ts';
import type { Book } from '#core/ledger/book.ts';
import type { VoucherLine } from '#core/ledger/voucher.ts';
import type { KingdeeClient } from './client.ts';
import { kingdeeK3cloud } from './connector.ts';

const SAMPLE_BOOK: Book = {
  id: 1,
  code: 'DEMO',
  name: 'Demo',
  baseCurrency: 'CNY',
  standard: 'cas',
  settings: {
    fxToleranceMinor: 1n,
    preparerMayNotReview: true,
    pnlReversal: 'negative-credit',
    attachmentsRequired: false,
  },
  accounts: new Map(),
  periods: [],
  dimensions: new Map(),
  rates: [],
};

/** A line of `minor` fen; negative on the credit side. */
export function sampleLine(account: string, minor: bigint, more: Partial<VoucherLine> = {}): VoucherLine {
  return {
    summary: 'order #1001',
    account,
    dimensions: {},
    debitMinor: minor > 0n ? minor : 0n,
    creditMinor: minor < 0n ? -minor : 0n,
    currency: 'CNY',
    amountMinor: minor < 0n ? -minor : minor,
    rate: '1',
    quantity: null,
    unitPrice: null,
    templateLine: null,
    ...more,
  };
}

export const SAMPLE_LINES: readonly VoucherLine[] = [
  sampleLine('1002', 11300n),
  sampleLine('6001', -10000n),
  sampleLine('2221.01.02', -1300n),
];

export function sampleMessage(
  businessKey: string,
  {
    until = 'audited',
    lines = SAMPLE_LINES,
    date = '2026-01-31',
  }: {
    until?: VoucherMessage['until'];
    lines?: readonly VoucherLine[];
    date?: string;
  } = {},
): VoucherMessage {
  const [year = '', month = ''] = date.split('-');
  return {
    businessKey,
    book: SAMPLE_BOOK,
    until,
    voucher: {
      bookId: 1,
      id: 1n,
      number: 1,
      word: '记',
      date,
      period: Number(year + month),
      attachmentCount: 1,
      preparedBy: 'tester',
      reviewedBy: null,
      kind: 'ordinary',
      reverses: null,
      lines,
      sourceKinds: ['order'],
    },
  };
}

/** Settings for the running simulator, as a person would fill them in. */
export function settingsFor(
  running: RunningSimulator,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return { serverUrl: running.url, ...running.credentials, perSecondMax: 1000, timeoutMs: 100, ...more };
}

/** A connection made the way the product makes it. */
export function connectTo(running: RunningSimulator, more: Record<string, unknown> = {}): KingdeeClient {
  const settings = kingdeeK3cloud.settings.parse(settingsFor(running, { timeoutMs: 5000, ...more }));
  if (!settings.ok) throw new Error(`settings: ${settings.refusal.code} at ${settings.refusal.at}`);
  const client = kingdeeK3cloud.connect(settings.value, contractPorts([]));
  if (client instanceof Promise) throw new Error('connecting is immediate');
  return client;
}

/** A bare caller with a session of its own, as `curl` would be. */
export async function signOnBare(running: RunningSimulator) {
  const post = async (
    service: string,
    body: object,
    headers: Record<string, string> = {},
  ): Promise<unknown> => {
    const url = `${running.url}Kingdee.BOS.WebApi.ServicesStub.${service}.common.kdsvc`;
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body), headers });
    return await response.json();
  };
  const { acctId, userName, password } = running.credentials;
  const login = await post('AuthService.ValidateUser', { parameters: [acctId, userName, password, 2052] });
  const session = /"KDSVCSessionId":"([^"]+)"/.exec(JSON.stringify(login))?.[1] ?? '';
  return (service: string, body: object) =>
    post(`DynamicFormService.${service}`, body, { 'kdservice-sessionid': session });
}

/** How many vouchers carry each key, asked without the connector. */
export async function countKeys(
  running: RunningSimulator,
  keys: readonly string[],
): Promise<Record<string, number>> {
  const call = await signOnBare(running);
  const filter = `F_TZ_KEY in (${keys.map((key) => `'${key}'`).join(',')})`;
  const rows = await call('ExecuteBillQuery', {
    data: { FormId: 'GL_VOUCHER', FieldKeys: 'F_TZ_KEY', FilterString: filter },
  });
  const counts: Record<string, number> = {};
  for (const row of Array.isArray(rows) ? rows : []) counts[String(row)] = (counts[String(row)] ?? 0) + 1;
  return counts;
}

/** What only the simulator's own door can do: `revoke`, `end-sessions`, `lock`, … */
export async function control(running: RunningSimulator, action: string, body: object = {}): Promise<void> {
  const url = new URL(`/_simulator/${action}`, running.url);
  await fetch(url, { method: 'POST', body: JSON.stringify(body) });
}
