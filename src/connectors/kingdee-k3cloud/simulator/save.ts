import { createHash } from 'node:crypto';
import { isRecord, type JsonRecord } from '#connectors/kit/json.ts';
import { buildBase } from './base-save.ts';
import { type Call, member } from './dialect.ts';
import {
  CallError,
  failureEnvelope,
  MSG,
  type WriteError,
  type WriteSuccess,
  writeEnvelope,
} from './envelope.ts';
import { BASE_FORMS } from './forms.ts';
import { runOperation } from './life.ts';
import { ModelError } from './model-error.ts';
import type { Visitor } from './sign-in.ts';
import { readVoucher } from './voucher-fields.ts';
import { buildVoucher } from './voucher-save.ts';
import type { World } from './world.ts';

/** Save, BatchSave and Draft. In a batch the good models are saved and the bad ones named by their place. */
export function save(world: World, call: Call, visitor: Visitor): object {
  const models = modelsOf(call);
  if (call.formId === '') throw new CallError(MSG.formEmpty, '业务对象标识不能为空');
  if (call.formId !== 'GL_VOUCHER' && !BASE_FORMS.has(call.formId)) {
    throw new CallError(MSG.unknownField, '业务对象不存在');
  }
  const body = createHash('sha256')
    .update(`${call.formId} ${JSON.stringify(call.data)}`)
    .digest('base64');
  const guardsRepeat = isTrue(member(call.data, 'ValidateRepeatJson'));
  if (guardsRepeat && world.repeated.has(body)) {
    return failureEnvelope(MSG.validation, '请求数据重复，请勿重复提交相同的JSON');
  }
  const { successes, errors, msgCode } = saveAll(world, call, models, visitor);
  if (guardsRepeat && successes.length > 0) world.repeated.add(body);
  if (isTrue(member(call.data, 'IsAutoSubmitAndAudit')) && successes.length > 0) {
    const ids = successes.map((success) => success.Id).join(',');
    for (const operation of ['Submit', 'Audit'])
      runOperation(world, { ...call, data: { Ids: ids } }, operation);
  }
  return writeEnvelope({
    successes,
    errors,
    msgCode,
    data: successes.map((each) => returnData(world, call, each)),
  });
}

function modelsOf(call: Call): readonly JsonRecord[] {
  const model = member(call.data, 'Model');
  if (call.service !== 'BatchSave') return isRecord(model) ? [model] : fail();
  return Array.isArray(model) && model.length > 0 && model.every(isRecord) ? model : fail();
}

function fail(): never {
  throw new CallError(MSG.parameter, 'Model不能为空');
}

export function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

function saveAll(world: World, call: Call, models: readonly JsonRecord[], visitor: Visitor) {
  const successes: WriteSuccess[] = [];
  const errors: WriteError[] = [];
  let msgCode: number = MSG.none;
  for (const [index, model] of models.entries()) {
    try {
      successes.push({ ...saveOne(world, call, model, visitor), DIndex: index });
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      errors.push({ field: error.field, message: error.message, index });
      msgCode = error.msgCode;
    }
  }
  return { successes, errors, msgCode };
}

function saveOne(
  world: World,
  call: Call,
  model: JsonRecord,
  visitor: Visitor,
): { Id: number; Number: string } {
  const isDraft = call.service === 'Draft';
  if (call.formId === 'GL_VOUCHER') {
    const voucher = buildVoucher(world, model, { user: visitor.user, isDraft });
    world.putVoucher(voucher);
    return { Id: voucher.id, Number: voucher.billNo };
  }
  const record = buildBase(world, world.table(call.formId), model, { org: visitor.org, isDraft });
  world.putBase(call.formId, record);
  return { Id: record.id, Number: record.number };
}

/** The fields asked for by `NeedReturnFields`, of header level. */
function returnData(world: World, call: Call, { Id }: WriteSuccess): object {
  const wanted = member(call.data, 'NeedReturnFields');
  const voucher = call.formId === 'GL_VOUCHER' ? world.vouchers.get(Number(Id)) : undefined;
  if (!Array.isArray(wanted) || !voucher) return {};
  const read = readVoucher(world, voucher, undefined);
  return Object.fromEntries(wanted.map((field) => [String(field), read(String(field))]));
}
