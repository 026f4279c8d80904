import type { BaseRecord, Status } from './base-table.ts';
import { type Call, member } from './dialect.ts';
import { CallError, MSG, type WriteError, type WriteSuccess, writeEnvelope } from './envelope.ts';
import { BASE_FORMS } from './forms.ts';
import type { SimVoucher } from './voucher.ts';
import type { World } from './world.ts';

/** A step of a document's life: from which states, to which, and what is said when it is not in one of them. */
interface Step {
  readonly from: string;
  readonly to: Status | 'gone';
  readonly refusal: string;
}

const STEPS: Readonly<Record<string, Step>> = {
  Submit: { from: 'AD', to: 'B', refusal: '只有创建或重新审核状态的单据才能提交' },
  Audit: { from: 'B', to: 'C', refusal: '只有审核中状态的单据才能审核' },
  UnAudit: { from: 'C', to: 'D', refusal: '只有已审核状态的单据才能反审核' },
  CancelAssign: { from: 'B', to: 'D', refusal: '只有审核中状态的单据才能撤销' },
  Delete: { from: 'ZAD', to: 'gone', refusal: '已提交或已审核的单据不允许删除' },
};

/** One thing with a life: a voucher or a record of base data. */
interface Living {
  readonly id: number;
  readonly number: string;
  readonly status: Status;
  readonly isLocked: boolean;
  /** Why this operation is refused beyond its state, or null. */
  objection(operation: string): string | null;
  become(status: Status): void;
  remove(): void;
  /** Forbid, Enable, Cancel, Post, …; false for an operation this thing does not have. */
  apply(operation: string): boolean;
}

/** Submit, Audit, UnAudit, CancelAssign, Delete and the named operations, over `Ids` and `Numbers`; each stands for itself. */
export function runOperation(world: World, call: Call, operation: string): object {
  const successes: WriteSuccess[] = [];
  const errors: WriteError[] = [];
  let msgCode: number = MSG.none;
  for (const [index, wanted] of wantedOf(call).entries()) {
    const living = find(world, call.formId, wanted);
    const objection = living
      ? perform(living, operation)
      : { message: `${wanted.label}不存在`, code: MSG.unknownField };
    if (living && objection === null) successes.push({ Id: living.id, Number: living.number, DIndex: index });
    if (objection === null) continue;
    errors.push({ field: '', message: objection.message, index });
    msgCode = objection.code;
  }
  return writeEnvelope({ successes, errors, msgCode });
}

type Objection = { readonly message: string; readonly code: number };

function perform(living: Living, operation: string): Objection | null {
  const title = `单据“${living.number}”`;
  if (living.isLocked) return { message: `${title}正在被其他用户编辑，网络控制冲突`, code: MSG.editLock };
  const step = STEPS[operation];
  if (step && !step.from.includes(living.status))
    return { message: `${title}：${step.refusal}`, code: MSG.notOperable };
  const reason = living.objection(operation);
  if (reason !== null) return { message: `${title}：${reason}`, code: MSG.notOperable };
  if (!step)
    return living.apply(operation) ? null : { message: `操作${operation}不存在`, code: MSG.operationEmpty };
  if (step.to === 'gone') living.remove();
  else living.become(step.to);
  return null;
}

type Wanted = { readonly id: number | null; readonly number: string; readonly label: string };

function wantedOf({ data }: Call): Wanted[] {
  const ids = splitIds(member(data, 'Ids')).map((id) => ({
    id: Number(id),
    number: '',
    label: `内码[${id}]`,
  }));
  const numbers = splitIds(member(data, 'Numbers')).map((number) => ({
    id: null,
    number,
    label: `编码[${number}]`,
  }));
  const wanted = [...ids, ...numbers];
  if (wanted.length === 0) throw new CallError(MSG.parameter, 'Ids和Numbers不能同时为空');
  return wanted;
}

function splitIds(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value == null
    ? []
    : String(value)
        .split(',')
        .flatMap((part) => part.trim() || []);
}

function find(world: World, formId: string, { id, number }: Wanted): Living | null {
  if (formId === 'GL_VOUCHER') {
    const voucher = id === null ? world.vouchers.byBill(number) : world.vouchers.get(id);
    return voucher ? livingVoucher(world, voucher) : null;
  }
  if (!BASE_FORMS.has(formId)) throw new CallError(MSG.unknownField, '业务对象不存在');
  const record = id === null ? world.table(formId).byNumber(number) : world.table(formId).byId(id);
  return record ? livingBase(world, formId, record) : null;
}

function livingVoucher(world: World, voucher: SimVoucher): Living {
  const change = (changed: Partial<SimVoucher>) =>
    world.putVoucher({ ...voucher, ...changed, modifiedAt: world.now() });
  const book = world.seed.books.find((each) => each.number === voucher.book);
  return {
    id: voucher.id,
    number: voucher.billNo,
    status: voucher.status,
    isLocked: world.locked.has(voucher.id),
    objection: (operation) => {
      if (operation === 'UnAudit' && voucher.posted) return '凭证已过账，不允许反审核';
      if (operation === 'Post' && voucher.status !== 'C') return '凭证未审核，不允许过账';
      return book && voucher.period <= book.closedThrough ? '凭证所在期间已结账' : null;
    },
    become: (status) =>
      change({
        status,
        checker: status === 'C' ? voucher.creator : '',
        auditedAt: status === 'C' ? world.now() : null,
      }),
    remove: () => world.removeVoucher(voucher),
    apply: (operation) => {
      if (operation === 'Post' || operation === 'UnPost') change({ posted: operation === 'Post' });
      else if (operation === 'Cancel' || operation === 'UnCancel') change({ voided: operation === 'Cancel' });
      else return false;
      return true;
    },
  };
}

function livingBase(world: World, formId: string, record: BaseRecord): Living {
  const change = (changed: Partial<BaseRecord>) =>
    world.putBase(formId, { ...record, ...changed, modifiedAt: world.now() });
  return {
    id: record.id,
    number: record.number,
    status: record.status,
    isLocked: false,
    objection: () => null,
    become: (status) => change({ status, auditedAt: status === 'C' ? world.now() : null }),
    remove: () => world.removeBase(formId, record),
    apply: (operation) => {
      if (operation !== 'Forbid' && operation !== 'Enable') return false;
      change({ forbid: operation === 'Forbid' ? 'B' : 'A' });
      return true;
    },
  };
}
