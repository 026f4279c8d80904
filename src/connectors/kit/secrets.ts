import type { SettingsSchema } from './settings.ts';

/** The text with every secret replaced by `***`, also where it was percent-encoded for a URL. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  let masked = text;
  for (const secret of secrets) {
    if (secret.length < 4) continue;
    masked = masked.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
  }
  return masked;
}

/** The values of all settings of type `secret`, for masking. */
export function secretsOf(
  schema: SettingsSchema<unknown>,
  settings: Readonly<Record<string, unknown>>,
): string[] {
  return Object.entries(schema.fields).flatMap(([name, field]) => {
    const value = settings[name];
    return field.type === 'secret' && typeof value === 'string' && value !== '' ? [value] : [];
  });
}
