import Type from 'typebox';
import type { Connector } from '#connectors/kit/connector.ts';
import { ok } from './http/answer.ts';
import { wholeList } from './http/paging.ts';
import { defineRoute } from './http/route.ts';
import { pageOf, Texts } from './http/schemas.ts';

const SettingBody = Type.Object(
  {
    name: Type.String(),
    type: Type.String(),
    title: Texts,
    help: Type.Optional(Texts),
    required: Type.Boolean(),
    default: Type.Optional(Type.Unknown()),
    choices: Type.Optional(Type.Array(Type.String())),
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    when: Type.Optional(Type.Record(Type.String(), Type.String())),
  },
  { $id: 'Setting' },
);

const ConnectorBody = Type.Object(
  {
    name: Type.String(),
    title: Texts,
    settings: Type.Array(SettingBody),
    capabilities: Type.Array(Type.String(), {
      description: 'collect:<kind>, webhook, files, deliver:<what>, lookup',
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
  replies: { 200: pageOf(ConnectorBody) },
  async handle(_, { connectors }) {
    return ok(wholeList(connectors.map(connectorBody)));
  },
});

function connectorBody(connector: Connector) {
  const settings = Object.entries(connector.settings.fields).map(([name, field]) => ({
    name,
    ...field,
    required: field.required ?? false,
  }));
  return { name: connector.name, title: connector.title, settings, capabilities: capabilitiesOf(connector) };
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
