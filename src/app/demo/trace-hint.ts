import { relative } from 'node:path';
import type { Config } from '#app/config.ts';
import type { Language, Text } from '#core/trouble/message.ts';
import type { OrderTruth } from './truth.ts';

/** How to look at one order's whole way: a refunded one has more to show. The demo's folder and database are its own. */
export function traceHint(config: Config, orders: readonly OrderTruth[], language: Language): string {
  const order = orders.find(({ verdict, vouchers }) => verdict === 'good' && vouchers.length > 1);
  const inside = relative(process.cwd(), config.folder) || '.';
  const folder = inside.startsWith('..') ? config.folder : inside;
  const database = config.databaseUrl === null ? '' : `DATABASE_URL=${withoutPassword(config.databaseUrl)} `;
  const command = `${database}TONGZHANG_FOLDER=${folder} npx tongzhang trace '${order?.number ?? ''}'`;
  return `${WORDS[language]}  ${command}`;
}

function withoutPassword(address: string): string {
  const url = new URL(address);
  if (url.password !== '') url.password = '***';
  return url.href;
}

const WORDS: Text = {
  zh: '查看一张订单的全过程',
  en: 'The whole way of one order',
  ja: '注文 1 件の全経路',
};
