import { isRecord, textAt, valueAt } from '#connectors/kit/json.ts';
import { formatAmount } from '#core/money/amount.ts';
import { type Movement, movementsOf } from './balance-rows.ts';
import type { Call } from './dialect.ts';
import { CallError, MSG } from './envelope.ts';
import type { World } from './world.ts';

interface Totals {
  beginMinor: bigint;
  debitMinor: bigint;
  creditMinor: bigint;
  yearDebitMinor: bigint;
  yearCreditMinor: bigint;
}

interface Line extends Totals {
  readonly account: string;
  /** Numbers of the dimensions, joined by `/`; empty on the line of the account itself. */
  readonly detail: string;
}

type Asked = {
  book: string;
  from: number;
  to: number;
  level: number;
  showsDetail: boolean;
  withUnposted: boolean;
};

/** `GetSysReportData` of `GL_RPT_AccountBalance`: amounts are text with thousands commas, and no rows at all is null. */
export function accountBalanceReport(world: World, call: Call): object {
  if (call.formId !== 'GL_RPT_AccountBalance') throw new CallError(MSG.unknownField, '业务对象不存在');
  const asked = readModel(call.data.Model);
  if (!world.table('BD_AccountBook').byNumber(asked.book)) {
    throw new CallError(MSG.unknownField, `编码值["${asked.book}"]不存在`);
  }
  const fields = textAt(call.data, 'FieldKeys').split(',');
  const start = Number(valueAt(call.data, 'StartRow') ?? 0);
  const limit = Number(valueAt(call.data, 'Limit') ?? 2000);
  const rows = linesOf(world, asked).map((line) => fields.map((field) => cell(world, line, field.trim())));
  const page = rows.slice(start, start + limit);
  return { Result: { IsSuccess: true, RowCount: rows.length, Rows: page.length === 0 ? null : page } };
}

function readModel(model: unknown): Asked {
  const periodAt = (end: 'START' | 'END') =>
    Number(textAt(model, `F${end}YEAR`)) * 100 + Number(textAt(model, `F${end}PERIOD`));
  if (!isRecord(model)) throw new CallError(MSG.parameter, '报表过滤条件不能为空');
  return {
    book: textAt(model, 'FACCTBOOKID', 'FNumber'),
    from: periodAt('START'),
    to: periodAt('END'),
    level: Number(textAt(model, 'FBALANCELEVEL') || 1),
    showsDetail: textAt(model, 'FSHOWDETAIL') === 'true',
    withUnposted: textAt(model, 'FNOTPOSTVOUCHER') === 'true',
  };
}

/** One line for every account down to the level asked for, its parents included, and below it one for every detail. */
function linesOf(world: World, asked: Asked): Line[] {
  const lines = new Map<string, Line>();
  const movements = movementsOf(
    world.vouchers.all(),
    (voucher) =>
      voucher.book === asked.book && voucher.period <= asked.to && (voucher.posted || asked.withUnposted),
  );
  for (const movement of movements) {
    const parts = movement.account.split('.');
    for (let level = 1; level <= Math.min(parts.length, asked.level); level += 1) {
      add(lines, parts.slice(0, level).join('.'), '', movement, asked);
    }
    const detail = detailOf(world, movement);
    if (asked.showsDetail && detail !== '') add(lines, movement.account, detail, movement, asked);
  }
  return [...lines.values()].sort(
    (a, b) => compareText(a.account, b.account) || compareText(a.detail, b.detail),
  );
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** In the order in which the account names its dimensions. */
function detailOf(world: World, { account, dimensions }: Movement): string {
  const names = world.table('BD_Account').byNumber(account)?.dimensions ?? [];
  const slots = names.map((name) => world.seed.dimensions.find((each) => each.name === name)?.slot ?? '');
  return slots.flatMap((slot) => dimensions[slot] ?? []).join('/');
}

function add(
  lines: Map<string, Line>,
  account: string,
  detail: string,
  movement: Movement,
  asked: Asked,
): void {
  const key = `${account}\n${detail}`;
  const line = lines.get(key) ?? {
    account,
    detail,
    beginMinor: 0n,
    debitMinor: 0n,
    creditMinor: 0n,
    yearDebitMinor: 0n,
    yearCreditMinor: 0n,
  };
  lines.set(key, line);
  if (movement.period < asked.from) line.beginMinor += movement.debitMinor - movement.creditMinor;
  else {
    line.debitMinor += movement.debitMinor;
    line.creditMinor += movement.creditMinor;
  }
  if (Math.floor(movement.period / 100) !== Math.floor(asked.to / 100)) return;
  line.yearDebitMinor += movement.debitMinor;
  line.yearCreditMinor += movement.creditMinor;
}

function cell(world: World, line: Line, field: string): string {
  const end = line.beginMinor + line.debitMinor - line.creditMinor;
  const cells: Readonly<Record<string, () => string>> = {
    FBALANCEID: () => line.account,
    FBALANCENAME: () => String(world.table('BD_Account').byNumber(line.account)?.fields.FName ?? ''),
    FDETAILNUMBER: () => line.detail,
    FDETAILNAME: () => line.detail,
    FBEGINDEBITLOCAL: () => positive(line.beginMinor),
    FBEGINCREDITLOCAL: () => positive(-line.beginMinor),
    FDEBITLOCAL: () => grouped(line.debitMinor),
    FCREDITLOCAL: () => grouped(line.creditMinor),
    FYTDDEBITLOCAL: () => grouped(line.yearDebitMinor),
    FYTDCREDITLOCAL: () => grouped(line.yearCreditMinor),
    FENDDEBITLOCAL: () => positive(end),
    FENDCREDITLOCAL: () => positive(-end),
  };
  const read = cells[field];
  if (!read) throw new CallError(MSG.unknownField, `元数据中标识为${field}的字段不存在`);
  return read();
}

/** A balance stands on one side; the other side is blank. */
function positive(minor: bigint): string {
  return minor > 0n ? grouped(minor) : '';
}

function grouped(minor: bigint): string {
  return formatAmount(minor, 'CNY').replace(/\B(?=(\d{3})+\.)/g, ',');
}
