import { netOf } from './minor.ts';
import { entriesOf } from './order-truth.ts';
import { PAYMENTS, type Payment, type Receipt } from './till-facts.ts';
import type { VoucherTruth } from './truth.ts';

const PROJECT = 'P50';
const ACCOUNTS: Readonly<Record<Payment, string>> = {
  cash: '1001',
  card: '1002',
  wechat: '1012',
  alipay: '1012',
};

/** One voucher for each shop and day: tax is split receipt by receipt and added up. */
export function truthOfTills(receipts: readonly Receipt[]): VoucherTruth[] {
  const days = Map.groupBy(receipts, ({ till, day }) => `${till.code} ${day}`);
  return [...days].map(([number, ofDay]) => ({
    kind: 'till',
    number,
    date: ofDay[0]!.day,
    entries: entriesOf(ofDay.flatMap(amountsOf), 'CNY', '1'),
  }));
}

function amountsOf({ paid, tax, till }: Receipt) {
  const total = PAYMENTS.reduce((sum, payment) => sum + paid[payment], 0n);
  const net = netOf(total, tax);
  const revenue = { account: '6001', department: till.department, project: PROJECT, line: '' };
  return [
    ...PAYMENTS.map((payment) => ({
      side: 'debit' as const,
      place: { account: ACCOUNTS[payment], line: '' },
      minor: paid[payment],
    })),
    { side: 'credit' as const, place: revenue, minor: net },
    { side: 'credit' as const, place: { account: '2221.01.02', line: '' }, minor: total - net },
  ];
}
