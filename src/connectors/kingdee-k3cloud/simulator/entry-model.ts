import { isRecord, type JsonRecord, textAt } from '#connectors/kit/json.ts';
import type { BaseRecord } from './base-table.ts';
import { member } from './dialect.ts';
import { ModelError, unknownValue } from './model-error.ts';
import { minorOf, type SimEntry } from './voucher.ts';
import type { World } from './world.ts';

const ENTRY_KEYS: ReadonlySet<string> = new Set(
  `FEntryID FEXPLANATION FACCOUNTID FDetailID FCURRENCYID FEXCHANGERATETYPE FEXCHANGERATE FUnitId FPrice FQty FAMOUNTFOR
   FDEBIT FCREDIT FSettleTypeID FSETTLENO FBUSNO FEXPORTENTRYID`
    .split(/\s+/)
    .map((key) => key.toUpperCase()),
);
const SLOT = /^FDETAILID__(FF\w+)$/i;

/** Checks one entry of a voucher as Save does. `row` counts from one and is what their messages say. */
export function readEntryModel(world: World, entry: JsonRecord, row: number): SimEntry {
  const stranger = Object.keys(entry).find(
    (key) => key.startsWith('F') && !ENTRY_KEYS.has(key.toUpperCase()),
  );
  if (stranger)
    throw new ModelError(stranger, `实体不存在此属性！[EntityType：FEntity,Property：${stranger}]`);
  const explanation = textAt(member(entry, 'FEXPLANATION')).trim();
  if (explanation === '') throw new ModelError('FEXPLANATION', `第${row}行分录摘要不能为空`);
  const account = readAccount(world, entry, row);
  const currency = textAt(member(entry, 'FCURRENCYID'), 'FNumber') || 'PRE001';
  if (!world.table('BD_Currency').usable(currency)) unknownValue('FCURRENCYID', currency);
  return {
    id: Number(member(entry, 'FEntryID') ?? 0) || world.nextId(),
    explanation,
    account: account.number,
    dimensions: readDimensions(world, entry, account, row),
    currency,
    rateType: textAt(member(entry, 'FEXCHANGERATETYPE'), 'FNumber') || 'HLTX01_SYS',
    rate: textAt(member(entry, 'FEXCHANGERATE')) || '1',
    amountFor: textAt(member(entry, 'FAMOUNTFOR')) || '0',
    ...readAmounts(entry, row),
  };
}

function readAccount(world: World, entry: JsonRecord, row: number): BaseRecord {
  const number = textAt(member(entry, 'FACCOUNTID'), 'FNumber');
  if (number === '') throw new ModelError('FACCOUNTID', `第${row}行分录科目字段必录`);
  const account = world.table('BD_Account').usable(number) ?? unknownValue('FACCOUNTID', number);
  const isParent = world.parents().has(number);
  if (isParent) throw new ModelError('FACCOUNTID', `第${row}行分录：科目“${number}”不是明细科目`);
  return account;
}

function readAmounts(entry: JsonRecord, row: number): Pick<SimEntry, 'debitMinor' | 'creditMinor'> {
  const debitMinor = minorOf(member(entry, 'FDEBIT'));
  const creditMinor = minorOf(member(entry, 'FCREDIT'));
  if (debitMinor === null || creditMinor === null)
    throw new ModelError('FDEBIT', `第${row}行分录金额格式不正确`);
  if (debitMinor === 0n && creditMinor === 0n) {
    throw new ModelError('FDEBIT', `第${row}行分录借方金额和贷方金额不能同时为零`);
  }
  if (debitMinor !== 0n && creditMinor !== 0n) {
    throw new ModelError('FDEBIT', `第${row}行分录借方金额和贷方金额不能同时有值`);
  }
  return { debitMinor, creditMinor };
}

/** A value for a dimension that the account does not have is dropped without a word. */
function readDimensions(
  world: World,
  entry: JsonRecord,
  account: BaseRecord,
  row: number,
): Record<string, string> {
  const given = givenSlots(member(entry, 'FDetailID'));
  const kept: Record<string, string> = {};
  for (const name of account.dimensions) {
    const dimension = world.seed.dimensions.find((each) => each.name === name);
    const number = dimension && given.get(dimension.slot.toUpperCase());
    if (!dimension || !number) {
      const title = `${account.number} ${account.fields.FName ?? ''}`.trim();
      throw new ModelError('FDetailID', `第${row}行分录：科目“${title}”的核算维度“${name}”必录`);
    }
    if (!world.table(dimension.form).usable(number)) unknownValue('FDetailID', number);
    kept[dimension.slot] = number;
  }
  return kept;
}

function givenSlots(detail: unknown): ReadonlyMap<string, string> {
  const slots = new Map<string, string>();
  for (const [key, value] of Object.entries(isRecord(detail) ? detail : {})) {
    const slot = SLOT.exec(key)?.[1];
    const number = isRecord(value) ? textAt(member(value, 'FNumber')) : '';
    if (slot && number) slots.set(slot.toUpperCase(), number);
  }
  return slots;
}
