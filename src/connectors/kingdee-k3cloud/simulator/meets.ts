import type { Condition, Operator, Scalar } from './filter.ts';

/** The value of a field in the row under test. */
export type ReadField = (field: string) => Scalar;

/** Whether the row meets the condition. Text compares without regard to capitals, as their database does. */
export function meets(condition: Condition, read: ReadField): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => meets(part, read));
    case 'or':
      return condition.parts.some((part) => meets(part, read));
    case 'not':
      return !meets(condition.part, read);
    case 'null':
      return read(condition.field) === null;
    case 'in':
      return condition.values.some((value) => compareScalars(read(condition.field), value) === 0);
    case 'like':
      return condition.pattern.test(String(read(condition.field) ?? ''));
    case 'compare':
      return HOLDS[condition.operator](compareScalars(read(condition.field), condition.value));
  }
}

/** Every field that a condition names. */
export function fieldsOf(condition: Condition | null): string[] {
  if (condition === null) return [];
  if ('parts' in condition) return condition.parts.flatMap(fieldsOf);
  return 'part' in condition ? fieldsOf(condition.part) : [condition.field];
}

/** Fields that must equal one of a few values for the condition to hold: what an index can answer. */
export function equalities(condition: Condition | null): ReadonlyMap<string, readonly Scalar[]> {
  if (condition?.kind === 'compare' && condition.operator === '=') {
    return new Map([[condition.field, [condition.value]]]);
  }
  if (condition?.kind === 'in') return new Map([[condition.field, condition.values]]);
  if (condition?.kind !== 'and') return new Map();
  return new Map(condition.parts.flatMap((part) => [...equalities(part)]));
}

const HOLDS: Readonly<Record<Operator, (order: number | null) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== null && order !== 0,
  '<': (order) => order !== null && order < 0,
  '>': (order) => order !== null && order > 0,
  '<=': (order) => order !== null && order <= 0,
  '>=': (order) => order !== null && order >= 0,
};

const DATE = /^\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;

/** −1, 0, 1, or null when one side is null, as in SQL. */
function compareScalars(left: Scalar, right: Scalar): number | null {
  if (left === null || right === null) return null;
  if (typeof left === 'number' || typeof right === 'number' || typeof left === 'boolean') {
    return Math.sign(Number(left) - Number(right));
  }
  const [a, b] =
    DATE.test(left) && DATE.test(String(right)) ? [dateKey(left), dateKey(String(right))] : [left, right];
  return compareTexts(a.toLowerCase(), String(b).toLowerCase());
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Dates are written with a blank or a T, with or without time and milliseconds; one form compares as text. */
function dateKey(text: string): string {
  const [date = '', time = ''] = text.split(/[T ]/);
  const day = date
    .split('-')
    .map((part) => part.padStart(2, '0'))
    .join('-');
  const [clock = '', fraction = ''] = time.split('.');
  const [hour = '', minute = '', second = ''] = clock.split(':');
  const pad = (part: string) => part.padStart(2, '0');
  return `${day} ${pad(hour)}:${pad(minute)}:${pad(second)}.${fraction.padEnd(3, '0').slice(0, 3)}`;
}
