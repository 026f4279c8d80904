import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';
import { voucherLabel } from './numbering.ts';
import type { Voucher, VoucherDraft } from './voucher.ts';

/** How a posted mistake is put right. */
export type Correction =
  /** Red voucher for the whole, then a correct blue one. */
  | 'red-and-blue'
  /** One voucher over the difference: accounts were right, only the amount was wrong. */
  | 'difference'
  /** Blue voucher through the prior-year adjustment account; a red one would change this year's result. */
  | 'prior-year-adjustment';

/** V13: a draft may still be edited or deleted; what is posted may not, by anybody. */
export function decideChange(
  voucher: VoucherDraft | Voucher,
  change: 'edit' | 'delete',
): Outcome<VoucherDraft> {
  if (!('number' in voucher)) return accept(voucher);
  return refuse({ code: 'posted_immutable', params: { voucher: voucherLabel(voucher), change } });
}

/** The way to correct a posted voucher: by the fiscal year of its period against `currentPeriod`, then by what was wrong. */
export function decideCorrection(
  voucher: Pick<Voucher, 'period'>,
  { currentPeriod, wrong }: { readonly currentPeriod: number; readonly wrong: 'amount-only' | 'anything' },
): Correction {
  if (Math.floor(voucher.period / 100) < Math.floor(currentPeriod / 100)) return 'prior-year-adjustment';
  return wrong === 'amount-only' ? 'difference' : 'red-and-blue';
}
