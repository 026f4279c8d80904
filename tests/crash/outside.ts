import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import { connectors } from '#app/connectors.ts';
import type { Company } from '#app/demo/company.ts';
import { examplePath } from '#app/demo/company.ts';
import { demoConnections } from '#app/demo/connections.ts';
import { kingdeeSeed } from '#app/demo/kingdee-seed.ts';
import { loadCompany } from '#app/demo/load-company.ts';
import type { ShopOrder } from '#app/demo/order-json.ts';
import { type Dice, makeDice } from '#app/dice.ts';
import { openSecretBox } from '#app/secrets.ts';
import { kingdeeK3cloudSimulator } from '#connectors/kingdee-k3cloud/simulator.ts';
import type { RunningSimulator } from '#connectors/kit/connector.ts';
import { shopifySimulator } from '#connectors/shopify/simulator.ts';
import { publishFlow, saveFlowVersion } from '#pipeline/flows/flow-versions.ts';
import type { Database } from '#storage/database.ts';
import { readJournal, text } from '../../tools/prove/json.ts';
import { PATIENCE, type Plan } from './plan.ts';
import { startWire, type Wire } from './wire.ts';

/** What is not the hub: the shop, Kingdee and the wire to it. It survives everything. */
export class Outside {
  readonly #plan: Plan;
  readonly #folder: string;
  readonly #dice: Dice;
  readonly #shop: RunningSimulator;
  readonly #kingdee: RunningSimulator;
  #wire: Wire | null = null;
  #isTroubled = false;
  readonly #calls = new Map<string, number>();

  static async start(
    plan: Plan,
    { folder, company }: { folder: string; company: Company },
  ): Promise<Outside> {
    const { seed } = plan;
    const seedFile = join(folder, 'kingdee-seed.json');
    writeFileSync(seedFile, JSON.stringify(kingdeeSeed(company)));
    const { lateMs } = PATIENCE;
    const shop = await shopifySimulator.start({ seed, lateMs, store: join(folder, 'shop') });
    const kingdee = await kingdeeK3cloudSimulator.start({
      seed,
      lateMs,
      seedFile,
      store: join(folder, 'kingdee'),
    });
    return new Outside(plan, { folder, shop, kingdee });
  }

  private constructor(
    plan: Plan,
    { folder, shop, kingdee }: { folder: string; shop: RunningSimulator; kingdee: RunningSimulator },
  ) {
    this.#plan = plan;
    this.#folder = folder;
    this.#shop = shop;
    this.#kingdee = kingdee;
    this.#dice = makeDice(plan.seed + 1);
  }

  /** Puts the company into the hub's database, connected to this outside. `onMoment`: everyone is to be killed now. */
  async connect(
    database: Database,
    { company, onMoment }: { company: Company; onMoment: () => void },
  ): Promise<void> {
    this.#wire = await startWire({
      target: this.#kingdee.url,
      rewrite: (body) => (this.#plan.hasRepeatGuard ? body : withoutRepeatGuard(body)),
      arrived: () => this.#delay(),
      answered: (service) => {
        if (this.#isMoment(service)) onMoment();
      },
    });
    const { seal } = await openSecretBox({ folder: this.#folder });
    const now = new Date();
    const connections = demoConnections(this.#shop, { ...this.#kingdee, url: this.#wire.url }).map(
      (connection) =>
        // As little as possible is read again, so that a cursor that moved too far is found out.
        connection.code === 'shop'
          ? { ...connection, settings: { ...connection.settings, overlapSeconds: 1 } }
          : connection,
    );
    await loadCompany(database, { company, connections, connectors, seal, now });
    const source = readFileSync(examplePath('flows/shop-orders.yaml'), 'utf8').replace(
      'every: 5m',
      'every: 1s',
    );
    const saved = await saveFlowVersion(database, { source, definition: parse(source), by: 'crash' });
    if (!saved.ok) throw new Error(JSON.stringify(saved.refusals));
    await publishFlow(database, { flow: saved.flow, version: saved.version, by: 'crash', now });
  }

  async feed(orders: readonly ShopOrder[]): Promise<void> {
    if (orders.length === 0) return;
    const body = orders.map((order) => JSON.stringify(order)).join('\n');
    const answer = await fetch(new URL('/_simulator/orders', this.#shop.url), { method: 'POST', body });
    if (!answer.ok) throw new Error(`the shop did not take its orders: ${await answer.text()}`);
  }

  makeTrouble(): void {
    this.#isTroubled = true;
    this.#kingdee.setFaults?.(this.#plan.kingdeeFaults);
    this.#shop.setFaults?.(this.#plan.shopFaults);
  }

  calmDown(): void {
    this.#isTroubled = false;
    this.#kingdee.setFaults?.({});
    this.#shop.setFaults?.({});
  }

  /** Hashes of all orders as the shop would send them now. */
  contentHashes(): Buffer[] {
    return readJournal(join(this.#folder, 'shop', 'orders.ndjson'))
      .filter((order) => text(order, 'id') !== '')
      .map((order) => createHash('sha256').update(JSON.stringify(order)).digest());
  }

  async close(): Promise<void> {
    await this.#wire?.close();
    await this.#shop.close();
    await this.#kingdee.close();
  }

  async #delay(): Promise<void> {
    if (this.#isTroubled && this.#dice.chance(this.#plan.holdRate))
      await sleep(this.#dice.whole(50, PATIENCE.holdMsMax));
  }

  #isMoment(service: string): boolean {
    if (!this.#isTroubled) return false;
    const nth = (this.#calls.get(service) ?? 0) + 1;
    this.#calls.set(service, nth);
    return this.#plan.moments.some((moment) => moment.service === service && moment.nth === nth);
  }
}

function withoutRepeatGuard(body: string): string {
  return body.replace('"ValidateRepeatJson":"true"', '"ValidateRepeatJson":"false"');
}
