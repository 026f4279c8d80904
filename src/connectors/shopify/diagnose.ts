import type { Diagnosis } from '#connectors/kit/connector.ts';
import { Fault, type Outcome, RefusalError } from '#core/trouble/trouble.ts';
import type { ShopifyClient } from './client.ts';

const SHOP = {
  zh: '店铺可访问，令牌有效',
  en: 'The shop answers and takes the token',
  ja: 'ショップに接続でき、トークンが有効',
};
const ORDERS = { zh: '可读取订单', en: 'Orders can be read', ja: '注文を読み取れる' };

/** Tries the connection in two steps; the second only when the first went well. */
export async function diagnose(client: ShopifyClient, signal: AbortSignal): Promise<Diagnosis> {
  const shop = await attempt(() => client.shopName(signal));
  const steps = [{ title: SHOP, ...shop }];
  if (shop.ok) {
    const orders = await attempt(async () => {
      const page = await client.listOrders(
        { since: client.ports.now().toISOString(), pageInfo: null },
        signal,
      );
      return page.ok ? { ok: true, value: '' } : page;
    });
    steps.push({ title: ORDERS, ...orders });
  }
  return { ok: steps.every(({ ok }) => ok), steps };
}

async function attempt(work: () => Promise<Outcome<string>>): Promise<{ ok: boolean; detail: string }> {
  try {
    const outcome = await work();
    return outcome.ok ? { ok: true, detail: outcome.value } : { ok: false, detail: outcome.refusal.code };
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, detail: error.refusal.code };
    if (error instanceof Fault) return { ok: false, detail: error.code };
    throw error;
  }
}
