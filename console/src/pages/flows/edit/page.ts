import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

/** `/flows/new/edit` takes what the wizard handed over. */
export const flowEditor = definePage({
  path: '/flows/:flow/edit',
  title: words.title,
  permission: 'flows:write',
  load: async () => (await import('./flow-editor-page.tsx')).FlowEditorPage,
});
