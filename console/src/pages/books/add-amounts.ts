/** The sum of decimals with the same number of decimals, exact; null where one of them is no number (covered). */
export function addAmounts(amounts: readonly string[]): string | null {
  if (amounts.some((amount) => !/^-?\d+(\.\d+)?$/.test(amount))) return null;
  const decimals = amounts[0]?.split('.')[1]?.length ?? 0;
  const minor = amounts.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n);
  const text = String(minor < 0n ? -minor : minor).padStart(decimals + 1, '0');
  const whole = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
  return `${minor < 0n ? '-' : ''}${whole}`;
}
