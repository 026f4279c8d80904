import { type Call, member } from './dialect.ts';
import { failureEnvelope, MSG } from './envelope.ts';
import { BASE_FORMS } from './forms.ts';
import { amountNumber, type SimVoucher } from './voucher.ts';
import type { World } from './world.ts';

/** `View`: everything of one thing, with names that lost their F. Drafts are seen here too. */
export function view(world: World, call: Call): object {
  const id = String(member(call.data, 'Id') ?? '');
  const number = String(member(call.data, 'Number') ?? '');
  const found =
    call.formId === 'GL_VOUCHER' ? viewVoucher(world, id, number) : viewBase(world, call.formId, id, number);
  if (!found)
    return failureEnvelope(MSG.unknownField, `${id === '' ? `编码[${number}]` : `内码[${id}]`}不存在`);
  return { Result: { ResponseStatus: null, Result: found } };
}

function viewVoucher(world: World, id: string, number: string): object | null {
  const voucher = id === '' ? world.vouchers.byBill(number) : world.vouchers.get(Number(id));
  return voucher ? describeVoucher(voucher) : null;
}

function describeVoucher(voucher: SimVoucher): object {
  return {
    Id: voucher.id,
    BillNo: voucher.billNo,
    DocumentStatus: voucher.status,
    Date: `${voucher.date}T00:00:00`,
    YEAR: Math.floor(voucher.period / 100),
    PERIOD: voucher.period % 100,
    VOUCHERGROUPNO: String(voucher.number),
    VOUCHERGROUPID: { Number: voucher.word },
    ACCOUNTBOOKID: { Number: voucher.book },
    POSTED: voucher.posted,
    ...voucher.custom,
    GLVOUCHERENTRY: voucher.entries.map((entry, at) => ({
      Id: entry.id,
      Seq: at + 1,
      EXPLANATION: entry.explanation,
      ACCOUNTID: { Number: entry.account },
      DetailID: Object.fromEntries(
        Object.entries(entry.dimensions).map(([slot, number]) => [slot, { Number: number }]),
      ),
      CURRENCYID: { Number: entry.currency },
      EXCHANGERATE: Number(entry.rate),
      AMOUNTFOR: Number(entry.amountFor),
      DEBIT: amountNumber(entry.debitMinor),
      CREDIT: amountNumber(entry.creditMinor),
    })),
  };
}

function viewBase(world: World, formId: string, id: string, number: string): object | null {
  if (!BASE_FORMS.has(formId)) return null;
  const record = id === '' ? world.table(formId).byNumber(number) : world.table(formId).byId(Number(id));
  if (!record) return null;
  const fields = Object.entries(record.fields).map(([key, value]) => [key.replace(/^F/, ''), value]);
  const { id: Id, number: Number_, status, forbid } = record;
  return { Id, Number: Number_, DocumentStatus: status, ForbidStatus: forbid, ...Object.fromEntries(fields) };
}
