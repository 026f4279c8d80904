/** The sum of decimal texts, exact; absent and covered ones are left out. @example sumAmounts(['1.10', null, '-0.3']) // '0.80' */
export function sumAmounts(amounts: readonly (string | null)[]): string {
  const given = amounts.filter((amount) => amount !== null && /^-?\d+(\.\d+)?$/.test(amount));
  const decimals = Math.max(0, ...given.map((amount) => (amount?.split('.')[1] ?? '').length));
  const minor = given.reduce((sum, amount) => sum + minorOf(amount ?? '0', decimals), 0n);
  const digits = String(minor < 0n ? -minor : minor).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const sign = minor < 0n ? '-' : '';
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`;
}

function minorOf(amount: string, decimals: number): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}
