import type { Visitor } from './visitor.ts';

/**
 * What administration pages are about and the demo has none of: a person, a client, a provider, a webhook. For somebody
 * who signed in within the last minutes; proving anew would end the session that others were lent.
 */
export async function makeExamples({ page }: Visitor): Promise<void> {
  const send = (method: string, path: string, data: unknown) =>
    page.request.fetch(`/api/v1${path}`, { method, data, headers: { 'sec-fetch-site': 'same-origin' } });
  await send('POST', '/people', { login: 'chen.jing', name: '陈静', email: 'chen.jing@example.com' });
  await send('POST', '/clients', {
    id: 'crm',
    name: '销售系统 CRM',
    scopes: ['books:read', 'documents:post'],
    addresses: ['10.0.0.0/8'],
  });
  await send('POST', '/sign-on-providers', {
    code: 'corp',
    kind: 'oidc',
    titles: { zh: '企业身份平台', en: 'Company account', ja: '社内アカウント' },
    settings: { issuer: 'https://id.example.com', clientId: 'tongzhang' },
    enabled: false,
    trustsSecondFactor: false,
    mappings: [{ group: 'finance', role: 'accountant', books: null }],
  });
  const events = ['voucher.posted', 'record.held'];
  await send('POST', '/webhooks', { title: '数据仓库', url: 'https://hooks.example.com/tongzhang', events });
}
