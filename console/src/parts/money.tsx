import { groupDigits } from '#console/words/format.ts';

/** An amount as the hub tells it (decimal text), grouped and aligned; its currency where several may meet. */
export function Money({ amount, currency }: { readonly amount: string; readonly currency?: string }) {
  const isNegative = amount.startsWith('-');
  return (
    <span className="tz-number" data-negative={isNegative || undefined}>
      {currency === undefined ? null : <span className="tz-faint">{currency} </span>}
      {groupDigits(amount)}
    </span>
  );
}
