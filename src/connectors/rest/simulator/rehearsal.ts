import type { RunningSimulator } from '#connectors/kit/connector.ts';
import { isRecord } from '#connectors/kit/json.ts';
import { CURSOR, NOTES, VOUCHERS } from './settings.ts';

/** Whatever the records are called in the flow. */
const RESOURCE = {
  path: '/cursor/orders',
  paging: 'cursor',
  pageSize: 10,
  changed: 'updated_at',
  ...CURSOR,
};

/** The simulated system has its own addresses: only the kinds of records are taken from the settings of the connection. */
export function rehearsalSettings(
  { url, credentials }: RunningSimulator,
  { resources }: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const kinds = ['order', ...Object.keys(structure(resources))];
  return {
    ...credentials,
    baseUrl: `${url}bearer`,
    auth: 'bearer',
    okPath: 'code',
    resources: Object.fromEntries(kinds.map((kind) => [kind, RESOURCE])),
    writeBack: NOTES,
    voucher: VOUCHERS,
  };
}

/** A form hands over text. */
function structure(given: unknown): object {
  if (typeof given !== 'string') return isRecord(given) ? given : {};
  try {
    const read: unknown = JSON.parse(given);
    return isRecord(read) ? read : {};
  } catch {
    return {};
  }
}
