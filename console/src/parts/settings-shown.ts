import type { Schemas } from '#console/api/paths.ts';
import type { Values } from './settings-values.ts';

type Setting = Schemas['Setting'];

/** Stands for a secret that is set: the hub never tells it, and takes it back as "as it was". */
const MASK = '***';

/** The values as a form begins with them: a secret that is kept is an empty field. */
export function formValues(settings: readonly Setting[], values: Values): Values {
  const secrets = namesOfSecrets(settings);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secrets.has(name)));
}

/** What is sent: fields that were emptied are left out, and secrets that were not typed anew stay as they were. */
export function settingsToSend(
  settings: readonly Setting[],
  before: Values,
  typed: Values,
): Record<string, unknown> {
  const kept = [...namesOfSecrets(settings)].filter((name) => before[name] === MASK && isEmpty(typed[name]));
  const given = Object.entries(typed).filter(([, value]) => !isEmpty(value));
  return { ...Object.fromEntries(given), ...Object.fromEntries(kept.map((name) => [name, MASK])) };
}

/** Settings that say something: those with a value other than the usual one. */
export function tellingSettings(settings: readonly Setting[], values: Values): readonly Setting[] {
  return settings.filter(({ name, default: usual }) => {
    const value = values[name];
    return !isEmpty(value) && JSON.stringify(value) !== JSON.stringify(usual);
  });
}

function namesOfSecrets(settings: readonly Setting[]): ReadonlySet<string> {
  return new Set(settings.filter(({ type }) => type === 'secret').map(({ name }) => name));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
