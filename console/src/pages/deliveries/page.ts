import { SendOutlined } from '@ant-design/icons';
import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

export const deliveries = definePage({
  path: '/deliveries',
  title: words.title,
  permission: 'deliveries:read',
  menu: { group: 'integration', icon: SendOutlined },
  keywords: 'outbox receipts 回执 回写 凭证号',
  load: async () => (await import('./deliveries-page.tsx')).DeliveriesPage,
});

export const delivery = definePage({
  path: '/deliveries/:delivery',
  title: words.one,
  permission: 'deliveries:read',
  load: async () => (await import('./delivery-page.tsx')).DeliveryPage,
});
