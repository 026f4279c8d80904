import Type from 'typebox';
import { ok } from '#api/http/answer.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { pageOf, Texts } from '#api/http/schemas.ts';
import type { Connector } from '#connectors/kit/connector.ts';
import { SettingBody, settingBodies } from './setting-body.ts';

const ConnectorBody = Type.Object(
  {
    name: Type.String(),
    title: Texts,
    settings: Type.Array(SettingBody),
    capabilities: Type.Array(Type.String(), {
      description: 'collect:<kind>, webhook, files, deliver:<what>, lookup:<what>, diagnose, rehearse',
    }),
  },
  { $id: 'Connector' },
);

/** What can be connected, and what each system wants to know. Feeds the form. */
export const getConnectors = defineRoute({
  method: 'GET',
  path: '/connectors',
  summary: 'List connectors with their settings',
  tag: 'Connections',
  permission: 'connections:read',
  scope: 'common',
  replies: { 200: pageOf(ConnectorBody) },
  async handle(_, { connectors, rehearsals }) {
    const bodyOf = (connector: Connector) => connectorBody(connector, rehearsals.supports(connector));
    return ok(wholeList(connectors.map(bodyOf)));
  },
});

function connectorBody(connector: Connector, canRehearse: boolean) {
  const { name, title } = connector;
  const settings = settingBodies(connector.settings.fields);
  const capabilities = [...capabilitiesOf(connector), ...(canRehearse ? ['rehearse'] : [])];
  return { name, title, settings, capabilities };
}

function capabilitiesOf({
  collect,
  collectAny,
  webhook,
  files,
  deliver,
  lookup,
  diagnose,
}: Connector): string[] {
  return [
    ...Object.keys(collect ?? {}).map((kind) => `collect:${kind}`),
    ...(collectAny ? ['collect:*'] : []),
    ...(webhook ? ['webhook'] : []),
    ...(files ? ['files'] : []),
    ...(deliver?.voucher ? ['deliver:voucher'] : []),
    ...(deliver?.writeBack ? ['deliver:write-back'] : []),
    ...Object.keys(lookup ?? {}).map((what) => `lookup:${what}`),
    ...(diagnose ? ['diagnose'] : []),
  ];
}
