import { FileProtectOutlined } from '@ant-design/icons';
import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

export const audit = definePage({
  path: '/audit',
  title: words.title,
  permission: 'audit:read',
  menu: { group: 'administration', icon: FileProtectOutlined },
  keywords: 'log history who did what 日志 谁 操作记录 証跡',
  load: async () => (await import('./audit-page.tsx')).AuditPage,
});

export const verification = definePage({
  path: '/audit/verification',
  title: words.verification,
  permission: 'audit:read',
  load: async () => (await import('./verification-page.tsx')).VerificationPage,
});
