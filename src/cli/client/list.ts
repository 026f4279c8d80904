import type { Command } from '#cli/command.ts';
import { renderTable } from '#cli/table.ts';
import { stateWord } from '#cli/words.ts';
import { listClients } from '#storage/clients.ts';

const LIMIT = 1_000;

/** `tongzhang client list`, in order of their ids. */
export const clientList: Command = {
  name: 'client list',
  describe: { zh: '列出接口客户端', en: 'List API clients', ja: 'API クライアントの一覧' },
  async run({ services, language }) {
    const { database } = await services();
    const clients = (await listClients(database, { limit: LIMIT })).map((row) => ({
      id: row.client_id,
      name: row.name,
      state: row.state,
      method: row.method,
      scopes: row.scopes,
      books: row.books,
      kinds: row.kinds,
      addresses: row.addresses,
      requestsPerMinute: row.requests_per_minute,
      certificate: row.certificate,
      expiresAt: row.expires_at,
      lastTokenAt: row.last_token_at,
    }));
    const text = renderTable(
      language,
      [
        { title: 'id', value: (one) => one.id },
        { title: 'name', value: (one) => one.name },
        { title: 'state', value: (one) => stateWord(one.state, language) },
        { title: 'scopes', value: (one) => one.scopes.join(' ') },
        { title: 'book', value: (one) => one.books?.join(' ') ?? null },
        { title: 'addresses', value: (one) => one.addresses?.join(' ') ?? null },
        { title: 'perMinute', value: (one) => one.requestsPerMinute, right: true },
        { title: 'lastToken', value: (one) => one.lastTokenAt?.toISOString() ?? null },
      ],
      clients,
    );
    return { json: { clients }, text };
  },
};
