/** What the tests of this folder share: settings for every variant of the simulator, messages, its state. */
import type { RunningSimulator, VoucherMessage, WriteBackMessage } from '#connectors/kit/connector.ts';
import type { VoucherLine } from '#core/ledger/voucher.ts';
import type { Auth } from './simulator/gate.ts';
import type { Paging } from './simulator/pages.ts';
import { CURSOR, NOTES, VOUCHERS } from './simulator/settings.ts';

const ORDER_QUERIES: Readonly<Record<Paging, Readonly<Record<string, unknown>>>> = {
  none: {},
  link: { query: { size: '{size}', updated_since: '{since}' } },
  page: {
    query: { page: '{page}', size: '{size}', updated_since: '{since}' },
    items: 'data.rows',
    more: 'meta.more',
  },
  offset: {
    query: { offset: '{offset}', size: '{size}', updated_since: '{since}' },
    items: 'data.rows',
    total: 'meta.total',
  },
  cursor: CURSOR,
};

/** Settings of a connection to the simulator with one way to sign on and one way to page. */
export function restSettings(running: RunningSimulator, auth: Auth, paging: Paging): Record<string, unknown> {
  const isKey = auth === 'key-header' || auth === 'key-query';
  return {
    ...running.credentials,
    baseUrl: `${running.url}${auth}`,
    auth: isKey ? 'api-key' : auth,
    apiKeyIn: auth === 'key-query' ? 'query' : 'header',
    apiKeyName: auth === 'key-query' ? 'api_key' : 'X-API-Key',
    okPath: paging === 'none' || paging === 'link' ? null : 'code',
    resources: {
      order: {
        path: `/${paging}/orders`,
        paging,
        pageSize: 10,
        changed: 'updated_at',
        ...ORDER_QUERIES[paging],
      },
    },
    writeBack: NOTES,
    voucher: VOUCHERS,
  };
}

export interface SimulatorState {
  readonly items: readonly string[];
  readonly vouchers: Readonly<Record<string, number>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly writes: number;
  readonly tokensIssued: number;
}

/** What the simulated system holds, read past the connector. */
export async function readState(running: RunningSimulator): Promise<SimulatorState> {
  const answer = await fetch(`${running.url}_simulator/state`);
  return JSON.parse(await answer.text());
}

export function writeBackMessage(businessKey: string, externalId: string): WriteBackMessage {
  const voucherNumber = `记-${businessKey}`;
  return {
    businessKey,
    externalId,
    kind: 'order',
    status: 'delivered',
    documentNumber: externalId,
    voucherNumber,
    targetNumber: null,
    codes: [],
    text: `凭证 ${voucherNumber}`,
  };
}

/** Balanced two-line vouchers with different keys. */
export function voucherMessages(count: number): VoucherMessage[] {
  return Array.from({ length: count }, (_, i) => {
    const amountMinor = 10_001n + BigInt(i);
    return {
      businessKey: `V-${i} /&?`,
      until: 'audited',
      book: BOOK,
      voucher: {
        ...VOUCHER,
        id: BigInt(i + 1),
        number: i + 1,
        lines: [
          line({ account: '1122', debitMinor: amountMinor, dimensions: { customer: 'C001' } }),
          line({ account: '6001', creditMinor: amountMinor }),
        ],
      },
    };
  });
}

const VOUCHER = {
  bookId: 1,
  word: '记',
  date: '2026-01-31',
  period: 202601,
  attachmentCount: 0,
  preparedBy: 'tester',
  reviewedBy: null,
  kind: 'ordinary',
  reverses: null,
  sourceKinds: ['order'],
} as const;

const BOOK = {
  id: 1,
  code: 'demo',
  name: 'Demo',
  baseCurrency: 'CNY',
  standard: 'cas',
  settings: {
    fxToleranceMinor: 1n,
    preparerMayNotReview: true,
    pnlReversal: 'any',
    attachmentsRequired: false,
  },
  accounts: new Map(),
  periods: [],
  dimensions: new Map(),
  rates: [],
} as const;

function line(part: Partial<VoucherLine> & { readonly account: string }): VoucherLine {
  const { debitMinor = 0n, creditMinor = 0n } = part;
  return {
    summary: 'sale "A"',
    dimensions: {},
    currency: 'CNY',
    amountMinor: debitMinor + creditMinor,
    rate: '1',
    quantity: null,
    unitPrice: null,
    templateLine: null,
    ...part,
    debitMinor,
    creditMinor,
  };
}
