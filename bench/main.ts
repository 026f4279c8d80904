import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { benchAuthentication } from './authentication.ts';
import { benchHot, benchPost } from './posting.ts';
import { benchSearch } from './search.ts';
import { benchSlope } from './slope.ts';
import { benchBulk, benchHttp, benchMemory } from './uploads.ts';

/**
 * What the product claims about speed, measured: `npm run bench -- [--quick] [--json FILE] [name…]`.
 * Each runs on a database of its own; machines are noisy, so the ratios say more than the rates.
 */
const benches = {
  post: benchPost,
  hot: benchHot,
  http: benchHttp,
  bulk: benchBulk,
  memory: benchMemory,
  slope: benchSlope,
  search: benchSearch,
  authentication: benchAuthentication,
} as const;
type Name = keyof typeof benches;
const isName = (name: string): name is Name => Object.hasOwn(benches, name);

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !isName(name));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
const wanted = positionals.length > 0 ? positionals.filter(isName) : Object.keys(benches).filter(isName);

const results: Partial<Record<Name, unknown>> = {};
for (const name of wanted) {
  const startedAt = performance.now();
  const result = await benches[name]({ quick: values.quick });
  results[name] = result;
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
  console.log(`${name.padEnd(7)} ${describe(result)}  (${seconds} s)`);
}
if (values.json) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);

function describe(result: object): string {
  return Object.entries(result)
    .map(
      ([name, value]) =>
        `${name} ${typeof value === 'number' ? rounded(value) : JSON.stringify(value, (_, inner) => (typeof inner === 'number' ? Number(rounded(inner)) : inner))}`,
    )
    .join(' · ');
}

function rounded(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(3).replace(/\.?0+$/, '');
}
