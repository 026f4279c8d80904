import { NodeIndexOutlined } from '@ant-design/icons';
import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

export const flows = definePage({
  path: '/flows',
  title: words.title,
  permission: 'flows:read',
  menu: { group: 'integration', icon: NodeIndexOutlined },
  keywords: 'mapping templates 流程 映射 模板 触发',
  load: async () => (await import('./flows-page.tsx')).FlowsPage,
});

export const newFlow = definePage({
  path: '/flows/new',
  title: words.make,
  permission: 'flows:write',
  load: async () => (await import('./wizard/new-flow-page.tsx')).NewFlowPage,
});

export const flow = definePage({
  path: '/flows/:flow',
  title: words.one,
  permission: 'flows:read',
  load: async () => (await import('./flow-page.tsx')).FlowPage,
});
