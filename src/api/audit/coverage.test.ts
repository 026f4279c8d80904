import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { apiRoutes, signInRoutes } from '#api/routes.ts';

/** What each route that is not a GET leaves in the audit log; in brackets why one leaves nothing. */
const LEAVES: Readonly<Record<string, string>> = {
  'POST /setup': 'person.set-up',
  'POST /session': 'session.open session.refuse',
  'POST /session/passkey/options': '(only asks)',
  'POST /session/passkey': 'session.open session.refuse',
  'POST /links/redeem': 'person.password',
  'POST /books/{book}/documents': '(the record says who handed it in, its posting when)',
  'POST /books/{book}/documents/bulk': 'run.start',
  'POST /books': 'book.create',
  'PUT /books/{book}/accounts': 'accounts.save',
  'PUT /books/{book}/dimensions/{dimension}': 'dimension.save',
  'POST /books/{book}/years': 'period.add-year',
  'POST /books/{book}/periods/{period}/close': 'period.close',
  'POST /books/{book}/periods/{period}/reopen': 'period.reopen',
  'PUT /books/{book}/rates': 'rates.save',
  'PUT /books/{book}/crosswalks/{crosswalk}': 'crosswalk.save',
  'PUT /books/{book}/crosswalks/{crosswalk}/pairs/{from}': 'crosswalk.save',
  'DELETE /books/{book}/crosswalks/{crosswalk}/pairs/{from}': 'crosswalk.delete',
  'POST /connections': 'connection.save',
  'PUT /connections/{connection}': 'connection.save',
  'POST /connections/{connection}/test': '(changes nothing)',
  'POST /connections/{connection}/samples': '(changes nothing)',
  'POST /connections/{connection}/samples/file': '(changes nothing)',
  'POST /connections/{connection}/rehearse': 'connection.rehearse connection.rehearse-end',
  'POST /connections/{connection}/pause': 'connection.pause',
  'POST /connections/{connection}/resume': 'connection.resume',
  'POST /flows': 'flow.save',
  'PATCH /flows/{flow}': 'flow.enable flow.disable',
  'POST /flows/{flow}/versions/{version}/publish': 'flow.publish',
  'POST /flows/{flow}/roll-back': 'flow.roll-back',
  'POST /flows/{flow}/dry-run': '(changes nothing)',
  'POST /flows/preview': '(changes nothing)',
  'POST /flows/{flow}/compare': '(changes nothing)',
  'POST /flows/suggest': '(changes nothing)',
  'POST /flow-templates/{template}/fill': '(changes nothing)',
  'PATCH /flows/{flow}/trigger': 'flow.save',
  'POST /records/{record}/replay': 'record.replay',
  'POST /exceptions/{exception}/release': 'exception.release',
  'POST /exceptions/{exception}/replay': 'record.replay',
  'POST /exceptions/{exception}/try': '(changes nothing)',
  'POST /exceptions/{exception}/dismiss': 'exception.dismiss',
  'POST /exceptions/replay': 'record.replay',
  'POST /exceptions/release': 'exception.release',
  'POST /exceptions/dismiss': 'exception.dismiss',
  'POST /exceptions/assign': 'exception.assign',
  'PUT /exceptions/{exception}/assignee': 'exception.assign',
  'POST /exceptions/{exception}/comments': 'exception.comment',
  'POST /exceptions/{exception}/correct': 'record.correct',
  'POST /records/{record}/corrections/{correction}/revoke': 'record.correction-revoke',
  'POST /books/{book}/vouchers/{voucher}/reverse': 'voucher.reverse',
  'POST /deliveries/{delivery}/redrive': 'delivery.redrive',
  'POST /flows/{flow}/runs': 'run.start',
  'POST /flows/{flow}/files': 'run.start',
  'POST /runs/{run}/replay': 'record.replay',
  'POST /runs/{run}/pause': 'run.pause',
  'POST /runs/{run}/resume': 'run.resume',
  'POST /runs/{run}/cancel': 'run.cancel',
  'POST /clients': 'client.create',
  'PATCH /clients/{client}': 'client.change',
  'DELETE /clients/{client}': 'client.delete',
  'POST /clients/{client}/secret': 'client.rotate-secret',
  'POST /session/totp': 'session.prove session.refuse',
  'POST /session/recovery-code': 'session.prove session.refuse',
  'POST /session/prove': 'session.prove session.refuse',
  'DELETE /session': 'session.end',
  'PATCH /me': 'person.change',
  'PUT /me/password': 'person.password',
  'POST /me/totp': '(nothing counts until it is confirmed)',
  'POST /me/totp/confirm': 'factor.add',
  'POST /me/recovery-codes': 'factor.add',
  'POST /me/passkeys/options': '(only asks)',
  'POST /me/passkeys': 'factor.add',
  'PATCH /me/passkeys/{passkey}': 'factor.rename',
  'DELETE /me/passkeys/{passkey}': 'factor.remove',
  'DELETE /me/sessions/{session}': 'session.revoke',
  'POST /people': 'person.make',
  'PATCH /people/{person}': 'person.change',
  'POST /people/{person}/link': 'link.make',
  'POST /people/{person}/reset-factors': 'factor.reset',
  'DELETE /people/{person}/sessions': 'session.revoke',
  'DELETE /sessions/{session}': 'session.revoke',
  'POST /people/{person}/identities': 'identity.link',
  'DELETE /people/{person}/identities/{identity}': 'identity.unlink',
  'POST /sign-on-providers': 'sign-on.make',
  'PUT /sign-on-providers/{provider}': 'sign-on.change',
  'DELETE /sign-on-providers/{provider}': 'sign-on.remove',
  'POST /sign-on-providers/{provider}/test': '(changes nothing)',
  'POST /roles': 'role.save',
  'PUT /roles/{role}': 'role.save',
  'DELETE /roles/{role}': 'role.delete',
  'POST /grants': 'grant.give',
  'DELETE /grants/{grant}': 'grant.take',
  'PUT /duties': 'duties.change',
  'POST /audit/verify': 'audit.verify',
  'POST /webhooks': 'webhook.create',
  'PATCH /webhooks/{webhook}': 'webhook.change',
  'DELETE /webhooks/{webhook}': 'webhook.delete',
  'POST /webhooks/{webhook}/secret': 'webhook.renew-secret',
  'POST /webhooks/{webhook}/ping': 'webhook.ping',
  'POST /webhooks/{webhook}/messages/{message}/replay': 'webhook.replay',
};

