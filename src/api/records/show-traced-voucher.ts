import { DOTS, type Mask } from '#access/mask.ts';
import { maskVoucher } from '#access/mask-voucher.ts';
import type { TracedDelivery, TracedDimension, TracedLine, TracedVoucher } from '#pipeline/trace/trace.ts';

/** A voucher of a trace without what is not to be seen of the kind of document it was made of. */
export function showTracedVoucher(mask: Mask, voucher: TracedVoucher, kind: string): TracedVoucher {
  if (!mask.touches([kind])) return voucher;
  const { lines } = maskVoucher(mask, { total: '', lines: voucher.lines.map(asShowable) }, [kind]);
  return { ...voucher, lines: lines.map(asTraced), deliveries: voucher.deliveries.map(withoutContent) };
}

/** A delivery without what it said and what was answered to it, which may quote amounts and names. */
export function withoutContent(delivery: TracedDelivery): TracedDelivery {
  const attempts = delivery.attempts.map((attempt) => ({ ...attempt, detail: null }));
  return { ...delivery, text: null, error: null, attempts };
}

function asShowable(line: TracedLine) {
  const { summary, account, debit, credit, currency, amount, rate } = line;
  return {
    ...{ summary, account, currency, amount, rate, traced: line, quantity: null, unitPrice: null },
    debit: debit ?? '',
    credit: credit ?? '',
    dimensions: Object.fromEntries(line.dimensions.map(({ dimension, code }) => [dimension, code])),
  };
}

function asTraced({ traced, ...shown }: ReturnType<typeof asShowable>, i: number): TracedLine {
  const { summary, amount, rate, debit, credit } = shown;
  return {
    ...traced,
    ...{ no: i + 1, summary, amount, rate },
    debit: debit === '' ? null : debit,
    credit: credit === '' ? null : credit,
    dimensions: traced.dimensions.flatMap((dimension) => asDimension(dimension, shown.dimensions)),
  };
}

function asDimension(traced: TracedDimension, shown: Readonly<Record<string, string>>): TracedDimension[] {
  const code = shown[traced.dimension];
  if (code === undefined) return [];
  return code === DOTS ? [{ ...traced, code, name: null, origins: [] }] : [traced];
}
