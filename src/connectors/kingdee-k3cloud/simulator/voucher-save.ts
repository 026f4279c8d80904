import { isRecord, type JsonRecord, listAt, textAt } from '#connectors/kit/json.ts';
import { member } from './dialect.ts';
import { readEntryModel } from './entry-model.ts';
import { MSG } from './envelope.ts';
import { ModelError, unknownValue } from './model-error.ts';
import type { Book } from './seed-file.ts';
import type { SimEntry, SimVoucher } from './voucher.ts';
import type { World } from './world.ts';

const HEADER_KEYS: ReadonlySet<string> = new Set(
  `FVOUCHERID FAccountBookID FDate FBUSDATE FYEAR FPERIOD FVOUCHERGROUPID FVOUCHERGROUPNO FATTACHMENTS FISADJUSTVOUCHER
   FSourceBillKey FACCBOOKORGID FIMPORTVERSION FDocumentStatus FEntity`
    .split(/\s+/)
    .map((key) => key.toUpperCase()),
);

/** Checks a model as Save does and gives the voucher it would become; the number is the next of its series. */
export function buildVoucher(
  world: World,
  model: JsonRecord,
  { user, isDraft }: { user: string; isDraft: boolean },
): SimVoucher {
  rejectStrangers(world, model);
  const before = findBefore(world, model);
  const book = readBook(world, model, before);
  const word = readWord(world, model, before);
  const date = readDate(model, 'FDate', before?.date);
  const period = readPeriod(model, date, book);
  const now = world.now();
  const entries = readEntries(world, model, before);
  if (!isDraft) checkBalance(entries);
  const series = { book: book.number, period, word };
  const keepsNumber = before?.book === book.number && before.period === period && before.word === word;
  const id = before?.id ?? world.nextId();
  return {
    id,
    billNo: before?.billNo ?? `PZ${String(id).padStart(8, '0')}`,
    ...series,
    org: '100',
    number: keepsNumber ? before.number : world.vouchers.nextNumber(series),
    date,
    busDate: readDate(model, 'FBUSDATE', date),
    attachments: Number(member(model, 'FATTACHMENTS') ?? before?.attachments ?? 0),
    sourceBillKey: textAt(member(model, 'FSourceBillKey'), 'FNumber') || (before?.sourceBillKey ?? ''),
    status: before ? before.status : isDraft ? 'Z' : 'A',
    posted: false,
    voided: false,
    custom: { ...before?.custom, ...readCustom(world, model) },
    creator: before?.creator ?? user,
    checker: '',
    createdAt: before?.createdAt ?? now,
    modifiedAt: now,
    auditedAt: null,
    entries,
  };
}

/** A name that begins with F and is not of this level is an error; any other unknown name is passed over in silence. */
function rejectStrangers(world: World, model: JsonRecord): void {
  for (const key of Object.keys(model)) {
    const isKnown = HEADER_KEYS.has(key.toUpperCase()) || world.seed.customFields.includes(key);
    if (key.startsWith('F') && !isKnown) {
      throw new ModelError(
        key,
        `实体不存在此属性！[EntityType：BillHead,Property：${key}]`,
        MSG.unknownField,
      );
    }
  }
}

function findBefore(world: World, model: JsonRecord): SimVoucher | undefined {
  const id = Number(member(model, 'FVOUCHERID') ?? 0);
  if (id === 0) return undefined;
  const before = world.vouchers.get(id);
  if (!before) throw new ModelError('FVOUCHERID', `内码[${id}]不存在`, MSG.unknownField);
  if (!'ZAD'.includes(before.status)) {
    throw new ModelError('FDocumentStatus', '单据已提交或已审核，不允许修改', MSG.notOperable);
  }
  return before;
}

function readBook(world: World, model: JsonRecord, before: SimVoucher | undefined): Book {
  const number = textAt(member(model, 'FAccountBookID'), 'FNumber') || before?.book;
  if (!number) throw new ModelError('FAccountBookID', '账簿字段必录');
  const book = world.seed.books.find((each) => each.number === number);
  return book ?? unknownValue('FAccountBookID', number);
}

function readWord(world: World, model: JsonRecord, before: SimVoucher | undefined): string {
  const number = textAt(member(model, 'FVOUCHERGROUPID'), 'FNumber') || before?.word;
  if (!number) throw new ModelError('FVOUCHERGROUPID', '凭证字字段必录');
  if (!world.table('BD_VoucherGroup').usable(number)) unknownValue('FVOUCHERGROUPID', number);
  return number;
}

function readDate(model: JsonRecord, key: string, otherwise: string | undefined): string {
  const text = textAt(member(model, key)).slice(0, 10) || otherwise;
  if (!text) throw new ModelError(key, '日期字段必录');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new ModelError(key, `日期格式不正确：${text}`);
  }
  return text;
}

/** The simulator's fiscal years are calendar years. */
function readPeriod(model: JsonRecord, date: string, book: Book): number {
  const period = Number(date.slice(0, 4)) * 100 + Number(date.slice(5, 7));
  const year = Number(member(model, 'FYEAR') ?? Math.floor(period / 100));
  const given = year * 100 + Number(member(model, 'FPERIOD') ?? period % 100);
  if (given !== period) throw new ModelError('FDate', '凭证日期不在会计期间内');
  const name = `${Math.floor(period / 100)}年${period % 100}期`;
  if (period < book.startPeriod) throw new ModelError('FDate', `凭证日期早于账簿启用期间，${name}不可用`);
  if (period <= book.closedThrough) throw new ModelError('FDate', `${name}已结账，不允许录入凭证`);
  return period;
}

function readEntries(world: World, model: JsonRecord, before: SimVoucher | undefined): SimEntry[] {
  const given = member(model, 'FEntity');
  if (given === undefined && before) return [...before.entries];
  const entries = listAt(given).flatMap((entry) => (isRecord(entry) ? [entry] : []));
  if (entries.length === 0) throw new ModelError('FEntity', '凭证分录不能为空');
  return entries.map((entry, at) => readEntryModel(world, entry, at + 1));
}

function checkBalance(entries: readonly SimEntry[]): void {
  const difference = entries.reduce((sum, entry) => sum + entry.debitMinor - entry.creditMinor, 0n);
  if (difference !== 0n) throw new ModelError('FEntity', '凭证借贷不平衡');
}

function readCustom(world: World, model: JsonRecord): Record<string, string> {
  const given = world.seed.customFields.filter((field) => model[field] !== undefined);
  return Object.fromEntries(given.map((field) => [field, String(model[field])]));
}
