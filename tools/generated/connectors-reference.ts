import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connector } from '#connectors/kit/connector.ts';
import type { Setting } from '#connectors/kit/settings.ts';
import { GENERATED, table } from './markdown.ts';

/** What each connector can do and which settings its connections have. */
export async function connectorsReference(root: string): Promise<string> {
  const connectors = await loadConnectors(root);
  return [
    GENERATED,
    '# Connectors · 连接器 · コネクタ',
    'What each connector offers, and the settings of a connection. Quirks and sources are in the README of its folder.',
    ...connectors.map(({ folder, connector }) => describeConnector(root, folder, connector)),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

async function loadConnectors(root: string): Promise<{ folder: string; connector: Connector }[]> {
  const found = [];
  for (const path of globSync('src/connectors/*/connector.ts', { cwd: root }).sort()) {
    const loaded: Record<string, unknown> = await import(pathToFileURL(join(root, path)).href);
    const folder = path.replaceAll('\\', '/').replace(/\/connector\.ts$/, '');
    found.push(
      ...Object.values(loaded)
        .filter(isConnector)
        .map((connector) => ({ folder, connector })),
    );
  }
  return found;
}

function isConnector(value: unknown): value is Connector {
  return (
    typeof value === 'object' &&
    value !== null &&
    'connect' in value &&
    'settings' in value &&
    'name' in value
  );
}

function describeConnector(root: string, folder: string, connector: Connector): string {
  const { title } = connector;
  const readme = existsSync(join(root, folder, 'README.md'))
    ? `\n\nQuirks: [${folder}](../../${folder}/README.md)`
    : '';
  return `## \`${connector.name}\`

${title.zh} · ${title.en} · ${title.ja}

Offers: ${capabilitiesOf(connector).join(', ') || 'nothing yet'}${readme}

${table(['Setting', 'Type', '中文', 'English', '日本語', 'Default', ''], Object.entries(connector.settings.fields).map(settingRow))}`;
}

function capabilitiesOf({ collect, collectAny, webhook, files, deliver, lookup }: Connector): string[] {
  return [
    ...Object.keys(collect ?? {}).map((kind) => `collects \`${kind}\``),
    ...(collectAny ? ['collects the kinds its settings name'] : []),
    ...(webhook ? ['receives webhooks'] : []),
    ...(files ? ['reads files'] : []),
    ...(deliver?.voucher ? ['delivers vouchers'] : []),
    ...(deliver?.writeBack ? ['writes back'] : []),
    ...Object.keys(lookup ?? {}).map((what) => `looks up ${what}`),
  ];
}

function settingRow([name, setting]: [string, Setting]): string[] {
  const { title, help } = setting;
  const choices = setting.choices ? ` (${setting.choices.join(', ')})` : '';
  const condition = Object.entries(setting.when ?? {}).map(
    ([other, value]) => `when \`${other}\` is ${value}`,
  );
  const fallback =
    setting.default === undefined || setting.default === '' ? '' : JSON.stringify(setting.default);
  return [
    `\`${name}\`${setting.required === true ? ' *' : ''}`,
    `${setting.type}${choices}`,
    [title.zh, help?.zh].filter(Boolean).join('。'),
    [title.en, help?.en].filter(Boolean).join('. '),
    [title.ja, help?.ja].filter(Boolean).join('。'),
    fallback,
    condition.join(', '),
  ];
}
