import { isRecord, type JsonRecord } from '#connectors/kit/json.ts';

/** A call, whichever of the body dialects it came in. */
export interface Call {
  readonly service: string;
  /** Positional arguments as sent; empty where the body is named. */
  readonly args: readonly unknown[];
  /** The named members of the body; empty where it is positional. */
  readonly named: JsonRecord;
  readonly formId: string;
  /** Name of the operation of `ExcuteOperation`. */
  readonly operation: string;
  readonly data: JsonRecord;
}

/** Services whose positional form is `[data]` instead of `[form id, data]`. */
const DATA_ONLY = new Set(['ExecuteBillQuery', 'BillQuery', 'QueryBusinessInfo', 'SwitchOrg']);

/** Reads a body in any dialect: positional or named, data as text or object, names in any capitals. Null: not JSON. */
export function readCall(service: string, body: string): Call | null {
  const parsed = body.trim() === '' ? {} : parseJson(body);
  if (!isRecord(parsed)) return null;
  const parameters = unpack(member(parsed, 'parameters'));
  return Array.isArray(parameters) ? readPositional(service, parameters) : readNamed(service, parsed);
}

/** A member by its name in any capitals. */
export function member(record: JsonRecord, name: string): unknown {
  if (name in record) return record[name];
  const wanted = name.toLowerCase();
  const key = Object.keys(record).find((each) => each.toLowerCase() === wanted);
  return key === undefined ? undefined : record[key];
}

function readPositional(service: string, args: readonly unknown[]): Call {
  const call = { service, args, named: {}, operation: '' };
  if (DATA_ONLY.has(service)) {
    const data = asRecord(unpack(args[0]));
    return { ...call, data, formId: asText(member(data, 'FormId')) };
  }
  const isOperation = service === 'ExcuteOperation';
  return {
    ...call,
    formId: asText(args[0]),
    operation: isOperation ? asText(args[1]) : '',
    data: asRecord(unpack(args[isOperation ? 2 : 1])),
  };
}

function readNamed(service: string, named: JsonRecord): Call {
  const data = asRecord(unpack(member(named, 'data')));
  return {
    service,
    args: [],
    named,
    data,
    formId: asText(member(named, 'formid') ?? member(data, 'FormId')),
    operation: asText(member(named, 'opNumber')),
  };
}

/** JSON that travels as text inside JSON. */
function unpack(value: unknown): unknown {
  return typeof value === 'string' ? (parseJson(value) ?? value) : value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function asRecord(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
