import type { Diagnosis } from '#connectors/kit/connector.ts';
import type { Text } from '#core/trouble/message.ts';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import type { KingdeeClient } from './client.ts';

type Step = { readonly title: Text; check(client: KingdeeClient, signal: AbortSignal): Promise<string> };

const STEPS: readonly Step[] = [
  {
    title: { zh: '连接并登录', en: 'Reach it and sign on', ja: '接続とログイン' },
    async check(client, signal) {
      await client.query({ FormId: 'BD_Currency', FieldKeys: 'FNumber', Limit: 1 }, signal);
      return client.settings.userName;
    },
  },
  {
    title: { zh: '账簿存在', en: 'The account book is there', ja: '帳簿の存在' },
    async check(client, signal) {
      const { bookNumber } = client.settings;
      const query = { FormId: 'BD_AccountBook', FieldKeys: 'FName', Limit: 1 };
      const rows = await client.query(
        { ...query, FilterString: `FNumber='${bookNumber.replaceAll("'", "''")}'` },
        signal,
      );
      const name = rows[0]?.[0];
      if (name === undefined)
        throw new RefusalError({
          code: 'kingdee_value_unknown',
          at: 'bookNumber',
          params: { value: bookNumber, answer: 'BD_AccountBook' },
        });
      return `${bookNumber} ${name}`;
    },
  },
  {
    title: {
      zh: '凭证元数据、核算维度与币别',
      en: 'Voucher metadata, dimensions and currencies',
      ja: '伝票メタデータ・ディメンション・通貨',
    },
    async check(client, signal) {
      const { slotOf, wordOf, currencyOf, dimensionsOf } = await client.facts(signal);
      const slots = [...slotOf].map(([our, slot]) => `${our}=${slot}`).join(' ');
      return `${dimensionsOf.size} accounts; ${[...wordOf.keys()].join('')}; ${[...currencyOf.keys()].join(' ')}; ${slots}`;
    },
  },
  {
    title: { zh: '业务键字段', en: 'Business key field', ja: '業務キー項目' },
    async check(client, signal) {
      const { keyField } = await client.facts(signal);
      return keyField ?? 'FEXPLANATION … [TZ:key]';
    },
  },
];

/** Step by step what works; it ends at the first step that does not. */
export async function diagnoseKingdee(client: KingdeeClient, signal: AbortSignal): Promise<Diagnosis> {
  const steps: Diagnosis['steps'][number][] = [];
  for (const { title, check } of STEPS) {
    try {
      steps.push({ title, ok: true, detail: await check(client, signal) });
    } catch (error) {
      steps.push({ title, ok: false, detail: detailOf(error) });
      return { ok: false, steps };
    }
  }
  return { ok: true, steps };
}

/** A code and its evidence; the reader's language is put to it where it is shown. */
function detailOf(error: unknown): string {
  if (error instanceof RefusalError)
    return `${error.refusal.code} ${JSON.stringify(error.refusal.params ?? {})}`;
  if (error instanceof Fault) return `${error.code} ${JSON.stringify(error.params)}`;
  throw error;
}
