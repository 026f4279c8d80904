import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kingdeeK3cloudSimulator } from '#connectors/kingdee-k3cloud/simulator.ts';
import type { RunningSimulator } from '#connectors/kit/connector.ts';
import { shopifySimulator } from '#connectors/shopify/simulator.ts';
import { type Company, readCompany } from './company.ts';
import { type GeneratedOrders, generateOrders } from './generate-orders.ts';
import { generateTills, type TillFile } from './generate-tills.ts';
import { kingdeeSeed } from './kingdee-seed.ts';
import type { ShopOrder } from './order-json.ts';
import type { Truth } from './truth.ts';

/** Everything around the hub: what the company sold, the systems it sells with, and the truth about it. */
export interface Stage {
  readonly company: Company;
  readonly orders: GeneratedOrders;
  readonly tills: readonly TillFile[];
  /** How many summarised vouchers the tills must come to. */
  readonly tillVouchers: number;
  readonly shop: RunningSimulator;
  readonly kingdee: RunningSimulator;
  close(): Promise<void>;
}

/** A shop hands out its pages in no order that one could rely on, and repeats itself at their edges. */
const SHOP_FAULTS = { 'out-of-order': 0.5, 'duplicate-page': 0.5 };

/** Sets the stage in `folder`, from nothing: files of the tills, `truth.json`, and both simulators with empty stores. */
export async function setStage(folder: string, seed: number): Promise<Stage> {
  const company = readCompany();
  const orders = generateOrders(company, seed);
  const { files: tills, truth } = await generateTills(company, seed);
  for (const part of ['shop', 'kingdee', 'tills'])
    await rm(join(folder, part), { recursive: true, force: true });
  await mkdir(join(folder, 'tills'), { recursive: true });
  for (const { name, bytes } of tills) await writeFile(join(folder, 'tills', name), bytes);
  const whole: Truth = { seed, orders: orders.truth, tills: truth };
  await writeFile(join(folder, 'truth.json'), JSON.stringify(whole));
  const seedFile = join(folder, 'kingdee-seed.json');
  await writeFile(seedFile, JSON.stringify(kingdeeSeed(company), null, 2));
  const shop = await shopifySimulator.start({ seed, store: join(folder, 'shop'), faults: SHOP_FAULTS });
  const kingdee = await kingdeeK3cloudSimulator.start({ seed, seedFile, store: join(folder, 'kingdee') });
  const close = async () => {
    await shop.close();
    await kingdee.close();
  };
  return { company, orders, tills, tillVouchers: truth.length, shop, kingdee, close };
}

/** Orders as they reach the shop; it keeps them, and tells nobody of what it knew already. */
export async function feedShop(shop: RunningSimulator, orders: readonly ShopOrder[]): Promise<void> {
  const body = orders.map((order) => JSON.stringify(order)).join('\n');
  const answer = await fetch(new URL('/_simulator/orders', shop.url), { method: 'POST', body });
  if (!answer.ok) throw new Error(`the shop did not take its orders: ${await answer.text()}`);
}