const changing = [...signInRoutes, ...apiRoutes]
  .filter(({ method }) => method !== 'GET')
  .map(({ method, path }) => `${method} ${path}`);

test('audit: every route that changes something says here what it leaves in the audit log', () => {
  const untold = changing.filter((route) => !(route in LEAVES));
  assert.deepEqual(untold, [], 'add the route to LEAVES in this file, and the entry to its transaction');
  const gone = Object.keys(LEAVES).filter((route) => !changing.includes(route));
  assert.deepEqual(gone, [], 'these routes are gone: delete them from LEAVES');
});

test('audit: every entry named here is one that the product writes', () => {
  const root = join(import.meta.dirname, '../..');
  const files = globSync('**/*.ts', { cwd: root }).filter((path) => !/test|simulator/.test(path));
  const source = files.map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
  // Some are put together from their parts: `run.${verb}`.
  const isWritten = (action: string) => {
    const [family = '', verb = ''] = action.split('.');
    return (
      source.includes(`'${action}'`) || (source.includes(`\`${family}.\${`) && source.includes(`'${verb}'`))
    );
  };
  const actions = new Set(
    Object.values(LEAVES)
      .filter((text) => !text.startsWith('('))
      .flatMap((text) => text.split(' ')),
  );
  assert.deepEqual(
    [...actions].filter((action) => !isWritten(action)),
    [],
  );
});
