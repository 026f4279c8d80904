import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type CompiledFlow, compileFlow } from '#core/flows/compile-flow.ts';
import { parseFlow } from '#core/flows/parse-flow.ts';
import type { VoucherLine } from '#core/ledger/voucher.ts';
import type { LookUpCrosswalk } from '#core/mapping/ports.ts';
import { type Company, examplePath } from './company.ts';
import { crosswalksOf } from './demo-book.ts';
import type { EntryTruth } from './truth.ts';

/** An example flow, compiled. */
export function loadFlow(name: string): CompiledFlow {
  const flow = parseFlow(parse(readFileSync(examplePath(`flows/${name}.yaml`), 'utf8')));
  assert.ok(flow.ok, flow.ok ? '' : JSON.stringify(flow.refusals, null, 1));
  const compiled = compileFlow(flow.value, { baseCurrency: 'CNY' });
  assert.ok(compiled.ok, compiled.ok ? '' : JSON.stringify(compiled.refusals, null, 1));
  return compiled.value;
}

/** The company's crosswalks as mapping asks for them. */
export function crosswalkOf(company: Company): LookUpCrosswalk {
  const rows = new Map(crosswalksOf(company).map(({ name, from, to }) => [`${name} ${from}`, to]));
  return (name, from) => {
    const to = rows.get(`${name} ${from}`);
    return to === undefined ? null : { to, confidence: 1 };
  };
}

/** An entry of the truth as one comparable line. */
export function keyOf(entry: EntryTruth): string {
  const { account, customer, department, project, currency, amount, debit, credit } = entry;
  return [account, customer, department, project, currency, amount, debit, credit].join(' ');
}

/** The lines of a voucher, added up as the truth adds them up. */
export function addUp(lines: readonly VoucherLine[]): string[] {
  const places = Map.groupBy(lines, ({ account, dimensions, currency, debitMinor }) =>
    JSON.stringify([account, dimensions, currency, debitMinor !== 0n]),
  );
  const sum = (group: readonly VoucherLine[], of: (line: VoucherLine) => bigint) =>
    String(group.reduce((total, line) => total + of(line), 0n));
  return [...places.values()].map((group) => {
    const { account, dimensions, currency } = group[0]!;
    return keyOf({
      account,
      customer: dimensions.customer ?? '',
      department: dimensions.department ?? '',
      project: dimensions.project ?? '',
      currency,
      amount: sum(group, (line) => line.amountMinor),
      debit: sum(group, (line) => line.debitMinor),
      credit: sum(group, (line) => line.creditMinor),
    });
  });
}
