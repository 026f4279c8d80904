import type { RunningSimulator } from '#connectors/kit/connector.ts';

/** A connection of the demo company, settings as the form would give them. */
export interface DemoConnection {
  readonly code: string;
  readonly connector: string;
  readonly title: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Simulators take what they are given; a shop or an ERP in the open would be asked more gently. */
const PER_SECOND_MAX = 500;

/** The tills' spreadsheets need no simulator. */
export const TILL_CONNECTIONS: readonly DemoConnection[] = [
  {
    code: 'till-tea',
    connector: 'spreadsheet',
    title: '茶饮收银系统',
    settings: { kind: 'receipt', idColumns: ['小票号'] },
  },
  {
    code: 'till-paper',
    connector: 'spreadsheet',
    title: '文具收银系统',
    settings: { kind: 'sale', idColumns: ['流水号'] },
  },
];

/** Every connection of the demo company, those to its shop and its ERP pointing at these simulators. */
export function demoConnections(shop: RunningSimulator, kingdee: RunningSimulator): DemoConnection[] {
  const { acctId, userName, appId, appSecret } = kingdee.credentials;
  return [
    {
      code: 'shop',
      connector: 'shopify',
      title: '网店',
      settings: { ...shop.credentials, baseUrl: shop.url, perSecondMax: PER_SECOND_MAX },
    },
    {
      code: 'kingdee',
      connector: 'kingdee-k3cloud',
      title: '金蝶云星空',
      settings: {
        serverUrl: kingdee.url,
        acctId,
        userName,
        appId,
        appSecret,
        bookNumber: '001',
        perSecondMax: PER_SECOND_MAX,
      },
    },
    ...TILL_CONNECTIONS,
  ];
}
