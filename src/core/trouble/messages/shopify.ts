import type { Message } from '#core/trouble/message.ts';

/** Texts for the connector to Shopify. */
export const SHOPIFY_MESSAGES: Readonly<Record<string, Message>> = {
  shopify_refused: {
    title: {
      zh: 'Shopify 拒绝了 {at}（{status}）：{answer}',
      en: 'Shopify refused {at} ({status}): {answer}',
      ja: 'Shopify が {at} を拒否しました（{status}）：{answer}',
    },
    advice: {
      zh: '请按 Shopify 给出的原因处理后重新推送；向 Shopify 咨询时请提供请求编号 {requestId}。',
      en: 'Put right what Shopify names, then deliver again. When you ask Shopify about it, quote request {requestId}.',
      ja: 'Shopify の示す理由に対処して再送してください。問い合わせにはリクエスト番号 {requestId} を添えてください。',
    },
  },
  shopify_not_found: {
    title: {
      zh: 'Shopify 中没有 {at}',
      en: 'Shopify has no {at}',
      ja: 'Shopify に {at} がありません',
    },
    advice: {
      zh: '订单可能已在店铺中删除，或 API 版本已停用。已删除的订单请忽略本条；否则请核对连接的 API 版本（请求编号 {requestId}）。',
      en: 'The order may have been deleted in the shop, or the API version has ended. Dismiss this for a deleted order; otherwise check the API version of the connection (request {requestId}).',
      ja: '注文がショップで削除されたか、API バージョンが終了した可能性があります。削除済みなら無視し、そうでなければ接続の API バージョンを確認してください（リクエスト番号 {requestId}）。',
    },
  },
  shopify_page_lost: {
    title: {
      zh: 'Shopify 的分页标记已失效（{at}）：{answer}',
      en: 'Shopify no longer knows our place in its list ({at}): {answer}',
      ja: 'Shopify のページ位置が無効になりました（{at}）：{answer}',
    },
    advice: {
      zh: '系统会自动从“{since}”之后的变化重新读取，不会遗漏订单，无需处理。',
      en: 'Everything changed since "{since}" is read again by itself; no order is missed and nothing needs doing.',
      ja: '「{since}」以降の変更を自動的に読み直します。注文の漏れはなく、対応は不要です。',
    },
  },
  shopify_no_order: {
    title: {
      zh: '记录 {externalId} 没有 Shopify 订单号（{at}），无法回写',
      en: 'The record {externalId} has no Shopify order id ({at}), so nothing can be written back',
      ja: 'レコード {externalId} に Shopify の注文 ID（{at}）がないため書き戻せません',
    },
    advice: {
      zh: '该记录到达时缺少 id。请在店铺中找到订单，修正后重新读取，或在此忽略回写。',
      en: 'It arrived without an id. Find the order in the shop and have it read again, or dismiss the write-back.',
      ja: 'ID なしで届きました。ショップで注文を確認して読み直すか、書き戻しを無視してください。',
    },
  },
  shopify_webhook_secret_missing: {
    title: {
      zh: '收到 Webhook，但连接没有“{at}”，无法验证签名',
      en: 'A webhook arrived, but the connection has no "{at}" to check its signature with',
      ja: 'Webhook を受信しましたが、署名を検証する「{at}」が接続にありません',
    },
    advice: {
      zh: '请在连接中填写应用的 client secret，或在 Shopify 中删除该 Webhook。轮询不受影响。',
      en: 'Enter the client secret of the app in the connection, or delete the webhook in Shopify. Polling goes on meanwhile.',
      ja: '接続にアプリの client secret を入力するか、Shopify でその Webhook を削除してください。ポーリングは継続します。',
    },
  },
  shopify_webhook_signature: {
    title: {
      zh: 'Webhook 的签名（{at}）不正确，内容未采用',
      en: 'The signature of a webhook ({at}) is wrong; its content was not used',
      ja: 'Webhook の署名（{at}）が正しくないため、内容は使いませんでした',
    },
    advice: {
      zh: '请确认密钥是发送该 Webhook 的应用的 client secret；在店铺“通知”页面创建的 Webhook 使用另一密钥。若密钥无误，可能有人在伪造请求。',
      en: 'Check that the secret is the client secret of the app that sends it; webhooks made on the Notifications page of the shop use another one. If the secret is right, somebody may be forging requests.',
      ja: '送信元アプリの client secret か確認してください。ショップの「通知」ページで作成した Webhook は別の鍵を使います。鍵が正しい場合は偽造の可能性があります。',
    },
  },
  shopify_webhook_other_shop: {
    title: {
      zh: 'Webhook 来自店铺 {shop}，而本连接是 {host}（{at}）',
      en: 'The webhook comes from the shop {shop}, but this connection is {host} ({at})',
      ja: 'Webhook はショップ {shop} からですが、この接続は {host} です（{at}）',
    },
    advice: {
      zh: '请在店铺 {shop} 中把 Webhook 地址改为它自己的连接，或更正本连接的店铺地址。',
      en: 'Point the webhook of {shop} to the connection of that shop, or correct the address of this one.',
      ja: '{shop} の Webhook をそのショップの接続に向けるか、この接続のアドレスを修正してください。',
    },
  },
  shopify_webhook_body: {
    title: {
      zh: 'Webhook 的签名正确，但内容（{at}）不是一个订单',
      en: 'A webhook is signed correctly, but its content ({at}) is not an order',
      ja: 'Webhook の署名は正しいものの、内容（{at}）が注文ではありません',
    },
    advice: {
      zh: '请确认 Webhook 的格式为 JSON、主题为 orders/…。下次轮询会完整读取该订单。',
      en: 'Check that the webhook has the format JSON and a topic orders/…. The next poll reads the order whole.',
      ja: 'Webhook の形式が JSON、トピックが orders/… であることを確認してください。次回のポーリングで注文を読み取ります。',
    },
  },
};
