import type { View } from './editor-state.ts';

/** Whether a trouble at this place concerns the thing of that key or something in it. */
export function isAbout(at: string | undefined, key: string): boolean {
  if (at === undefined || !at.startsWith(key)) return false;
  const next = at.charAt(key.length);
  return next === '' || next === '.' || next === '[';
}

const CHECKS = /^(checks|targets|writeBack|onNewVersion|documents\[\d+\]\.checks)\b/;

/** Where in the editor something of a flow is put right. */
export function viewOf(at: string): View {
  if (CHECKS.test(at)) return 'checks';
  const [first = ''] = at.split(/[.[]/, 1);
  if (first === 'tables' || first === 'template') return first;
  return first === 'documents' ? 'mapping' : 'yaml';
}
