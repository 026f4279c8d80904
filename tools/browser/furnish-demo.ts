import { askHub } from './ask-hub.ts';
import type { Visitor } from './visitor.ts';

const COLLEAGUES = [
  { login: 'chen.ming', name: '陈明', role: 'accountant' },
  { login: 'wang.fang', name: '王芳', role: 'cashier' },
] as const;

/** Colleagues, a program and a listener, so that no page about people and programs is empty. Right after the set-up. */
export async function furnishDemo(visitor: Visitor): Promise<void> {
  for (const { login, name, role } of COLLEAGUES) {
    const { id } = await askHub<{ id: string }>(visitor, ['POST', '/people'], { login, name });
    await askHub(visitor, ['POST', '/grants'], { principal: { kind: 'person', id }, role });
  }
  const client = { id: 'warehouse', name: '仓库系统', scopes: ['records:read', 'documents:post'] };
  await askHub(visitor, ['POST', '/clients'], { ...client, books: ['demo'] });
  const url = 'https://warehouse.example/hooks';
  await askHub(visitor, ['POST', '/webhooks'], { title: '仓库系统', url, events: ['voucher.posted'] });
}
