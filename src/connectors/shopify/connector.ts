import { defineConnector } from '#connectors/kit/connector.ts';
import { ShopifyClient } from './client.ts';
import { collectOrders } from './collect.ts';
import { diagnose } from './diagnose.ts';
import { settings } from './settings.ts';
import { receiveWebhook } from './webhook.ts';
import { webhookCurl } from './webhook-curl.ts';
import { writeBack } from './write-back.ts';

/** Shopify. We collect its orders, with the refunds inside, and write voucher numbers back. Its quirks: README.md. */
export const shopify = defineConnector({
  name: 'shopify',
  title: { zh: 'Shopify 店铺', en: 'Shopify shop', ja: 'Shopify ショップ' },
  settings,
  connect: (settings, ports) => new ShopifyClient(settings, ports),
  diagnose,
  collect: { order: collectOrders },
  webhook: receiveWebhook,
  webhookCurl,
  deliver: { writeBack },
});
