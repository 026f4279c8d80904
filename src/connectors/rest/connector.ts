import { defineConnector } from '#connectors/kit/connector.ts';
import { RestClient } from './client.ts';
import { collectResource } from './collect.ts';
import { settings } from './settings.ts';
import { voucher } from './voucher.ts';
import { writeBack } from './write-back.ts';

/** Any JSON REST system, by configuration alone: its kinds are the resources that the settings name. See README.md. */
export const rest = defineConnector({
  name: 'rest',
  title: { zh: '通用 REST 接口', en: 'Any REST system', ja: '汎用 REST API' },
  settings,
  connect: (settings, ports) => new RestClient(settings, ports),
  collectAny: (client, { kind, cursor, signal }) => collectResource(client, kind, { cursor, signal }),
  deliver: { voucher, writeBack },
});
