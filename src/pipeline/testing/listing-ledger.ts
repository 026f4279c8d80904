import {
  type Connector,
  defineConnector,
  type Receipt,
  type TargetState,
} from '#connectors/kit/connector.ts';
import { defineSettings } from '#connectors/kit/settings-schema.ts';
import { formatAmount } from '#core/money/amount.ts';

export interface KeptLine {
  readonly account: string;
  debitMinor: bigint;
  readonly creditMinor: bigint;
}

/** A voucher as the ledger holds it; tests change it behind our back. */
export interface KeptVoucher {
  readonly id: string;
  readonly key: string;
  number: string;
  state: Exclude<TargetState, 'absent'>;
  readonly period: number;
  posted: boolean;
  readonly lines: KeptLine[];
}

export interface ListingLedger {
  readonly connector: Connector;
  readonly vouchers: KeptVoucher[];
}

const title = { zh: '账务', en: 'Ledger', ja: '元帳' };

/** A ledger in memory that lists its vouchers, reports balances and takes vouchers back: all that reconciling can use. */
export function listingLedger(name: string): ListingLedger {
  const vouchers: KeptVoucher[] = [];
  let nextId = 1;
  const receiptOf = (businessKey: string): Receipt => {
    const [first, second] = vouchers.filter(({ key }) => key === businessKey);
    if (!first) return { businessKey, state: 'absent', targetId: null, targetNumber: null };
    const receipt = { businessKey, state: first.state, targetId: first.id, targetNumber: first.number };
    return second ? { ...receipt, refusal: { code: 'kingdee_key_twice', params: { numbers: '' } } } : receipt;
  };
  const connector = defineConnector<unknown, object>({
    name,
    title,
    settings: defineSettings({}),
    connect: () => ({}),
    perSecondMax: 1_000_000,
    collect: {
      voucher: async function* () {
        yield { cursor: null, records: vouchers.map(listed) };
      },
    },
    deliver: {
      voucher: {
        batchSizeMax: 2,
        settleMs: 0,
        find: async (_, keys) => keys.map(receiptOf),
        send: async (_, messages, found) => {
          const isThere = (key: string) =>
            found.some((one) => one.businessKey === key && one.state !== 'absent');
          for (const { businessKey: key, voucher } of messages) {
            const kept = vouchers.find((one) => one.key === key);
            if (kept) kept.state = 'audited';
            else if (!isThere(key)) {
              const id = String(nextId++);
              const lines = voucher.lines.map(({ account, debitMinor, creditMinor }) => ({
                account: `x${account}`,
                debitMinor,
                creditMinor,
              }));
              const { period } = voucher;
              vouchers.push({ id, key, number: `T-${id}`, state: 'audited', period, posted: false, lines });
            }
          }
          return messages.map(({ businessKey }) => receiptOf(businessKey));
        },
        withdraw: async (_, keys) => {
          const gone = vouchers.filter(({ key, posted }) => keys.includes(key) && !posted);
          for (const one of gone) vouchers.splice(vouchers.indexOf(one), 1);
          return keys.map((key) => {
            const receipt = receiptOf(key);
            return receipt.state === 'absent' ? receipt : { ...receipt, refusal: { code: 'kingdee_posted' } };
          });
        },
      },
    },
    lookup: {
      accountCode: (_, account) => `x${account}`,
      balances: async function* (_, period) {
        const lines = vouchers.filter((one) => one.period === period).flatMap((one) => one.lines);
        yield lines.map((line) => ({ ...line, dimensions: {}, closingMinor: 0n }));
      },
    },
  });
  return { connector: connector as Connector, vouchers };
}

function listed(voucher: KeptVoucher) {
  const { id, key, number, period, lines } = voucher;
  const json = {
    id,
    businessKey: key,
    voucherNumber: number,
    period,
    void: 'false',
    lines: lines.map(({ account, debitMinor, creditMinor }) => ({
      account,
      debit: formatAmount(debitMinor, 'CNY'),
      credit: formatAmount(creditMinor, 'CNY'),
    })),
  };
  const raw = Buffer.from(JSON.stringify(json));
  return { kind: 'voucher', externalId: id, mediaType: 'application/json', raw };
}
