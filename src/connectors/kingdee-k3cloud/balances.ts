import type { TargetBalance } from '#connectors/kit/connector.ts';
import { isRecord, listAt, textAt } from '#connectors/kit/json.ts';
import { parseAmount } from '#core/money/amount.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { KingdeeClient } from './client.ts';
import type { TenantFacts } from './facts.ts';

const FIELDS = 'FBALANCEID,FDETAILNUMBER,FDEBITLOCAL,FCREDITLOCAL,FENDDEBITLOCAL,FENDCREDITLOCAL';
/** Deeper than any chart. */
const LEVEL_MAX = '10';

/**
 * Balances of one period by leaf account and dimension, posted or not.
 *
 * They come from the report of account balances: the table GL_BALANCE only knows posted vouchers, and posting is no
 * service of the Web API.
 */
export async function* readAccountBalances(
  client: KingdeeClient,
  period: number,
  signal: AbortSignal,
): AsyncGenerator<TargetBalance[]> {
  const facts = await client.facts(signal);
  const rows = await readReport(client, period, signal);
  const detailed = new Set(rows.filter((row) => row.detail !== '').map((row) => row.account));
  const leaves = rows.filter(
    (row) => isLeaf(row.account, facts) && (row.detail !== '' || !detailed.has(row.account)),
  );
  yield leaves.map((row) => ({
    account: row.account,
    dimensions: dimensionsOf(row, facts),
    debitMinor: row.debitMinor,
    creditMinor: row.creditMinor,
    closingMinor: row.closingMinor,
  }));
}

interface ReportRow {
  readonly account: string;
  readonly detail: string;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  readonly closingMinor: bigint;
}

async function readReport(client: KingdeeClient, period: number, signal: AbortSignal): Promise<ReportRow[]> {
  const { pageSize, bookNumber, baseCurrency } = client.settings;
  const [year, month] = [String(Math.floor(period / 100)), String(period % 100)];
  const Model = {
    FACCTBOOKID: { FNumber: bookNumber },
    FCURRENCY: '0',
    FSTARTYEAR: year,
    FSTARTPERIOD: month,
    FENDYEAR: year,
    FENDPERIOD: month,
    FBALANCELEVEL: LEVEL_MAX,
    FSHOWDETAIL: true,
    FNOTPOSTVOUCHER: true,
  };
  const all: ReportRow[] = [];
  for (let StartRow = 0; ; StartRow += pageSize) {
    const data = { FieldKeys: FIELDS, SchemeId: '', StartRow, Limit: pageSize, FilterString: [], Model };
    const answer = await client.report('GL_RPT_AccountBalance', data, signal);
    if (!isRecord(answer))
      throw new RefusalError({ code: 'kingdee_query_refused', params: { answer: textAt(answer) } });
    // No rows at all is null, not an empty list.
    const rows = listAt(answer, 'Result', 'Rows');
    all.push(...rows.map((row) => readRow(row, baseCurrency)));
    if (rows.length < pageSize) return all;
  }
}

function readRow(row: unknown, currency: string): ReportRow {
  const amount = (at: number) => amountOf(textAt(row, at), currency);
  return {
    account: textAt(row, 0),
    detail: textAt(row, 1),
    debitMinor: amount(2),
    creditMinor: amount(3),
    closingMinor: amount(4) - amount(5),
  };
}

/** Amounts come with thousands commas, and a side without a balance is blank. */
function amountOf(text: string, currency: string): bigint {
  const parsed = parseAmount(text.replaceAll(',', '').trim() || '0', currency);
  if (!parsed.ok) throw new RefusalError(parsed.refusal);
  return parsed.value;
}

function isLeaf(account: string, { dimensionsOf }: TenantFacts): boolean {
  return ![...dimensionsOf.keys()].some((code) => code.startsWith(`${account}.`));
}

/** The codes stand in the order of the account's dimensions; where that does not add up, none is claimed. */
function dimensionsOf({ account, detail }: ReportRow, facts: TenantFacts): Record<string, string> {
  const names = facts.dimensionsOf.get(account) ?? [];
  const codes = names.length === 1 ? [detail] : detail.split('/');
  if (detail === '' || codes.length !== names.length) return {};
  return Object.fromEntries(names.map((name, at) => [name, codes[at] ?? '']));
}
