import { join } from 'node:path';
import { compare } from './compare.ts';
import { readVouchers } from './kingdee.ts';
import { readShop } from './shop.ts';
import { readTruth } from './truth.ts';

/**
 * The proof of the demo. It knows nothing of the hub: it reads the generator's truth and what the two simulators wrote
 * down for themselves (`truth.json`, `shop/*.ndjson`, `kingdee/*.ndjson` in the folder it is given), and compares.
 * It ends with 0 when everything is as it must be and with 1 when anything is not.
 */
const DIFFERENCES_SHOWN = 20;

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: tools/prove/main.ts <folder of the demo>');
  process.exit(2);
}

const expected = readTruth(join(folder, 'truth.json'));
const found = readVouchers(join(folder, 'kingdee', 'vouchers.ndjson'));
const differences = compare(expected, found, readShop(join(folder, 'shop')));

if (differences.length === 0) {
  const count = (verdict: string) => expected.orders.filter((order) => order.verdict === verdict).length;
  const figures = [
    `${count('good')} good orders`,
    `${count('bad')} bad orders held for the right reason`,
    `${count('ignored')} unpaid ones left alone`,
    `${found.length} vouchers audited in Kingdee, each exactly once, every amount as it must be`,
    'every number written back',
  ];
  console.log(`PROOF holds: ${figures.join('; ')}`);
} else {
  for (const difference of differences.slice(0, DIFFERENCES_SHOWN)) console.log(`  ${difference}`);
  if (differences.length > DIFFERENCES_SHOWN)
    console.log(`  … and ${differences.length - DIFFERENCES_SHOWN} more`);
  console.log(`PROOF FAILS: ${differences.length} differences`);
  process.exitCode = 1;
}
