import type { Schemas } from '#console/api/paths.ts';

export type Values = Readonly<Record<string, unknown>>;

/** Whether a setting is asked for while the others have these values. */
export function isAsked({ when = {} }: Pick<Schemas['Setting'], 'when'>, values: Values): boolean {
  return Object.entries(when).every(([other, value]) => String(values[other]) === value);
}

/** Whether a setting has a value that suits most, so that nobody needs to look at it at first. */
export function isUsual(setting: Pick<Schemas['Setting'], 'required' | 'default' | 'type'>): boolean {
  return !setting.required && setting.default !== undefined && setting.type !== 'secret';
}

/** What is sent: empty fields left out, so that defaults apply and kept secrets stay. */
export function filled(values: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  );
}
