import { createHash, X509Certificate } from 'node:crypto';
import { CLIENT_DEFAULTS, createClient, type WantedClient } from '#access/change-clients.ts';
import { parseJwks } from '#access/client-keys.ts';
import { isReading, PERMISSION_NAMES } from '#access/permissions.ts';
import type { Command } from '#cli/command.ts';
import { readTextFile, readYamlFile, unreadable } from '#cli/files.ts';
import { type Input, UsageError } from '#cli/input.ts';
import { renderPairs } from '#cli/table.ts';
import { RefusalError } from '#core/trouble/trouble.ts';

/** `tongzhang client create`: the secret is printed once and can never be read again. */
export const clientCreate: Command = {
  name: 'client create',
  describe: {
    zh: '新建接口客户端；密钥只显示这一次',
    en: 'Create an API client; its secret is shown this once',
    ja: 'API クライアントを作成。シークレットの表示は一度だけ',
  },
  takes: [{ name: '<id>', describe: { zh: '如 web-shop', en: 'e.g. web-shop', ja: '例 web-shop' } }],
  options: [
    {
      flags: '--scope <permission>',
      repeats: true,
      describe: {
        zh: '权限，可多次；read 为全部只读，all 为全部',
        en: 'a permission, repeatable; read: all that read, all: everything',
        ja: '権限。複数可。read は閲覧すべて、all はすべて',
      },
    },
    {
      flags: '--book <code>',
      repeats: true,
      describe: {
        zh: '只限这些账套，可多次',
        en: 'only these books, repeatable',
        ja: 'この帳簿だけ。複数可',
      },
    },
    {
      flags: '--kind <kind>',
      repeats: true,
      describe: {
        zh: '只限这些单据种类，可多次',
        en: 'only these kinds of documents, repeatable',
        ja: 'この伝票種別だけ。複数可',
      },
    },
    {
      flags: '--ip <cidr>',
      repeats: true,
      describe: {
        zh: '只允许从这些地址或网段调用，可多次',
        en: 'only from these addresses or networks, repeatable',
        ja: 'このアドレス・ネットワークからだけ。複数可',
      },
    },
    {
      flags: '--rate <n>',
      describe: {
        zh: '每分钟请求数；缺省 600',
        en: 'requests per minute; 600 by default',
        ja: '毎分のリクエスト数。既定 600',
      },
    },
    {
      flags: '--certificate <file>',
      describe: {
        zh: '必须出示的客户端证书（PEM）',
        en: 'the certificate it must show (PEM)',
        ja: '提示すべきクライアント証明書（PEM）',
      },
    },
    {
      flags: '--jwks <file>',
      describe: {
        zh: '公钥集（JWKS）：客户端用私钥签名，没有密钥串',
        en: 'its public keys (JWKS): it signs instead of having a secret',
        ja: '公開鍵セット（JWKS）：シークレットの代わりに署名',
      },
    },
    { flags: '--name <text>', describe: { zh: '名称', en: 'name', ja: '名称' } },
    {
      flags: '--expires <date>',
      describe: { zh: '到期日', en: 'when it expires', ja: '有効期限' },
    },
  ],
  async run({ services, actor: by, language }, input) {
    const wanted = await wantedFrom(input);
    const { database, now } = await services();
    const made = await database.transaction((tx) => createClient(tx, wanted, { by, now: now() }));
    if (!made.ok) throw new RefusalError(made.refusal);
    const { secret } = made.value;
    const scopes = wanted.scopes.join(' ');
    const text = renderPairs(language, [
      ['id', wanted.client_id],
      ['secret', secret],
      ['scopes', scopes],
    ]);
    return { json: { id: wanted.client_id, secret, scopes: wanted.scopes }, text };
  },
};

async function wantedFrom(input: Input): Promise<WantedClient> {
  const id = input.argument('id');
  const jwksFile = input.text('jwks');
  const certificateFile = input.text('certificate');
  return {
    ...CLIENT_DEFAULTS,
    client_id: id,
    name: input.text('name') ?? id,
    method: jwksFile === null ? 'client_secret_basic' : 'private_key_jwt',
    scopes: scopesOf(input.list('scope')),
    books: listOrAll(input.list('book')),
    kinds: listOrAll(input.list('kind')),
    addresses: listOrAll(input.list('ip')),
    requests_per_minute: input.integer('rate') ?? CLIENT_DEFAULTS.requests_per_minute,
    certificate: certificateFile === null ? null : await thumbprintOf(certificateFile),
    jwks: jwksFile === null ? null : await jwksOf(jwksFile),
    expires_at: dateOf(input.text('expires')),
  };
}

const BUNDLES: ReadonlyMap<string, readonly string[]> = new Map([
  ['all', PERMISSION_NAMES],
  ['read', PERMISSION_NAMES.filter(isReading)],
]);

/** Commas serve as well as repeating the option. */
function scopesOf(texts: readonly string[]): string[] {
  const names = texts.flatMap((text) => text.split(/[\s,]+/)).filter(Boolean);
  if (names.length === 0) throw new UsageError({ code: 'cli_scope_missing', at: '--scope' });
  return [...new Set(names.flatMap((name) => BUNDLES.get(name) ?? [name]))];
}

function listOrAll(texts: readonly string[]): readonly string[] | null {
  return texts.length === 0 ? null : texts;
}

async function jwksOf(file: string) {
  const { definition } = await readYamlFile(file);
  const jwks = parseJwks(definition);
  if (jwks === null) throw unreadable(file, new Error('{"keys": […]}'));
  return jwks;
}

async function thumbprintOf(file: string): Promise<string> {
  const pem = await readTextFile(file);
  try {
    return createHash('sha256').update(new X509Certificate(pem).raw).digest('base64url');
  } catch (error) {
    throw unreadable(file, error);
  }
}

function dateOf(text: string | null): Date | null {
  if (text === null) return null;
  const date = new Date(text);
  if (Number.isNaN(date.getTime()))
    throw new UsageError({ code: 'cli_date_expected', at: '--expires', params: { text } });
  return date;
}
