/** An order as Shopify would send it, signed by `openssl` over the very bytes that are sent. */
export function webhookCurl(url: string): string {
  return [
    `BODY='{"id":1001,"name":"#1001"}'; curl -X POST '${url}'`,
    "-H 'content-type: application/json'",
    "-H 'x-shopify-topic: orders/create'",
    '-H "x-shopify-hmac-sha256: $(printf %s "$BODY" | openssl dgst -sha256 -hmac "$SECRET" -binary | base64)"',
    '-d "$BODY"',
  ].join(' ');
}
