import { renderTable } from '#cli/table.ts';
import { pad, widthOf } from '#cli/width.ts';
import type { Movement } from '#core/ledger/balances.ts';
import { trialBalance } from '#core/ledger/trial-balance.ts';
import { formatAmount } from '#core/money/amount.ts';
import { catalogue, describe } from '#core/trouble/catalogue.ts';
import type { Language, Text } from '#core/trouble/message.ts';
import type { Finding } from '#core/validation/finding.ts';
import { type MovementRow, readMovements } from '#storage/balance-reads.ts';
import { loadBook } from '#storage/books.ts';
import type { Database } from '#storage/database.ts';
import { countOpenExceptions, listExceptions } from '#storage/exceptions.ts';
import type { Figures } from '#storage/figures.ts';

const EXCEPTIONS_MAX = 500;

/** What became of everything, for people and programs. */
export interface Summary {
  readonly json: object;
  readonly text: string;
}

/** Counts, what is held and why, and the trial balance, as the hub's own database has them. */
export async function summarise(
  database: Database,
  { bookId, figures, language }: { bookId: number; figures: Figures; language: Language },
): Promise<Summary> {
  const held = await countOpenExceptions(database, { bookId });
  const examples = await exampleFindings(database, bookId);
  const { book } = await loadBook(database, bookId);
  const span = { from: book.periods[0]!.id, to: book.periods.at(-1)!.id };
  const movements = (await readMovements(database, bookId, span)).map(movementOf);
  const balance = trialBalance(book.accounts, new Map(movements));
  const money = (minor: bigint) => formatAmount(minor, book.baseCurrency);
  const accounts = balance.rows.map(({ code, debitMinor, creditMinor, closingMinor }) => ({
    code,
    name: book.accounts.get(code)?.name[language] ?? '',
    debit: money(debitMinor),
    credit: money(creditMinor),
    closing: money(closingMinor),
  }));
  const total = {
    code: '',
    name: WORDS.total[language],
    debit: money(balance.total.debitMinor),
    credit: money(balance.total.creditMinor),
    closing: money(balance.total.closingMinor),
  };
  const text = [
    heading(WORDS.summary[language]),
    countLines(figures, language),
    ...held.map(
      ({ code, n }) => `  ${String(n).padStart(6)}  ${code}  ${reasonOf(examples.get(code), language)}`,
    ),
    '',
    heading(WORDS.trialBalance[language]),
    renderAccounts(language, [...accounts, total]),
  ];
  return {
    json: {
      ...figures,
      heldByCode: Object.fromEntries(held.map(({ code, n }) => [code, Number(n)])),
      accounts,
    },
    text: text.join('\n'),
  };
}

function movementOf(row: MovementRow): [string, Movement] {
  const { account, opening_minor: openingMinor, debit_minor: debitMinor, credit_minor: creditMinor } = row;
  return [account, { openingMinor, debitMinor, creditMinor }];
}

type AccountRow = Readonly<Record<'code' | 'name' | 'debit' | 'credit' | 'closing', string>>;

function renderAccounts(language: Language, rows: readonly AccountRow[]): string {
  return renderTable<AccountRow>(
    language,
    [
      { title: 'account', value: ({ code }) => code },
      { title: 'name', value: ({ name }) => name },
      { title: 'debit', value: ({ debit }) => debit, right: true },
      { title: 'credit', value: ({ credit }) => credit, right: true },
      { title: 'balance', value: ({ closing }) => closing, right: true },
    ],
    rows,
  );
}

/** One finding of each code, to say with its particulars what the code means. */
async function exampleFindings(database: Database, bookId: number): Promise<Map<string, Finding>> {
  const exceptions = await listExceptions(database, { bookId, state: 'open', limit: EXCEPTIONS_MAX });
  return new Map(exceptions.flatMap(({ findings }) => findings).map((finding) => [finding.code, finding]));
}

/** For a check of the flow's own, the formula that does not hold. */
function reasonOf(finding: Finding | undefined, language: Language): string {
  if (finding === undefined) return '';
  const { code, at, params } = finding;
  return catalogue.has(code)
    ? describe(code, { ...params, at }, language).title
    : `${at}: ${params.formula ?? ''}`;
}

function countLines(figures: Figures, language: Language): string {
  const counts: readonly (readonly [Text, number])[] = [
    [WORDS.collected, figures.records],
    [WORDS.repeated, figures.repeated],
    [WORDS.posted, figures.documents],
    [WORDS.vouchers, figures.vouchers],
    [WORDS.delivered, figures.delivered],
    [WORDS.writtenBack, figures.writtenBack],
    [WORDS.ignored, figures.ignored],
    ...(figures.stuck > 0 ? [[WORDS.stuck, figures.stuck] as const] : []),
    [WORDS.held, figures.held],
  ];
  const width = Math.max(...counts.map(([name]) => widthOf(name[language])));
  return counts
    .map(([name, count]) => `${pad(name[language], width)}  ${String(count).padStart(6)}`)
    .join('\n');
}

function heading(text: string): string {
  return `── ${text} ${'─'.repeat(Math.max(0, 60 - widthOf(text)))}`;
}

const WORDS = {
  summary: { zh: '结果', en: 'Summary', ja: '結果' },
  trialBalance: { zh: '试算平衡表（CNY）', en: 'Trial balance (CNY)', ja: '試算表（CNY）' },
  total: { zh: '合计', en: 'Total', ja: '合計' },
  collected: {
    zh: '采集的原始记录（含新版本）',
    en: 'Records collected, versions included',
    ja: '収集した記録（新しい版を含む）',
  },
  repeated: { zh: '重复到达，未重复入账', en: 'Came again and changed nothing', ja: '再着、変更なし' },
  posted: { zh: '入账的单据', en: 'Documents posted', ja: '記帳した伝票' },
  vouchers: {
    zh: '凭证（门店按店按日汇总）',
    en: 'Vouchers, tills summarised by shop and day',
    ja: '仕訳（店舗は店・日で集計）',
  },
  delivered: { zh: '已送达金蝶并审核', en: 'Delivered to Kingdee and audited', ja: '金蝶へ送信し承認済み' },
  writtenBack: { zh: '凭证号或原因回写网店', en: 'Written back to the shop', ja: 'ショップへ書き戻し' },
  ignored: {
    zh: '无需入账（未付款、无变化）',
    en: 'Nothing to post: unpaid, or unchanged',
    ja: '対象外（未払い・変更なし）',
  },
  stuck: {
    zh: '推送被拒，等待处理',
    en: 'Refused by the target, waiting for a person',
    ja: '送信先が拒否、要対応',
  },
  held: { zh: '挂起，原因如下', en: 'Held, because of', ja: '保留、理由は次のとおり' },
} as const satisfies Readonly<Record<string, Text>>;
