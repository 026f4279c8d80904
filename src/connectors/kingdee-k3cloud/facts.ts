import { isRecord, listAt, textAt } from '#connectors/kit/json.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { KingdeeClient } from './client.ts';

/** What differs from tenant to tenant and is therefore read when the connection is opened. */
export interface TenantFacts {
  /** The field with the voucher's number: sources disagree, the metadata decides. */
  readonly numberField: 'FBillNo' | 'FNumber';
  /** The custom header field for our business key; null where the tenant has none and the abstract must serve. */
  readonly keyField: string | null;
  /** Our dimension → slot of `FDetailID`. */
  readonly slotOf: ReadonlyMap<string, string>;
  /** Their account → our names of the dimensions it takes. */
  readonly dimensionsOf: ReadonlyMap<string, readonly string[]>;
  /** 记 → PRE001 */
  readonly wordOf: ReadonlyMap<string, string>;
  /** CNY → PRE001 */
  readonly currencyOf: ReadonlyMap<string, string>;
}

/** Our names of the dimensions that everybody has; settings add to them. */
const DIMENSION_NAMES: Readonly<Record<string, string>> = {
  customer: '客户',
  supplier: '供应商',
  department: '部门',
  employee: '员工',
  project: '项目',
  material: '物料',
  expense_item: '费用项目',
};

/** Where the values of a dimension are kept, by our name. */
export const DIMENSION_FORMS: Readonly<Record<string, { readonly form: string; readonly name: string }>> = {
  customer: { form: 'BD_Customer', name: 'FName' },
  supplier: { form: 'BD_Supplier', name: 'FName' },
  department: { form: 'BD_Department', name: 'FName' },
  employee: { form: 'BD_Empinfo', name: 'FName' },
  project: { form: 'BOS_ASSISTANTDATA_DETAIL', name: 'FDataValue' },
  material: { form: 'BD_MATERIAL', name: 'FName' },
  expense_item: { form: 'BD_Expense', name: 'FName' },
};

export async function learnFacts(client: KingdeeClient, signal: AbortSignal): Promise<TenantFacts> {
  const fields = fieldNames(await client.metadata('GL_VOUCHER', signal));
  const ours = new Map(
    Object.entries({ ...DIMENSION_NAMES, ...client.settings.dimensions }).map(([our, their]) => [their, our]),
  );
  const { businessKeyField } = client.settings;
  return {
    numberField: fields.has('FBillNo') || !fields.has('FNumber') ? 'FBillNo' : 'FNumber',
    keyField: fields.has(businessKeyField) ? businessKeyField : null,
    slotOf: slotsOf(fields, ours),
    dimensionsOf: await readDimensions(client, ours, signal),
    wordOf: await readCodes(client, { form: 'BD_VoucherGroup', key: 'FName' }, signal),
    currencyOf: await readCodes(client, { form: 'BD_Currency', key: 'FCODE' }, signal),
  };
}

/**
 * Every field of a form with its Chinese name. The vendor's exact answer is not documented where we could read it, so
 * whatever has a key and a name is taken, however deep it lies.
 */
export function fieldNames(metadata: unknown): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isRecord(value)) return;
    const key = textAt(value, 'Key');
    if (/^F/.test(key)) names.set(key, nameOf(value.Name));
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(metadata);
  if (names.size === 0) throw new RefusalError({ code: 'kingdee_metadata_missing', params: {} });
  return names;
}

const CHINESE = '2052';

function nameOf(name: unknown): string {
  const chinese = listAt(name).find((each) => textAt(each, 'Key') === CHINESE);
  return textAt(chinese ?? listAt(name)[0], 'Value') || textAt(name);
}

/** A page of codes; nobody has more currencies or voucher words than fit on one. */
const CODES_MAX = 2_000;

const SLOT_FIELD = /^FDETAILID__(FF\w+)$/i;

/** `FDETAILID__FFLEX6` is called 核算维度.客户, or just 客户; the number of the slot means nothing by itself. */
function slotsOf(
  fields: ReadonlyMap<string, string>,
  ours: ReadonlyMap<string, string>,
): Map<string, string> {
  const slots = new Map<string, string>();
  for (const [key, name] of fields) {
    const slot = SLOT_FIELD.exec(key)?.[1];
    const our = ours.get(name.split('.').at(-1) ?? '');
    if (slot && our) slots.set(our, slot);
  }
  return slots;
}

async function readDimensions(
  client: KingdeeClient,
  ours: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<Map<string, string[]>> {
  const query = {
    FormId: 'BD_Account',
    FieldKeys: 'FNumber,FFlEXITEMPROPERTYID.FName',
    FilterString: client.settings.accountFilter,
    OrderString: 'FNumber ASC',
    Limit: CODES_MAX,
  };
  const dimensions = new Map<string, string[]>();
  for await (const rows of client.pages(query, signal)) {
    for (const [number, name] of rows) {
      const known = dimensions.get(String(number)) ?? [];
      dimensions.set(String(number), name ? [...known, ours.get(String(name)) ?? String(name)] : known);
    }
  }
  return dimensions;
}

async function readCodes(
  client: KingdeeClient,
  { form, key }: { form: string; key: string },
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const rows = await client.query(
    { FormId: form, FieldKeys: `${key},FNumber`, OrderString: 'FNumber ASC', Limit: CODES_MAX },
    signal,
  );
  return new Map(rows.map(([name, number]) => [String(name), String(number)]));
}
