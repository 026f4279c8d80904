import Type from 'typebox';
import { ok } from './http/answer.ts';
import { openApiDocument } from './http/open-api.ts';
import { defineRoute, type Route } from './http/route.ts';
import { apiRoutes, hookRoutes, openRoutes, operationRoutes, signInRoutes } from './routes.ts';

const API = '/api/v1';

/** The description of this API for programs, made from the routes themselves. */
export function apiReference(): Readonly<Record<string, unknown>> {
  const under = (routes: readonly Route[], prefix: string, isOpen: boolean) =>
    routes.map((route) => ({ prefix, route, isOpen }));
  return openApiDocument(
    [
      ...under(signInRoutes, API, true),
      ...under([...apiRoutes, getReference], API, false),
      ...under(operationRoutes, '', false),
      ...under([...hookRoutes, ...openRoutes], '', true),
    ],
    {
      title: 'Tongzhang',
      version: 'v1',
      description:
        'Business records in, balanced vouchers out, exactly once. Amounts are decimal texts, ids are texts, lists go on at `next`.',
    },
  );
}

/** Made when first asked for: routes do not change while the hub runs. */
let reference: ReturnType<typeof apiReference> | null = null;

export const getReference = defineRoute({
  method: 'GET',
  path: '/openapi.json',
  summary: 'Get this description',
  tag: 'Operation',
  permission: 'none',
  scope: 'common',
  replies: { 200: Type.Unknown() },
  async handle() {
    reference ??= apiReference();
    return ok(reference);
  },
});
