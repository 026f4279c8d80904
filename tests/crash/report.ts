import { isGood, type SeedResult } from './run-seed.ts';

const SHOWN_MAX = 8;
const RECOVERED_WITHIN_MS = 5_000;

/** One seed in one line, and below it what was wrong. */
export function describeSeed(result: SeedResult): string {
  const { plan, orders, changed, vouchers, reversals, deaths, restarts, seconds } = result;
  const causes = [...Map.groupBy(deaths, ({ cause }) => cause)].map(
    ([cause, list]) => `${list.length} ${cause}`,
  );
  const line = [
    `seed ${plan.seed}`,
    isGood(result) ? 'ok' : 'FAILED',
    `${seconds.toFixed(1)} s`,
    `${orders} orders (${changed} changed) → ${vouchers} vouchers (${reversals} red)`,
    `${deaths.length} kills (${causes.join(', ')})`,
    `${restarts} restart${restarts === 1 ? '' : 's'}`,
    `faults ${describeFaults(result)}`,
    `recovered in ${describeMs(result.recoveryMs)}${isSlow(result) ? ` (SLOW; load ${result.load.toFixed(1)})` : ''}`,
  ].join('  ');
  return isGood(result) ? line : [line, ...describeTroubles(result)].join('\n');
}

function describeFaults({ plan: { kingdeeFaults, shopFaults, holdRate } }: SeedResult): string {
  const names = [...new Set([...Object.keys(kingdeeFaults), ...Object.keys(shopFaults)])];
  return [...names.sort(), ...(holdRate > 0 ? ['held-back'] : [])].join(',');
}

function describeTroubles(result: SeedResult): string[] {
  const troubles = (['lost', 'doubled', 'halfDone', 'wrong', 'failures'] as const).flatMap((kind) =>
    result[kind].map((what) => `  ${kind}: ${what}`),
  );
  const more = troubles.length > SHOWN_MAX ? [`  … and ${troubles.length - SHOWN_MAX} more`] : [];
  return [
    ...troubles.slice(0, SHOWN_MAX),
    ...more,
    `  again: npm run simulate -- --seeds 1 --from ${result.plan.seed}`,
  ];
}

function describeMs(ms: number | null): string {
  return ms === null ? 'never' : `${(ms / 1_000).toFixed(1)} s`;
}

/** Everything is right in the end, but it took too long to go on after a kill. */
function isSlow({ recoveryMs }: SeedResult): boolean {
  return recoveryMs === null || recoveryMs > RECOVERED_WITHIN_MS;
}

/** What all seeds together came to. */
export function summarise(results: readonly SeedResult[]) {
  const sum = (of: (result: SeedResult) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  return {
    seeds: results.length,
    failed: results.filter((result) => !isGood(result)).map(({ plan }) => plan.seed),
    slow: results.filter(isSlow).map(({ plan }) => plan.seed),
    lost: sum(({ lost }) => lost.length),
    doubled: sum(({ doubled }) => doubled.length),
    halfDone: sum(({ halfDone }) => halfDone.length),
    otherwiseWrong: sum(({ wrong, failures }) => wrong.length + failures.length),
    orders: sum(({ orders }) => orders),
    vouchers: sum(({ vouchers }) => vouchers),
    kills: sum(({ deaths }) => deaths.length),
    restarts: sum(({ restarts }) => restarts),
    worstRecoveryMs: Math.max(0, ...results.map(({ recoveryMs }) => recoveryMs ?? 0)),
    worstTroubledRecoveryMs: Math.max(
      0,
      ...results.flatMap(({ troubledRecoveriesMs }) => troubledRecoveriesMs),
    ),
    seconds: sum(({ seconds }) => seconds),
  };
}

export function describeSummary(summary: ReturnType<typeof summarise>): string {
  const { seeds, lost, doubled, halfDone, otherwiseWrong, orders, kills, restarts, worstRecoveryMs } =
    summary;
  const others = otherwiseWrong > 0 ? `, ${otherwiseWrong} otherwise wrong` : '';
  const scope = `${orders} orders, ${kills} kills, ${restarts} database restarts`;
  return `${seeds} seeds: ${lost} lost, ${doubled} doubled, ${halfDone} half-done${others}, worst recovery ${describeMs(worstRecoveryMs)} (${scope})`;
}
