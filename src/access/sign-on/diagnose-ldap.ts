import type { Client } from 'ldapts';
import { type Diagnosis, runSteps, type StepToRun } from '#connectors/kit/diagnosis.ts';
import type { Text } from '#core/trouble/message.ts';
import { type DirectoryPorts, inDirectory, reachDirectory } from './directory.ts';
import { bindToSearch } from './ldap.ts';
import { anyUserFilter } from './ldap-filter.ts';
import type { LdapSettings } from './ldap-settings.ts';
import { ldapTrouble } from './ldap-trouble.ts';

/** Whether a directory can be reached, is who it should be, lets us search, and has people and groups where we look. */
export async function diagnoseLdap(settings: LdapSettings, ports: DirectoryPorts): Promise<Diagnosis> {
  const asking = (work: (client: Client) => Promise<string>) => () => inDirectory(settings, ports, work);
  const searching = (base: string, filter: string) =>
    asking(async (client) => {
      await bindToSearch(client, settings);
      return countText(client, { base, filter, timeLimit: settings.timeoutSeconds });
    });
  const steps: StepToRun[] = [
    { title: STEPS.connect, run: () => reachDirectory(settings, ports) },
    { title: STEPS.tls, run: asking(async () => 'TLS') },
  ];
  // With a template only people themselves can search, and none of them is here.
  if (settings.bindTemplate === null) {
    steps.push({ title: STEPS.bind, run: asking(async (client) => boundAs(client, settings)) });
    steps.push({ title: STEPS.people, run: searching(settings.userBase, anyUserFilter(settings)) });
    if (settings.groupBase !== null) {
      steps.push({ title: STEPS.groups, run: searching(settings.groupBase, '(objectClass=*)') });
    }
  }
  return runSteps(steps.map(({ title, run }) => ({ title, run: () => inOurWords(run, settings.url) })));
}

const STEPS = {
  connect: { zh: '连接目录', en: 'Reach the directory', ja: 'ディレクトリに接続' },
  tls: { zh: '加密并核对证书', en: 'Encrypt and check its certificate', ja: '暗号化と証明書の確認' },
  bind: { zh: '以查询账号绑定', en: 'Bind as the account that searches', ja: '検索用アカウントでバインド' },
  people: { zh: '查找用户', en: 'Find people', ja: '利用者を検索' },
  groups: { zh: '查找组', en: 'Find groups', ja: 'グループを検索' },
} as const satisfies Readonly<Record<string, Text>>;

async function boundAs(client: Client, settings: LdapSettings): Promise<string> {
  await bindToSearch(client, settings);
  return settings.bindDn ?? '';
}

const COUNTED_MAX = 100;

async function countText(
  client: Client,
  { base, filter, timeLimit }: { readonly base: string; readonly filter: string; readonly timeLimit: number },
): Promise<string> {
  const { searchEntries } = await client.search(base, {
    scope: 'sub',
    filter,
    sizeLimit: COUNTED_MAX,
    timeLimit,
    attributes: ['1.1'],
  });
  return searchEntries.length < COUNTED_MAX ? String(searchEntries.length) : `≥ ${COUNTED_MAX}`;
}

async function inOurWords<T>(run: () => Promise<T>, url: string): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw ldapTrouble(error, url);
  }
}
