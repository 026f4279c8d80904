import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Authenticate } from '#access/caller.ts';
import { PERMISSION_NAMES } from '#access/permissions.ts';
import type { FieldRule, Grant, Principal } from '#access/principal.ts';
import { SHIPPED_ROLES } from '#access/shipped-roles.ts';
import { buildApi } from '#api/build-api.ts';
import type { Database } from '#storage/database.ts';
import { addressOf, type Came, gateOf, namedBy, requestOf, send, TRIED, type Tried } from './requests.ts';
import { EXPECTED, ROLE_CODES, TABLED } from './roles.ts';
import { makeWorld, OTHER_BOOK, SECRETS, type Target, type World } from './world.ts';

/** Who asks: a role everywhere, in one book, or in one book for one kind of document. */
const LIMITS = {
  everywhere: { books: null, kinds: null },
  'one book': { books: ['demo'], kinds: null },
  'one kind': { books: ['demo'], kinds: ['sale'] },
} as const;
type Limit = keyof typeof LIMITS;

/** Which limit is tried on what. */
const POINTED: readonly (readonly [Limit, Target])[] = [
  ['everywhere', 'granted'],
  ['one book', 'granted'],
  ['one book', 'other-book'],
  ['one kind', 'granted'],
  ['one kind', 'other-kind'],
];

/** Asked for each thing it tells, while it goes on: tried by its own test. */
const STREAMED: readonly string[] = ['/events'];

const GATED = TRIED.filter(({ route }) => TABLED.includes(route.permission));
const READS = GATED.filter(({ method }) => method === 'GET');

/** What the gate must say, from the table of roles and the path alone. */
function expected(tried: Tried, role: string, [limit, target]: readonly [Limit, Target]): 'in' | 403 | 404 {
  const { permission, scope } = tried.route;
  if (!EXPECTED.get(role)?.has(permission)) return 403;
  if (limit === 'everywhere' || scope === 'common' || scope === 'own') return 'in';
  if (scope === 'hub') return 403;
  const named = namedBy(tried);
  const beyond = target === 'other-book' ? named : named.filter((name) => name !== 'book');
  if (target !== 'granted' && beyond.length > 0) return 404;
  return scope === 'figures' && limit === 'one kind' ? 403 : 'in';
}

test('access: the table of roles is about every permission, and says what the roles say', () => {
  assert.deepEqual(TABLED.toSorted(), PERMISSION_NAMES.toSorted());
  for (const role of ROLE_CODES) {
    const says = SHIPPED_ROLES.get(role)?.permissions ?? [];
    assert.deepEqual(says.toSorted(), [...(EXPECTED.get(role) ?? [])].sort(), role);
  }
  assert.deepEqual([...SHIPPED_ROLES.keys()], [...ROLE_CODES]);
});

test('access: every route × role × place × field grant', async (t) => {
  const world = await makeWorld(t);
  const asking = askingAs(world);
  t.after(() => asking.close());

  await t.test('whoever may is let in, nobody else is, and nothing of another book is told', async () => {
    const wrong: string[] = [];
    for (const tried of GATED) {
      for (const pointed of POINTED) {
        wrong.push(...(await eachRole(tried, (role) => tryGate({ world, asking, tried, role, pointed }))));
      }
    }
    assert.deepEqual(wrong, []);
  });

  await t.test('lists do tell of the other book to whom it is granted', async () => {
    const told: string[] = [];
    for (const tried of READS.filter(({ route }) => route.scope === 'list')) {
      const url = addressOf(tried, world.things.granted) ?? '';
      const { text } = await asking.send(principal('auditor', 'everywhere', []), requestOf(tried, url));
      if (text.includes('zzother')) told.push(tried.route.path);
    }
    const LISTS = [
      '/books',
      '/connections',
      '/deliveries',
      '/exceptions',
      '/flows',

      '/records',
      '/runs',
    ];
    assert.deepEqual(
      LISTS.filter((path) => !told.includes(path)),
      [],
    );
  });

  await t.test('what asks for no permission tells nobody of any book', async () => {
    const nobody: Principal = { kind: 'client', id: 'nobody', actor: 'nobody', grants: [] };
    const open = TRIED.filter(
      ({ method, route }) =>
        method === 'GET' && !TABLED.includes(route.permission) && !STREAMED.includes(route.path),
    );
    for (const tried of open) {
      assert.ok(['common', 'own'].includes(tried.route.scope), `${tried.path} says whose things it shows`);
      const { text } = await asking.send(
        nobody,
        requestOf(tried, addressOf(tried, world.things.granted) ?? ''),
      );
      for (const mark of [...OTHER_BOOK, ...SECRETS.single])
        assert.ok(!text.includes(mark), `${tried.path}: ${mark}`);
    }
  });

  for (const show of ['masked', 'totals', 'hidden'] as const) {
    await t.test(`fields ${show}: no plain value of a payroll leaves`, async () => {
      const wrong: string[] = [];
      const secrets = show === 'totals' ? SECRETS.single : [...SECRETS.single, ...SECRETS.total];
      for (const tried of READS) {
        wrong.push(
          ...(await eachRole(tried, (role) => tryFields({ world, asking, tried, role, show, secrets }))),
        );
      }
      assert.deepEqual(wrong, []);
    });
  }

  await t.test('without a rule the same answers do tell them', async () => {
    const told = new Set<string>();
    for (const tried of READS) {
      const url = addressOf(tried, world.things['other-kind']);
      const { text } = await asking.send(principal('auditor', 'everywhere', []), requestOf(tried, url ?? ''));
      for (const secret of [...SECRETS.single, ...SECRETS.total]) if (text.includes(secret)) told.add(secret);
    }
    assert.deepEqual([...told].sort(), [...SECRETS.single, ...SECRETS.total].sort());
  });

  t.diagnostic(`summary: ${summary()}`);
});

