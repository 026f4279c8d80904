import { inside, list, readJournal, text } from './json.ts';
import { addAt, placeOf } from './truth.ts';

/** A voucher that is in the ERP. */
export interface FoundVoucher {
  /** What it is about, as its abstracts say; empty where they say nothing or disagree. */
  readonly name: string;
  /** 记-118 */
  readonly number: string;
  readonly date: string;
  readonly isAudited: boolean;
  readonly amounts: ReadonlyMap<string, bigint>;
}

/** How this data centre numbers its words and currencies, and which slot carries which dimension. */
const WORDS: Readonly<Record<string, string>> = { PRE001: '记', PRE002: '收', PRE003: '付', PRE004: '转' };
const CURRENCIES: Readonly<Record<string, { readonly code: string; readonly digits: number }>> = {
  PRE001: { code: 'CNY', digits: 2 },
  PRE004: { code: 'JPY', digits: 0 },
  PRE007: { code: 'USD', digits: 2 },
};
const SLOTS = ['FFLEX6', 'FFLEX5', 'FF100002'];

const ABOUT = /^(?:网店(?:销售|运费|退款|退运费) (#\S+)|门店日销 (\S+ \d{4}-\d{2}-\d{2}))(?: |$)/;

/** Every voucher of the simulator's journal that was not deleted. */
export function readVouchers(path: string): FoundVoucher[] {
  return readJournal(path)
    .filter((voucher) => inside(voucher, 'deleted') !== true)
    .map(readVoucher);
}

/** One line of the journal. */
export function readVoucher(voucher: unknown): FoundVoucher {
  const entries = list(voucher, 'entries');
  const amounts = new Map<string, bigint>();
  for (const entry of entries) addEntry(amounts, entry);
  const names = new Set(
    entries.map((entry) => {
      const [, order, till] = ABOUT.exec(text(entry, 'explanation')) ?? [];
      return order ?? till ?? '';
    }),
  );
  const word = text(voucher, 'word');
  return {
    name: names.size === 1 ? ([...names][0] ?? '') : '',
    number: `${WORDS[word] ?? word}-${text(voucher, 'number')}`,
    date: text(voucher, 'date'),
    isAudited: text(voucher, 'status') === 'C' && inside(voucher, 'voided') !== true,
    amounts,
  };
}

function addEntry(amounts: Map<string, bigint>, entry: unknown): void {
  const currency = CURRENCIES[text(entry, 'currency')] ?? { code: text(entry, 'currency'), digits: 2 };
  const dimensions = SLOTS.map((slot) => text(inside(entry, 'dimensions'), slot));
  const place = placeOf([text(entry, 'account'), ...dimensions, currency.code]);
  addAt(amounts, `${place} debit`, minorOf(text(entry, 'debit'), 2));
  addAt(amounts, `${place} credit`, minorOf(text(entry, 'credit'), 2));
  addAt(amounts, `${place} amount`, minorOf(text(entry, 'amountFor'), currency.digits));
}

/** Decimal text in minor units; anything else stops the proof, for then it would prove nothing. */
function minorOf(amount: string, digits: number): bigint {
  const [whole = '', fraction = ''] = amount.split('.');
  const extra = fraction.slice(digits);
  if (!/^-?\d+$/.test(whole) || !/^\d*$/.test(fraction) || !/^0*$/.test(extra)) {
    throw new Error(`${amount} is no amount with ${digits} decimals`);
  }
  return BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
}
