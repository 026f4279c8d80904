import type { Scalar } from './filter.ts';
import type { ReadField } from './meets.ts';
import { amountNumber, type SimEntry, type SimVoucher } from './voucher.ts';
import type { World } from './world.ts';

type ReadVoucher = (voucher: SimVoucher, world: World) => Scalar;
type ReadEntry = (entry: SimEntry, world: World) => Scalar;

const HEADER: Readonly<Record<string, ReadVoucher>> = {
  FVoucherID: (voucher) => voucher.id,
  FDate: (voucher) => `${voucher.date}T00:00:00`,
  FBUSDATE: (voucher) => `${voucher.busDate}T00:00:00`,
  FYear: (voucher) => Math.floor(voucher.period / 100),
  FPeriod: (voucher, world) =>
    world.seed.dialect === 'FNumber' ? String(voucher.period) : voucher.period % 100,
  FVOUCHERGROUPID: (voucher, world) => world.table('BD_VoucherGroup').byNumber(voucher.word)?.id ?? null,
  'FVOUCHERGROUPID.FNumber': (voucher) => voucher.word,
  'FVOUCHERGROUPID.FName': (voucher, world) => nameOf(world, 'BD_VoucherGroup', voucher.word),
  FVOUCHERGROUPNO: (voucher) => String(voucher.number),
  FACCOUNTBOOKID: (voucher, world) => world.table('BD_AccountBook').byNumber(voucher.book)?.id ?? null,
  'FACCOUNTBOOKID.FNumber': (voucher) => voucher.book,
  'FACCOUNTBOOKID.FName': (voucher, world) => nameOf(world, 'BD_AccountBook', voucher.book),
  FATTACHMENTS: (voucher) => voucher.attachments,
  FDocumentStatus: (voucher) => voucher.status,
  FPOSTED: (voucher) => voucher.posted,
  FInvalid: (voucher) => voucher.voided,
  'FCREATORID.FName': (voucher) => voucher.creator,
  'FCHECKERID.FName': (voucher) => voucher.checker,
  'FPOSTERID.FName': () => null,
  'FCASHIERID.FName': () => null,
  FCreateDate: (voucher) => voucher.createdAt,
  FModifyDate: (voucher) => voucher.modifiedAt,
  FAuditDate: (voucher) => voucher.auditedAt,
  FPostDate: () => null,
  FSourceBillKey: (voucher) => voucher.sourceBillKey,
  FMapVchId: () => 0,
};

const ENTRY: Readonly<Record<string, ReadEntry>> = {
  FEntity_FEntryID: (entry) => entry.id,
  FAccountID: (entry, world) => world.table('BD_Account').byNumber(entry.account)?.id ?? null,
  'FAccountID.FNumber': (entry) => entry.account,
  'FAccountID.FName': (entry, world) => nameOf(world, 'BD_Account', entry.account),
  'FAccountID.FFullName': (entry, world) => nameOf(world, 'BD_Account', entry.account),
  FEXPLANATION: (entry) => entry.explanation,
  FDEBIT: (entry) => amountNumber(entry.debitMinor),
  FCREDIT: (entry) => amountNumber(entry.creditMinor),
  FAMOUNTFOR: (entry) => Number(entry.amountFor),
  'FCURRENCYID.FNumber': (entry) => entry.currency,
  'FCURRENCYID.FName': (entry, world) => nameOf(world, 'BD_Currency', entry.currency),
  'FCURRENCYID.FCODE': (entry, world) =>
    world.table('BD_Currency').byNumber(entry.currency)?.fields.FCODE ?? null,
  FEXCHANGERATE: (entry) => Number(entry.rate),
  'FEXCHANGERATETYPE.FNumber': (entry) => entry.rateType,
};

const DIMENSION = /^FDetailID\.(FF\w+)\.(FNumber|FName|FDataValue)$/;

/** Whether vouchers can be asked for the field; spelling counts. `FDETAILID__FFLEX6` of the metadata cannot be asked for. */
export function knowsVoucherField(world: World, field: string): boolean {
  if (field === world.seed.dialect || world.seed.customFields.includes(field)) return true;
  return field in HEADER || isEntryField(world, field);
}

export function isEntryField(world: World, field: string): boolean {
  const slot = DIMENSION.exec(field)?.[1];
  return field in ENTRY || (slot !== undefined && world.seed.dimensions.some((each) => each.slot === slot));
}

/** Reads the fields of a voucher and, for a row of its body, of one entry. */
export function readVoucher(world: World, voucher: SimVoucher, entry: SimEntry | undefined): ReadField {
  return (field) => {
    const header = HEADER[field];
    if (header) return header(voucher, world);
    if (field === 'FBillNo' || field === 'FNumber') return voucher.billNo;
    const ofEntry = ENTRY[field];
    if (ofEntry) return entry ? ofEntry(entry, world) : null;
    const dimension = DIMENSION.exec(field);
    if (dimension) return entry ? readDimension(world, entry, dimension) : null;
    return voucher.custom[field] ?? '';
  };
}

function readDimension(world: World, entry: SimEntry, [, slot = '', part]: RegExpExecArray): Scalar {
  const number = entry.dimensions[slot];
  const dimension = world.seed.dimensions.find((each) => each.slot === slot);
  if (number === undefined || !dimension) return null;
  if (part === 'FNumber') return number;
  return nameOf(world, dimension.form, number);
}

function nameOf(world: World, form: string, number: string): Scalar {
  const fields = world.table(form).byNumber(number)?.fields;
  return fields?.FName ?? fields?.FDataValue ?? null;
}
