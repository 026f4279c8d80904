import { defineSettings, type SettingsOf } from '#connectors/kit/settings-schema.ts';

/** What a connection to a Shopify shop needs to know. */
export const settings = defineSettings(
  {
    baseUrl: {
      type: 'url',
      required: true,
      title: { zh: '店铺地址', en: 'Shop address', ja: 'ショップのアドレス' },
      help: {
        zh: '店铺的 myshopify.com 地址，不含路径',
        en: 'The myshopify.com address of the shop, without a path',
        ja: 'ショップの myshopify.com アドレス（パスなし）',
      },
    },
    accessToken: {
      type: 'secret',
      required: true,
      title: { zh: 'Admin API 访问令牌', en: 'Admin API access token', ja: 'Admin API アクセストークン' },
      help: {
        zh: '自定义应用的令牌，需要 read_orders 与 write_orders 权限',
        en: 'Of a custom app with the scopes read_orders and write_orders',
        ja: 'カスタムアプリのトークン。read_orders と write_orders の権限が必要',
      },
    },
    webhookSecret: {
      type: 'secret',
      title: { zh: 'Webhook 签名密钥', en: 'Webhook secret', ja: 'Webhook の秘密鍵' },
      help: {
        zh: '应用的 API 密钥（client secret）；不接收 Webhook 时留空',
        en: 'The client secret of the app; leave empty when no webhooks are received',
        ja: 'アプリの client secret。Webhook を受信しない場合は空欄',
      },
    },
    apiVersion: {
      type: 'text',
      default: '2024-04',
      title: { zh: 'API 版本', en: 'API version', ja: 'API バージョン' },
    },
    pageSize: {
      type: 'number',
      default: 250,
      min: 1,
      max: 250,
      title: { zh: '每页订单数', en: 'Orders per page', ja: '1 ページの注文数' },
    },
    overlapSeconds: {
      type: 'number',
      default: 120,
      min: 0,
      max: 86_400,
      title: { zh: '重叠（秒）', en: 'Overlap (seconds)', ja: '重複期間（秒）' },
      help: {
        zh: '每次读取比上次结束早多少秒开始，重复的订单会被识别',
        en: 'How much earlier each read begins than the last one ended; repeated orders are recognised',
        ja: '前回の終わりよりどれだけ前から読み直すか。重複した注文は識別されます',
      },
    },
    startAt: {
      type: 'text',
      title: { zh: '起始时间', en: 'Begin at', ja: '開始日時' },
      help: {
        zh: '首次只读取此后变化的订单，例如 2026-01-01T00:00:00+08:00',
        en: 'The first read takes only orders changed since then, e.g. 2026-01-01T00:00:00+08:00',
        ja: '初回はこれ以降に変更された注文のみ。例：2026-01-01T00:00:00+08:00',
      },
    },
    transactions: {
      type: 'boolean',
      default: false,
      title: { zh: '读取收款流水', en: 'Read transactions', ja: '取引も読み取る' },
      help: {
        zh: '每个订单多一次请求，流水写入 transactions；此时 Webhook 只作提醒',
        en: 'One more request per order; they become the member transactions, and webhooks no longer carry orders',
        ja: '注文ごとに 1 回多くリクエストし transactions に入れます。Webhook は注文を運ばなくなります',
      },
    },
    noteLine: {
      type: 'boolean',
      default: true,
      title: { zh: '在订单备注中写一行', en: 'Write a line into the order note', ja: '注文メモに 1 行書く' },
    },
    timeoutSeconds: {
      type: 'number',
      default: 30,
      min: 0.1,
      max: 600,
      title: { zh: '超时（秒）', en: 'Timeout (seconds)', ja: 'タイムアウト（秒）' },
    },
  },
  ({ apiVersion, startAt }) => {
    if (!/^(\d{4}-\d{2}|unstable)$/.test(apiVersion)) return invalid('apiVersion', '2024-04');
    const isInstant = startAt === null || /T.*(Z|[+-]\d{2}:\d{2})$/.test(startAt);
    return isInstant && !Number.isNaN(Date.parse(startAt ?? '1970-01-01T00:00:00Z'))
      ? null
      : invalid('startAt', '2026-01-01T00:00:00+08:00');
  },
);

export type ShopifySettings = SettingsOf<typeof settings.fields>;

function invalid(at: string, why: string) {
  return { code: 'setting_invalid', at, params: { why } };
}
