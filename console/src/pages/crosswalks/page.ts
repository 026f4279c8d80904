import { SwapOutlined } from '@ant-design/icons';
import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

export const crosswalks = definePage({
  path: '/crosswalks',
  title: words.title,
  permission: 'crosswalks:read',
  menu: { group: 'integration', icon: SwapOutlined },
  keywords: 'mapping codes translation 编码 对应 映射表',
  load: async () => (await import('./choose-book.tsx')).ChooseBook,
});

export const crosswalksOfBook = definePage({
  path: '/books/:book/crosswalks',
  under: '/crosswalks',
  title: words.title,
  permission: 'crosswalks:read',
  load: async () => (await import('./crosswalks-page.tsx')).CrosswalksPage,
});
