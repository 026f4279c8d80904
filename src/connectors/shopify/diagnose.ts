import { type Diagnosis, runSteps } from '#connectors/kit/diagnosis.ts';
import { type Outcome, RefusalError } from '#core/trouble/trouble.ts';
import type { ShopifyClient } from './client.ts';

const SHOP = {
  zh: '店铺可访问，令牌有效',
  en: 'The shop answers and takes the token',
  ja: 'ショップに接続でき、トークンが有効',
};
const ORDERS = { zh: '可读取订单', en: 'Orders can be read', ja: '注文を読み取れる' };

/** Tries the connection in two steps; the second only when the first went well. */
export async function diagnose(client: ShopifyClient, signal: AbortSignal): Promise<Diagnosis> {
  return runSteps([
    { title: SHOP, run: async () => valueFrom(await client.shopName(signal)) },
    {
      title: ORDERS,
      async run() {
        const since = client.ports.now().toISOString();
        valueFrom(await client.listOrders({ since, pageInfo: null }, signal));
        return '';
      },
    },
  ]);
}

function valueFrom<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new RefusalError(outcome.refusal);
  return outcome.value;
}
