import { type Diagnosis, runSteps } from '#connectors/kit/diagnosis.ts';
import type { Text } from '#core/trouble/message.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { KingdeeClient } from './client.ts';

type Step = {
  readonly title: Text;
  check(client: KingdeeClient, signal: AbortSignal): Promise<string | Text>;
};

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
        throw new RefusalError({ code: 'kingdee_book_unknown', params: { book: bookNumber } });
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
      const words = [...wordOf.keys()].join(' ');
      const currencies = [...currencyOf.keys()].join(' ');
      return {
        zh: `科目 ${dimensionsOf.size} 个；凭证字 ${words}；币别 ${currencies}；核算维度 ${slots}`,
        en: `${dimensionsOf.size} accounts; voucher words ${words}; currencies ${currencies}; dimensions ${slots}`,
        ja: `科目 ${dimensionsOf.size} 件；伝票種別 ${words}；通貨 ${currencies}；ディメンション ${slots}`,
      };
    },
  },
  {
    title: { zh: '业务键字段', en: 'Business key field', ja: '業務キー項目' },
    async check(client, signal) {
      const { keyField } = await client.facts(signal);
      return (
        keyField ?? {
          zh: '未设置自定义字段，业务键写在摘要末尾 [TZ:…]',
          en: 'No field of its own: the key stands at the end of the summary, [TZ:…]',
          ja: '専用項目なし：業務キーは摘要の末尾に入ります [TZ:…]',
        }
      );
    },
  },
];

/** Step by step what works; it ends at the first step that does not. */
export async function diagnoseKingdee(client: KingdeeClient, signal: AbortSignal): Promise<Diagnosis> {
  return runSteps(STEPS.map(({ title, check }) => ({ title, run: () => check(client, signal) })));
}
