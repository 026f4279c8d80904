import { textAt } from '#connectors/kit/json.ts';
import type { SimulatorRequest, Strikes } from '#connectors/kit/simulator-server.ts';
import { accountBalanceReport } from './balance-report.ts';
import { type Call, member, readCall } from './dialect.ts';
import { CallError, failureEnvelope, MSG, queryFailure, SESSION_LOST, writeEnvelope } from './envelope.ts';
import { runOperation } from './life.ts';
import { businessInfo } from './metadata.ts';
import { runQuery } from './query.ts';
import { save } from './save.ts';
import { CREDENTIALS, type SignIn, type Visitor } from './sign-in.ts';
import { view } from './view.ts';
import type { World } from './world.ts';

/** Faults of this vendor, each with a sentence. */
export const KINGDEE_FAULTS = {
  'throttle-msgcode-14':
    'says with HTTP 200 that the limit of calls is reached (MsgCode 14) and does nothing',
  'session-lost': 'forgets the session of the caller (MsgCode 1); the next login works',
  'edit-lock': 'says that somebody else has the document open (MsgCode 13) and does nothing',
  'response-error-text': 'answers a text that begins with response_error: with HTTP 200 and does nothing',
} as const;

const WRITES = new Set([
  'Save',
  'BatchSave',
  'Draft',
  'Submit',
  'Audit',
  'UnAudit',
  'Delete',
  'CancelAssign',
  'ExcuteOperation',
]);
const QUERIES = new Set(['ExecuteBillQuery', 'BillQuery']);

export interface Office {
  readonly world: World;
  readonly signIn: SignIn;
  now(): number;
}

/** The answer to one call: an object for JSON, or text where the vendor answers text. */
export function answerCall(office: Office, request: SimulatorRequest, strikes: Strikes): object | string {
  const service = /\.(\w+)\.common\.kdsvc$/i.exec(decodeURIComponent(request.path))?.[1] ?? '';
  const call = readCall(service, request.body.toString('utf8'));
  if (!call) return 'response_error:请求参数不是有效的JSON';
  if (service === 'GetDataCenterList') return dataCentres();
  const login = office.signIn.logIn(call, office.now());
  if (login) return login;
  if (strikes('response-error-text')) return 'response_error:未将对象引用设置到对象的实例。';
  const caller = office.signIn.identify(request, office.now());
  const isLost = caller?.bySession === true && strikes('session-lost');
  if (isLost) office.signIn.end(request);
  if (!caller || isLost) return failure(call, MSG.contextLost, SESSION_LOST);
  if (strikes('throttle-msgcode-14')) return failure(call, MSG.callLimit, '接口调用次数超过限制');
  if (WRITES.has(service) && strikes('edit-lock'))
    return failure(call, MSG.editLock, '网络控制冲突，请稍后重试');
  try {
    return wrapAsync(call, serve(office, call, request, caller.visitor));
  } catch (error) {
    if (error instanceof CallError) return failure(call, error.msgCode, error.message);
    throw error;
  } finally {
    office.world.flush();
  }
}

function failure(call: Call, msgCode: number, message: string): object {
  return QUERIES.has(call.service) ? queryFailure(msgCode, message) : failureEnvelope(msgCode, message);
}

/** Callers that poll for a task get theirs finished at once. */
function wrapAsync(call: Call, answer: object): object {
  return member(call.named, 'beginmethod') === undefined
    ? answer
    : { Status: 2, TaskId: 'done', Result: answer };
}

function serve({ world, signIn }: Office, call: Call, request: SimulatorRequest, visitor: Visitor): object {
  switch (call.service) {
    case 'Save':
    case 'BatchSave':
    case 'Draft':
      return save(world, call, visitor);
    case 'Submit':
    case 'Audit':
    case 'UnAudit':
    case 'Delete':
    case 'CancelAssign':
      return runOperation(world, call, call.service);
    case 'ExcuteOperation':
      return runOperation(world, call, call.operation);
    case 'View':
      return view(world, call);
    case 'ExecuteBillQuery':
      return runQuery(world, call, visitor.org).rows;
    case 'BillQuery':
      return rowsAsObjects(runQuery(world, call, visitor.org));
    case 'QueryBusinessInfo':
      return businessInfo(world, call);
    case 'GetSysReportData':
      return accountBalanceReport(world, call);
    case 'SwitchOrg':
      return switchOrg(world, call, visitor);
    case 'Logout':
      signIn.end(request);
      return { Result: true };
    default:
      throw new CallError(MSG.parameter, `服务${call.service}不存在`);
  }
}

function rowsAsObjects({ fields, rows }: ReturnType<typeof runQuery>): object[] {
  return rows.map((row) => Object.fromEntries(fields.map((field, at) => [field, row[at] ?? null])));
}

function switchOrg(world: World, call: Call, visitor: Visitor): object {
  const number = textAt(call.data, 'OrgNumber');
  if (!world.table('ORG_Organizations').usable(number)) {
    throw new CallError(MSG.unknownField, `编码值["${number}"]不存在`);
  }
  visitor.org = number;
  return writeEnvelope({ successes: [{ Id: number, Number: number, DIndex: 0 }] });
}

function dataCentres(): object {
  return [{ Id: CREDENTIALS.acctId, Number: '001', Name: '通账演示' }];
}
