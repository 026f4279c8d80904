import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatAmount } from '#core/money/amount.ts';
import { encodeVoucher, keyInExplanation } from './codec.ts';
import type { TenantFacts } from './facts.ts';
import { kingdeeSettings } from './settings.ts';
import { sampleLine, sampleMessage } from './testing.ts';
import { decodeVouchers, FIXED_FIELDS } from './voucher-record.ts';

const facts: TenantFacts = {
  numberField: 'FBillNo',
  keyField: null,
  slotOf: new Map([['customer', 'FFLEX6']]),
  dimensionsOf: new Map([['1122', ['customer']]]),
  wordOf: new Map([['记', 'PRE001']]),
  currencyOf: new Map([
    ['CNY', 'PRE001'],
    ['USD', 'PRE007'],
  ]),
};
const parsed = kingdeeSettings.parse({
  serverUrl: 'http://erp.example/',
  acctId: 'a',
  userName: 'u',
  signIn: 'password',
  password: 'p',
  accounts: { '222101': '2221.01' },
});
assert.ok(parsed.ok);
const settings = parsed.value;

test('codec: the same message is always the same body', () => {
  const encode = () => JSON.stringify(encodeVoucher(sampleMessage('k'), facts, settings));
  assert.equal(encode(), encode());
});

test('codec: accounts are translated, foreign amounts keep their currency, red lines their sign', () => {
  const lines = [
    sampleLine('222101', -712n, { currency: 'USD', amountMinor: 100n, rate: '7.12' }),
    sampleLine('6001', 0n, { creditMinor: -712n, amountMinor: -712n }),
  ];
  const encoded = encodeVoucher(sampleMessage('k', { lines }), facts, settings);
  assert.ok(encoded.ok);
  assert.deepEqual(JSON.parse(JSON.stringify(encoded.value)).FEntity, [
    {
      FEXPLANATION: 'order #1001[TZ:k]',
      FACCOUNTID: { FNumber: '2221.01' },
      FCURRENCYID: { FNumber: 'PRE007' },
      FEXCHANGERATETYPE: { FNumber: 'HLTX01_SYS' },
      FEXCHANGERATE: 7.12,
      FAMOUNTFOR: 1,
      FCREDIT: 7.12,
    },
    {
      FEXPLANATION: 'order #1001',
      FACCOUNTID: { FNumber: '6001' },
      FCURRENCYID: { FNumber: 'PRE001' },
      FEXCHANGERATETYPE: { FNumber: 'HLTX01_SYS' },
      FEXCHANGERATE: 1,
      FAMOUNTFOR: -7.12,
      FCREDIT: -7.12,
    },
  ]);
});

test('codec: a long abstract makes room for the key', () => {
  const lines = [sampleLine('1002', 1n, { summary: '长'.repeat(400) }), sampleLine('6001', -1n)];
  const encoded = encodeVoucher(sampleMessage('key-1', { lines }), facts, settings);
  assert.match(JSON.stringify(encoded), /"长{245}\[TZ:key-1\]"/);
});

test('codec: the key is read back from the end of an abstract, whatever stands before it', () => {
  for (const [text, key] of [
    ['a[TZ:k]', 'k'],
    ['[TZ:old] copied[TZ:new]', 'new'],
    ['a[TZ:k] and more', null],
    ['plain', null],
  ] as const) {
    assert.equal(keyInExplanation(text), key);
  }
});

test('codec: every amount of up to fifteen digits arrives as it was', () => {
  const amount = fc.bigInt({ min: 1n, max: 10n ** 15n - 1n });
  fc.assert(
    fc.property(amount, fc.boolean(), (minor, isRed) => {
      const debitMinor = isRed ? -minor : minor;
      const lines = [
        sampleLine('1002', minor, { debitMinor, amountMinor: debitMinor }),
        sampleLine('6001', -minor),
      ];
      const encoded = encodeVoucher(sampleMessage('k', { lines }), facts, settings);
      assert.ok(encoded.ok);
      const sent = /"FDEBIT":(-?[\d.]+)/.exec(JSON.stringify(encoded.value))?.[1] ?? '';
      const [whole = '', cents = ''] = sent.split('.');
      assert.equal(`${whole}.${cents.padEnd(2, '0')}`, formatAmount(debitMinor, 'CNY'));
    }),
  );
});

test('codec: rows become one record a voucher, whichever form the period has', () => {
  const row = (id: number, period: unknown, account: string): unknown[] => {
    const cells: Record<string, unknown> = {
      FVoucherID: id,
      FYear: 2026,
      FPeriod: period,
      'FAccountID.FNumber': account,
      FDEBIT: 1e-7,
      FCREDIT: 113.1,
    };
    return [...FIXED_FIELDS.map((field) => cells[field] ?? null), 'PZ1', ' C1 '];
  };
  const records = decodeVouchers([row(1, 1, '1002'), row(1, 1, '6001'), row(2, '202602', '1002')], facts);
  const bodies = records.map((record) => JSON.parse(Buffer.from(record.raw).toString('utf8')));
  assert.deepEqual(
    bodies.map((body) => [body.id, body.period, body.lines.length]),
    [
      ['1', 202601, 2],
      ['2', 202602, 1],
    ],
  );
  assert.deepEqual(bodies[0].lines[0], {
    account: '1002',
    summary: '',
    debit: '0.0000001',
    credit: '113.1',
    amount: '',
    currency: '',
    rate: '',
    dimensions: { customer: 'C1' },
  });
});
