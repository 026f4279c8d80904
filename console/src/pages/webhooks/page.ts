import { NotificationOutlined } from '@ant-design/icons';
import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

export const webhooks = definePage({
  path: '/webhooks',
  title: words.title,
  permission: 'webhooks:read',
  menu: { group: 'integration', icon: NotificationOutlined },
  keywords: 'webhooks events notify 通知 事件 イベント',
  load: async () => (await import('./webhooks-page.tsx')).WebhooksPage,
});

export const webhook = definePage({
  path: '/webhooks/:webhook',
  title: words.one,
  permission: 'webhooks:read',
  load: async () => (await import('./webhook-page.tsx')).WebhookPage,
});
