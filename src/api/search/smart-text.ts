import { VOUCHER_WORDS } from '#core/ledger/voucher.ts';
import type { Tx } from '#storage/database.ts';
import { findPartnerCodes } from '#storage/partners.ts';
import type { RecordSearch } from '#storage/record-search.ts';

export interface SmartSearches {
  /** A record is found when any of these finds it. */
  readonly searches: readonly RecordSearch[];
  /** The text as an amount, where it can be one. */
  readonly amount: string | null;
}

const AMOUNT = /^-?\d{1,15}(\.\d{1,4})?$/;
const VOUCHER = new RegExp(`^([${VOUCHER_WORDS.join('')}])\\s*(?:字第?|[-－—#])?\\s*(\\d{1,9})\\s*号?$`);

/** Everything that a text in one search box may mean. */
export async function smartSearches(
  tx: Tx,
  text: string,
  { bookIds, isPlain }: { bookIds: readonly number[]; isPlain: boolean },
): Promise<SmartSearches> {
  const voucher = readVoucherLabel(text);
  // Amounts and partners only for those who see them.
  const amount = isPlain && AMOUNT.test(text) ? text : null;
  const partner = isPlain ? await findPartnerCodes(tx, bookIds, text) : null;
  return {
    amount,
    searches: [
      { externalPrefix: text },
      { document: { number: text } },
      ...(voucher ? [{ document: { voucher } }] : []),
      ...(amount ? [{ document: { isAmount: true } }] : []),
      ...(partner?.isNamed ? [{ document: { partners: partner.codes } }] : []),
    ],
  };
}

/** `记-12`, `记12`, `记字第12号`. */
export function readVoucherLabel(text: string): { word: string; number: number } | null {
  const [, word, number] = VOUCHER.exec(text.trim()) ?? [];
  return word === undefined ? null : { word, number: Number(number) };
}
