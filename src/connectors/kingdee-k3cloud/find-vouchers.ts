import type { Receipt, TargetState } from '#connectors/kit/connector.ts';
import type { KingdeeClient } from './client.ts';
import { keySuffix } from './codec.ts';
import type { TenantFacts } from './facts.ts';

/** A voucher of theirs that carries one of our keys. */
export interface FoundVoucher {
  readonly businessKey: string;
  readonly id: string;
  /** 记-118 */
  readonly number: string;
  readonly status: string;
  readonly isPosted: boolean;
  readonly isVoid: boolean;
}

const STATES: Readonly<Record<string, TargetState>> = {
  Z: 'saved',
  A: 'saved',
  B: 'submitted',
  C: 'audited',
  D: 'saved',
};

/** Keys in one question; a filter of a few kilobytes is still welcome. */
const KEYS_MAX = 100;

/** Every voucher that carries one of the keys. One question per hundred keys. */
export async function findVouchers(
  client: KingdeeClient,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<FoundVoucher[]> {
  const facts = await client.facts(signal);
  const found: FoundVoucher[] = [];
  for (let from = 0; from < keys.length; from += KEYS_MAX) {
    const asked = keys.slice(from, from + KEYS_MAX);
    const query = {
      FormId: 'GL_VOUCHER',
      FieldKeys: `FVoucherID,FDocumentStatus,FVOUCHERGROUPID.FName,FVOUCHERGROUPNO,FPOSTED,FInvalid,${keyFieldOf(facts)}`,
      FilterString: filterOf(facts, asked),
      OrderString: 'FVoucherID ASC',
    };
    for await (const rows of client.pages(query, signal)) {
      for (const row of rows) {
        const voucher = readFound(row, facts, asked);
        if (voucher) found.push(voucher);
      }
    }
  }
  return found;
}

function keyFieldOf({ keyField }: TenantFacts): string {
  return keyField ?? 'FEXPLANATION';
}

function filterOf({ keyField }: TenantFacts, keys: readonly string[]): string {
  if (keyField !== null) return `${keyField} in (${keys.map((key) => quote(key)).join(',')})`;
  // In LIKE, a bracket opens a set of characters; a set of one bracket means the bracket.
  const escaped = keys.map((key) => keySuffix(key).replace(/[[%_]/g, '[$&]'));
  return escaped.map((suffix) => `FEXPLANATION like ${quote(`%${suffix}`)}`).join(' or ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function readFound(
  [id, status, word, number, isPosted, isVoid, keyText]: readonly unknown[],
  facts: TenantFacts,
  asked: readonly string[],
): FoundVoucher | null {
  const text = String(keyText ?? '');
  // Their database does not tell capitals apart; our keys do.
  const carries = (key: string) => (facts.keyField === null ? text.endsWith(keySuffix(key)) : text === key);
  const businessKey = asked.find(carries);
  if (businessKey === undefined) return null;
  return {
    businessKey,
    id: String(id),
    number: `${word}-${number}`,
    status: String(status),
    isPosted: isTrue(isPosted),
    isVoid: isTrue(isVoid),
  };
}

/** Flags come as booleans or as '1' and '0', by version. */
function isTrue(flag: unknown): boolean {
  return flag === true || flag === 1 || flag === '1' || flag === 'true';
}

/** One receipt for every key. Two vouchers with one key, or a void one, need a person. */
export function receiptsOf(keys: readonly string[], found: readonly FoundVoucher[]): Receipt[] {
  const byKey = Map.groupBy(found, (voucher) => voucher.businessKey);
  return keys.map((businessKey) => {
    const [first, second] = byKey.get(businessKey) ?? [];
    if (!first) return { businessKey, state: 'absent', targetId: null, targetNumber: null };
    const receipt = {
      businessKey,
      state: STATES[first.status] ?? 'saved',
      targetId: first.id,
      targetNumber: first.number,
    };
    const params = {
      numbers: [first.number, second?.number ?? ''].filter((number) => number !== '').join(', '),
    };
    if (second) return { ...receipt, refusal: { code: 'kingdee_key_twice', at: businessKey, params } };
    return first.isVoid
      ? { ...receipt, refusal: { code: 'kingdee_voucher_void', at: businessKey, params } }
      : receipt;
  });
}
