import type { LookupValues } from '#connectors/kit/connector.ts';
import type { Account, AccountClass, DimensionValue, Rate } from '#core/ledger/book.ts';
import { assert, RefusalError } from '#core/trouble/trouble.ts';
import { readAccountBalances } from './balances.ts';
import { KingdeeClient } from './client.ts';
import { DIMENSION_FORMS, fieldNames } from './facts.ts';

/** Accounts, partners, departments, employees, rates and balances as the data centre has them. */
export const kingdeeLookup: LookupValues = {
  accounts: (client, signal) => lookUpAccounts(clientOf(client), signal),
  dimension: (client, dimension, signal) => lookUpDimension(clientOf(client), dimension, signal),
  rates: (client, signal) => lookUpRates(clientOf(client), signal),
  accountCode: (client, account) => clientOf(client).settings.accounts[account] ?? account,
  balances: (client, period, signal) => readAccountBalances(clientOf(client), period, signal),
};

function clientOf(client: unknown): KingdeeClient {
  assert(client instanceof KingdeeClient, 'the client was made by this connector');
  return client;
}

/** All at once: whether an account is a leaf is only known when all codes are. */
async function* lookUpAccounts(
  client: KingdeeClient,
  signal: AbortSignal,
): AsyncGenerator<Partial<Account>[]> {
  const { dimensionsOf } = await client.facts(signal);
  const hasSide = fieldNames(await client.metadata('BD_Account', signal)).has('FDC');
  const query = {
    FormId: 'BD_Account',
    FieldKeys: `FNumber,FName,FForbidStatus${hasSide ? ',FDC' : ''}`,
    FilterString: client.settings.accountFilter,
    OrderString: 'FNumber ASC',
  };
  const rows = (await Array.fromAsync(client.pages(query, signal))).flat();
  const parents = new Set(rows.map(([code]) => parentOf(String(code))));
  yield rows.map(([number, name, forbidden, side]): Partial<Account> => {
    const code = String(number);
    const dimensions = dimensionsOf.get(code) ?? [];
    return {
      code,
      name: { zh: String(name), en: String(name), ja: String(name) },
      parentCode: parentOf(code),
      class: classOf(code),
      ...(side === undefined ? {} : { side: String(side) === '1' ? 'debit' : 'credit' }),
      isLeaf: !parents.has(code),
      enabled: forbidden !== 'B',
      dimensions: Object.fromEntries(dimensions.map((dimension) => [dimension, 'must'])),
    };
  });
}

/** Their codes are dotted: 2221.01.02 stands below 2221.01. */
export function parentOf(code: string): string | null {
  return code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null;
}

const CLASSES: Readonly<Record<string, AccountClass>> = {
  1: 'asset',
  2: 'liability',
  3: 'common',
  4: 'equity',
  5: 'cost',
  6: 'pnl',
};

function classOf(code: string): AccountClass {
  return CLASSES[code.slice(0, 1)] ?? 'common';
}

async function* lookUpDimension(
  client: KingdeeClient,
  dimension: string,
  signal: AbortSignal,
): AsyncGenerator<DimensionValue[]> {
  const place = DIMENSION_FORMS[dimension];
  if (!place) throw new RefusalError({ code: 'kingdee_dimension_unlisted', params: { dimension } });
  const query = {
    FormId: place.form,
    FieldKeys: `FNumber,${place.name},FDocumentStatus,FForbidStatus`,
    OrderString: 'FNumber ASC',
  };
  for await (const rows of client.pages(query, signal)) {
    yield rows.map(([code, name, status, forbidden]) => ({
      code: String(code),
      name: String(name),
      enabled: status === 'C' && forbidden !== 'B',
      creditLimitMinor: null,
    }));
  }
}

async function* lookUpRates(client: KingdeeClient, signal: AbortSignal): AsyncGenerator<Rate[]> {
  const { currencyOf } = await client.facts(signal);
  const isoOf = new Map([...currencyOf].map(([iso, number]) => [number, iso]));
  const base = currencyOf.get(client.settings.baseCurrency) ?? '';
  const query = {
    FormId: 'BD_Rate',
    FieldKeys: 'FRATETYPEID.FNumber,FCyForID.FNumber,FExchangeRate,FBegDate',
    FilterString: `FCyToID.FNumber='${base}' and FDocumentStatus='C'`,
    OrderString: 'FRATEID ASC',
  };
  for await (const rows of client.pages(query, signal)) {
    yield rows.flatMap(([type, from, rate, date]) => {
      const currency = isoOf.get(String(from));
      return currency
        ? [{ currency, type: String(type), date: String(date).slice(0, 10), rate: String(rate) }]
        : [];
    });
  }
}
