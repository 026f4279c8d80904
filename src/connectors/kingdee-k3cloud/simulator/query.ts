import type { Call } from './dialect.ts';
import { member } from './dialect.ts';
import { CallError, MSG } from './envelope.ts';
import { type Condition, parseFilter, type Scalar } from './filter.ts';
import { fieldsOf, meets, type ReadField } from './meets.ts';
import { sourceOf } from './query-source.ts';
import type { World } from './world.ts';

const LIMIT_MAX = 10_000;
const LIMIT_DEFAULT = 2_000;

export interface Answer {
  readonly fields: readonly string[];
  readonly rows: readonly Scalar[][];
}

interface Order {
  readonly field: string;
  readonly isDescending: boolean;
}

/** Runs an `ExecuteBillQuery`. No total is ever told; the caller asks until a page is not full. */
export function runQuery(world: World, call: Call, org: string): Answer {
  if (call.formId === '') throw new CallError(MSG.formEmpty, '业务对象标识不能为空');
  const source = sourceOf(world, call.formId, org);
  if (!source) throw new CallError(MSG.unknownField, '业务对象不存在');
  const fields = splitList(member(call.data, 'FieldKeys'));
  if (fields.length === 0) throw new CallError(MSG.parameter, '查询字段不能为空');
  const condition = parseFilter(member(call.data, 'FilterString'));
  const order = readOrder(member(call.data, 'OrderString'));
  const named = [...fields, ...fieldsOf(condition), ...order.map((each) => each.field)];
  for (const field of named) {
    if (!source.knows(field)) throw new CallError(MSG.unknownField, `元数据中标识为${field}的字段不存在`);
  }
  if (!source.hasKey && order.length === 0) {
    throw new CallError(MSG.parameter, '分页取数需要排序条件或者单据有设置主键');
  }
  const found = select(source.rows(named, condition), condition, order);
  const rows = cut(found, call).map((read) => fields.map(read));
  return { fields, rows };
}

function select(
  rows: Iterable<ReadField>,
  condition: Condition | null,
  order: readonly Order[],
): ReadField[] {
  const found: ReadField[] = [];
  for (const read of rows) if (condition === null || meets(condition, read)) found.push(read);
  if (order.length === 0) return found;
  const keyed = found.map((read) => ({ read, key: order.map(({ field }) => read(field)) }));
  return keyed.sort((a, b) => compareKeys(a.key, b.key, order)).map(({ read }) => read);
}

function compareKeys(a: readonly Scalar[], b: readonly Scalar[], order: readonly Order[]): number {
  for (const [at, { isDescending }] of order.entries()) {
    const difference = compareValues(a[at] ?? null, b[at] ?? null);
    if (difference !== 0) return isDescending ? -difference : difference;
  }
  return 0;
}

/** As their database sorts: nothing before everything. */
function compareValues(a: Scalar, b: Scalar): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}

/** `TopRowCount` is the last row of all that may be told, not the size of the page: the trap of paging. */
function cut(found: readonly ReadField[], { data }: Call): readonly ReadField[] {
  const start = wholeNumber(member(data, 'StartRow'), 0);
  const limit = wholeNumber(member(data, 'Limit'), 0) || LIMIT_DEFAULT;
  const top = wholeNumber(member(data, 'TopRowCount'), 0);
  if (limit > LIMIT_MAX) throw new CallError(MSG.parameter, `Limit不能超过${LIMIT_MAX}`);
  const end = top > 0 ? Math.min(start + limit, top) : start + limit;
  return found.slice(start, Math.max(start, end));
}

function wholeNumber(value: unknown, otherwise: number): number {
  const number = Number(value ?? otherwise);
  return Number.isInteger(number) && number >= 0 ? number : otherwise;
}

function readOrder(text: unknown): Order[] {
  return splitList(text).map((part) => {
    const [field = '', direction = 'asc'] = part.split(/\s+/);
    return { field, isDescending: direction.toLowerCase() === 'desc' };
  });
}

function splitList(text: unknown): string[] {
  if (Array.isArray(text)) return text.map((part) => String(part).trim());
  return typeof text === 'string' ? text.split(',').flatMap((part) => part.trim() || []) : [];
}
