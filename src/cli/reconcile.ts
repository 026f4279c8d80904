import type { Difference } from '#pipeline/reconcile/difference.ts';
import { type Reconciliation, reconcile as reconcileAll } from '#pipeline/reconcile/reconcile.ts';
import type { Command, CommandContext } from './command.ts';
import { requireConnection } from './finders.ts';
import { renderTable } from './table.ts';
import { tellRefusal, troubleLines } from './trouble-text.ts';
import { stateWord, word } from './words.ts';

const CALL_TIMEOUT_MS = 60_000;

/** `tongzhang reconcile <connection>`: source ↔ book ↔ target, with every difference explained. */
export const reconcile: Command = {
  name: 'reconcile',
  describe: {
    zh: '对账：逐笔比对来源、账套与目标系统；--repair 按规则修复（只用推送，绝不改账）',
    en: 'Compare source, book and target one by one; --repair puts right by deliveries, never by edits',
    ja: '照合：取得元・帳簿・連携先を一件ずつ比較。--repair は送信だけで修復',
  },
  takes: [
    { name: '<connection>', describe: { zh: '连接编码', en: 'code of the connection', ja: '接続のコード' } },
  ],
  options: [
    {
      flags: '--period <n>',
      describe: {
        zh: '只比对此期间，如 202611',
        en: 'this period only, e.g. 202611',
        ja: 'この期間のみ。例 202611',
      },
    },
    {
      flags: '--repair',
      describe: { zh: '按规则修复', en: 'put right what a rule can', ja: '規則で修復する' },
    },
  ],
  async run(context, input) {
    const { database, connections } = await context.services();
    const connection = await requireConnection(database, input.argument('connection'));
    const period = input.integer('period');
    const { sleep, signal, actor: by, progress } = context;
    const result = await reconcileAll(
      { database, connections, sleep, signal, random: Math.random, callTimeoutMs: CALL_TIMEOUT_MS },
      {
        connectionId: connection.connection_id,
        range: { from: period, to: period },
        repair: input.flag('repair'),
        by,
        progress,
      },
    );
    progress('');
    return {
      ok: result.left.length === 0,
      json: { ...result, found: tell(result.found, context), left: tell(result.left, context) },
      text: textOf(result, context),
    };
  },
};

function tell(differences: readonly Difference[], { language }: CommandContext) {
  return differences.map(({ code, key, params, repair }) => ({
    key,
    repair,
    ...tellRefusal({ code, params }, language),
  }));
}

function textOf(result: Reconciliation, context: CommandContext): string {
  const { language } = context;
  const { compared } = result;
  const source = result.source.length > 0 ? [sourceTable(result, context)] : [];
  const count = `${word('delivery', language)} ${compared.deliveries}  ${word('theirs', language)} ${compared.listed}  ${word('balance', language)} ${compared.balances}`;
  const troubles = tell(result.left, context).map(
    (one) => `${troubleLines(one)} → ${REPAIRS[one.repair][language]}`,
  );
  const repaired =
    result.repaired > 0
      ? [
          `${stateWord('repaired', language)}: ${result.found.length - result.left.length}/${result.found.length}`,
        ]
      : [];
  const verdict =
    result.left.length === 0
      ? `✓ ${word('differences', language)}: 0`
      : `✗ ${word('differences', language)}: ${result.left.length}`;
  return [...source, count, ...troubles, ...repaired, verdict].join('\n');
}

function sourceTable({ source }: Reconciliation, { language }: CommandContext): string {
  return renderTable(
    language,
    [
      { title: 'flow', value: (row) => row.flow },
      { title: 'state', value: (row) => stateWord(row.state, language) },
      { title: 'records', value: (row) => row.n, right: true },
    ],
    source,
  );
}

const REPAIRS = {
  redeliver: { zh: '重新推送', en: 'deliver again', ja: '再送' },
  withdraw_and_redeliver: {
    zh: '撤回后推送一次',
    en: 'withdraw, then deliver once',
    ja: '取下げ後に一度送信',
  },
  replay: { zh: '重放', en: 'replay', ja: '再実行' },
  person: { zh: '由人处理', en: 'a person decides', ja: '担当者が判断' },
} as const;