/** Reads of all roles at once; changes one after another, since they wait for each other anyway. */
async function eachRole({ method }: Tried, work: (role: string) => Promise<string[]>): Promise<string[]> {
  if (method === 'GET') return (await Promise.all(ROLE_CODES.map(work))).flat();
  const wrong: string[] = [];
  for (const role of ROLE_CODES) wrong.push(...(await work(role)));
  return wrong;
}

interface Case {
  readonly world: World;
  readonly asking: ReturnType<typeof askingAs>;
  readonly tried: Tried;
  readonly role: string;
}

async function tryGate({
  world,
  asking,
  tried,
  role,
  pointed,
}: Case & { pointed: readonly [Limit, Target] }): Promise<string[]> {
  const [limit, target] = pointed;
  const url = addressOf(tried, world.things[target]);
  const what = `${tried.method} ${tried.path} as ${role} (${limit}) at ${target}`;
  if (url === null) return [`${what}: say in world.ts what stands for the names in this path`];
  const came = await asking.send(principal(role, limit, []), requestOf(tried, url));
  const wanted = expected(tried, role, pointed);
  const gate = gateOf(came);
  const leaked =
    limit === 'everywhere' || !saysMore(came) ? [] : OTHER_BOOK.filter((mark) => came.text.includes(mark));
  return [
    ...(gate === wanted ? [] : [`${what}: ${wanted} expected, ${came.status} ${came.code} came`]),
    ...(came.status < 500 ? [] : [`${what}: ${came.status} ${came.text}`]),
    ...leaked.map((mark) => `${what}: tells ${mark}`),
  ];
}

/** A problem repeats the address it was asked at. */
function saysMore({ status }: Came): boolean {
  return status < 400;
}

async function tryFields({
  world,
  asking,
  tried,
  role,
  show,
  secrets,
}: Case & { show: FieldRule['show']; secrets: readonly string[] }): Promise<string[]> {
  const url = addressOf(tried, world.things['other-kind']);
  if (url === null) return [];
  const rules = [{ kind: 'payroll', field: '*', show }];
  const came = await asking.send(principal(role, 'everywhere', rules), requestOf(tried, url));
  const what = `${tried.method} ${tried.path} as ${role}`;
  const told = secrets.filter((secret) => came.text.includes(secret));
  return [
    ...told.map((secret) => `${what}: tells ${secret}`),
    ...(came.status < 500 ? [] : [`${what}: ${came.status} ${came.text}`]),
  ];
}

function principal(role: string, limit: Limit, fields: readonly FieldRule[]): Principal {
  const { books, kinds } = LIMITS[limit];
  const grant: Grant = {
    role,
    permissions: new Set(SHIPPED_ROLES.get(role)?.permissions),
    books: books && new Set(books),
    departments: null,
    kinds: kinds && new Set(kinds),
    fields,
  };
  return { kind: 'client', id: role, actor: `client:${role}`, grants: [grant] };
}

/**
 * The API over the same world, asked by whom a case says. Nothing that a case does in a transaction is kept, except of a
 * stream, which goes through several.
 */
function askingAs({ hub }: World) {
  const askers = new Map<string, Principal>();
  const database: Database = {
    ...hub.database,
    transaction: (work, options) => hub.database.transaction(work, { ...options, dryRun: true }),
  };
  const authenticate: Authenticate = async ({ headers }) => {
    const asker = askers.get(headers.authorization?.toString() ?? '');
    assert.ok(asker);
    return asker;
  };
  const over = (kept: Database): FastifyInstance =>
    buildApi({ ...hub.context, database: kept, authenticate });
  const apps = { rolledBack: over(database), kept: over(hub.database) };
  return {
    close: () => Promise.all([apps.rolledBack.close(), apps.kept.close()]),
    send: (as: Principal, request: Parameters<typeof send>[1]) => {
      const authorization = `Given ${askers.size}`;
      askers.set(authorization, as);
      const isStream = request.headers?.['content-type'] === 'application/x-ndjson';
      return send(isStream ? apps.kept : apps.rolledBack, {
        ...request,
        headers: { ...request.headers, authorization },
      });
    },
  };
}

function summary(): string {
  const gate = GATED.length * ROLE_CODES.length * POINTED.length;
  const fields = READS.length * ROLE_CODES.length * 3;
  const open = TRIED.length - GATED.length;
  return [
    `access matrix: ${GATED.length} routes × ${ROLE_CODES.length} roles × ${POINTED.length} places = ${gate} cases`,
    `${READS.length} reads × ${ROLE_CODES.length} roles × 3 field grants = ${fields} cases`,
    `${gate + fields} in all; ${open} routes ask for no permission`,
  ].join('; ');
}
