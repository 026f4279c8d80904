import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sale } from '#api/testing/sales-flow.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { valueAt } from '#connectors/kit/json.ts';
import { listRecords } from '#storage/records.ts';
import { listVouchers } from '#storage/voucher-list.ts';

const URL = '/api/v1/books/demo/documents?flow=sales';

test('documents', async (t) => {
  const hub = await testHub(t);
  const count = async () => (await listVouchers(hub.database, { bookId: 1, page: { limit: 1000 } })).length;

  await t.test('a good one is posted before the answer leaves', async () => {
    const { status, body } = await hub.ask('POST', URL, { body: sale('S-1') });
    assert.equal(status, 201);
    assert.partialDeepStrictEqual(body, {
      repeated: false,
      outcome: 'posted',
      documents: [
        {
          kind: 'sale',
          number: 'S-1',
          voucher: {
            label: '记-1',
            period: 202603,
            currency: 'CNY',
            total: '100.00',
            lines: [
              { account: '1122', dimensions: { customer: 'C1' }, debit: '100.00', credit: '0.00' },
              { account: '6001', debit: '0.00', credit: '100.00' },
            ],
          },
        },
      ],
    });
  });

  await t.test('the same again gets the same answer and changes nothing', async () => {
    const before = await count();
    const { status, body } = await hub.ask('POST', URL, { body: sale('S-1') });
    assert.equal(status, 200);
    assert.partialDeepStrictEqual(body, { repeated: true, documents: [{ voucher: { label: '记-1' } }] });
    assert.equal(await count(), before);
  });

  await t.test(
    'other content under the same number is a newer version: reversed and posted anew',
    async () => {
      const { status, body } = await hub.ask('POST', URL, { body: sale('S-1', { amount: '80.00' }) });
      assert.equal(status, 201);
      assert.partialDeepStrictEqual(body, { documents: [{ voucher: { label: '记-3', total: '80.00' } }] });
    },
  );

  await t.test('a dry run answers the same and keeps nothing', async () => {
    const before = await count();
    const { status, body } = await hub.ask('POST', `${URL}&dryRun=true`, { body: sale('S-9') });
    assert.equal(status, 200);
    assert.partialDeepStrictEqual(body, { documents: [{ number: 'S-9', voucher: { label: '记-4' } }] });
    assert.equal(await count(), before);
    assert.deepEqual(await listRecords(hub.database, { externalId: 'S-9', limit: 1 }), []);
  });

  const notUtf8 = Buffer.from([0x7b, 0xbd, 0xf0, 0x7d]);
  const bomb = Buffer.from('['.repeat(200_000));
  const deep = `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`;
  // What arrives → the finding that holds it. In every row the record is kept and its exception named.
  for (const [name, content, code] of [
    ['an unknown customer', sale('H-1', { customer: 'nobody' }), 'dimension_unknown'],
    ['a missing amount', sale('H-2', { amount: null }), 'field_missing'],
    ['an amount with a comma', sale('H-3', { amount: '1,234.50' }), 'amount_not_a_number'],
    ['a day that does not exist', sale('H-4', { date: '2026-02-30' }), 'date_impossible'],
    ['a day ahead', sale('H-5', { date: '2026-12-24' }), 'future_date'],
    ['a day without a period', sale('H-6', { date: '2019-01-01' }), 'before_book_start'],
    ['text that is not JSON', '{"number": "H-7"', 'record_not_json'],
    ['bytes that are not UTF-8', notUtf8, 'record_not_utf8'],
    ['UTF-16', Buffer.from('{"number":"H-8"}', 'utf16le'), 'record_not_json'],
    ['NUL in a text', sale('H-9\u0000'), 'text_control_character'],
    ['NUL in an amount', sale('H-10', { amount: '1\u0000' }), 'amount_not_a_number'],
    ['half a character', sale('H-11\ud800'), 'text_not_unicode'],
    ['another half of one', sale('H-11\ud801'), 'text_not_unicode'],
    ['a bomb of brackets', bomb, 'record_not_json'],
    ['objects in objects in objects', deep, 'json_too_deep'],
    ['a list', '[1]', 'json_not_an_object'],
    ['nothing at all', '', 'record_not_json'],
  ] as const) {
    await t.test(`held: ${name} → ${code}`, async () => {
      const { status, headers, body } = await hub.ask('POST', URL, { body: content });
      assert.equal(status, 422, JSON.stringify(body));
      assert.match(String(headers['content-type']), /^application\/problem\+json/);
      assert.partialDeepStrictEqual(body, { code: 'document_held', status: 422, findings: [{ code }] });
      const exception = await hub.ask('GET', `/api/v1/exceptions/${valueAt(body, 'exceptionId')}`);
      assert.partialDeepStrictEqual(exception.body, {
        state: 'open',
        codes: [code],
        recordId: valueAt(body, 'recordId'),
      });
      const raw = await hub.ask('GET', `/api/v1/records/${valueAt(body, 'recordId')}/raw`);
      assert.equal(raw.status, 200);
    });
  }

  await t.test('a repeat of what is held is held for the same reasons', async () => {
    const again = await hub.ask('POST', URL, { body: sale('H-1', { customer: 'nobody' }) });
    assert.partialDeepStrictEqual(again.body, {
      repeated: true,
      findings: [{ code: 'dimension_unknown' }],
    });
  });

  // Refused before anything is read: nothing is kept.
  for (const [name, url, status, code] of [
    ['an unknown flow', '/api/v1/books/demo/documents?flow=none', 404, 'not_found'],
    ['no flow', '/api/v1/books/demo/documents', 400, 'request_invalid'],
    ['a misspelt parameter', `${URL}&dryrun=true`, 400, 'request_invalid'],
    ['another book', '/api/v1/books/other/documents?flow=sales', 422, 'flow_of_other_book'],
  ] as const) {
    await t.test(`refused: ${name} → ${status} ${code}`, async () => {
      const answer = await hub.ask('POST', url, { body: sale('N-1') });
      assert.deepEqual([answer.status, valueAt(answer.body, 'code')], [status, code]);
      assert.deepEqual(await listRecords(hub.database, { externalId: 'N-1', limit: 1 }), []);
    });
  }

  await t.test('refused: more than a document may have → 413', async () => {
    const { status, body } = await hub.ask('POST', URL, { body: sale('big', { note: 'x'.repeat(2 ** 20) }) });
    assert.deepEqual([status, valueAt(body, 'code')], [413, 'body_too_large']);
  });

  await t.test('a crowd at once: each gets its own voucher, numbers have no gap', async () => {
    const before = await count();
    const numbers = Array.from({ length: 200 }, (_, i) => `M-${i}`);
    const answers = await Promise.all(numbers.map((number) => hub.ask('POST', URL, { body: sale(number) })));
    assert.ok(answers.every(({ status }) => status === 201));
    answers.forEach(({ body }, i) => {
      assert.equal(valueAt(body, 'documents', 0, 'number'), numbers[i]);
    });
    const labels = new Set(answers.map(({ body }) => valueAt(body, 'documents', 0, 'voucher', 'label')));
    assert.equal(labels.size, 200);
    assert.equal(await count(), before + 200);
  });
});
