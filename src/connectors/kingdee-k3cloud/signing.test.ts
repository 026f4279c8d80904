import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientSecretOf, signHeaders, signLogin } from './signing.ts';

const who = {
  acctId: 'ACCT01',
  userName: 'demo',
  appId: 'TESTCLIENT_QUJDREVGR0hJSktMTU5PUFFSU1RVVldY',
  appSecret: 'test-app-secret',
  lcid: 2052,
  orgNumber: '100',
};
const path = '/k3cloud/Kingdee.BOS.WebApi.ServicesStub.DynamicFormService.View.common.kdsvc';

test('LoginBySign: the known vector', () => {
  assert.equal(
    signLogin(who, '1700000000'),
    'dd725104d99c36b3061c954885992894a2931b76a7eef6175765b1afebf30d04',
  );
});

test('signed headers: the known vector', () => {
  const headers = signHeaders(who, { path, timestamp: '1700000000', nonce: '1700000000' });
  assert.equal(clientSecretOf(who.appId), 'cXJ2cCN1fn8qfHl/eX14aDNiajc0YTNr');
  assert.equal(headers['X-Api-ClientID'], 'TESTCLIENT');
  assert.equal(
    headers['X-Api-Signature'],
    'YjZiMzkyOTNjMTdiYWMxMjg3NWFjZWFlMjgyZjgzYWM5YjU1M2IxNTA1M2FlOWQ1ZmNiNDRhNmQ5ZDEzNDM5OQ==',
  );
  assert.equal(headers['X-Kd-Appdata'], 'QUNDVDAxLGRlbW8sMjA1MiwxMDA=');
  assert.equal(
    headers['X-Kd-Signature'],
    'NjY1ZWU5OWE5MTdmMDBjYzhjNzcxYjc3YWUwOTE1ZDBlOTIzNDAxMjYwNDZiYTBjYzZhNTcyOTQxNzRiZDg4Zg==',
  );
});

test('an app id without a masked part of 32 characters has an empty client secret', () => {
  for (const appId of ['PLAIN', 'SHORT_abc', '']) assert.equal(clientSecretOf(appId), '');
});
