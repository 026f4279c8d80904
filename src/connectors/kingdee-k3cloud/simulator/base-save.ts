import { isRecord, type JsonRecord, listAt, textAt } from '#connectors/kit/json.ts';
import { readScalars } from './base-line.ts';
import type { BaseRecord, BaseTable } from './base-table.ts';
import { member } from './dialect.ts';
import { MSG } from './envelope.ts';
import { ModelError } from './model-error.ts';
import type { World } from './world.ts';

/** Checks a model of base data as Save does and gives the record it becomes. */
export function buildBase(
  world: World,
  table: BaseTable,
  model: JsonRecord,
  { org, isDraft }: { org: string; isDraft: boolean },
): BaseRecord {
  const { form } = table;
  rejectStrangers(table, model);
  const before = findBefore(table, model);
  const number = textAt(model, 'FNumber') || textAt(model, 'FStaffNumber') || (before?.number ?? '');
  if (number === '') throw new ModelError('FNumber', '编码字段必录');
  const twin = table.byNumber(number);
  if (twin && twin.id !== before?.id) throw new ModelError('FNumber', `编码“${number}”已存在`);
  const fields = { ...before?.fields, ...flatten(form.references, model) };
  if (!fields.FName && !fields.FDataValue) throw new ModelError('FName', '名称字段必录');
  if (form.id === 'BD_Account' && !fields.FACCTTBLID) throw new ModelError('FACCTTBLID', '请先选择科目表');
  const now = world.now();
  return {
    id: before?.id ?? world.nextId(),
    number,
    fields,
    dimensions: readDimensions(world, model) ?? before?.dimensions ?? [],
    status: before?.status ?? (isDraft ? 'Z' : 'A'),
    forbid: before?.forbid ?? 'A',
    org: String(fields.FUseOrgId ?? fields.FCreateOrgId ?? org),
    createdAt: before?.createdAt ?? now,
    modifiedAt: now,
    auditedAt: null,
  };
}

function rejectStrangers({ form }: BaseTable, model: JsonRecord): void {
  const stranger = Object.keys(model).find(
    (key) => key.startsWith('F') && !(key in form.fields) && !isEntity(model[key]),
  );
  if (!stranger) return;
  throw new ModelError(
    stranger,
    `实体不存在此属性！[EntityType：BillHead,Property：${stranger}]`,
    MSG.unknownField,
  );
}

/** Sub-tables (`FT_BD_CUSTBANK`, …) are taken and not kept. */
function isEntity(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function findBefore(table: BaseTable, model: JsonRecord): BaseRecord | undefined {
  const id = Number(member(model, table.form.pk) ?? 0);
  if (id === 0) return undefined;
  const before = table.byId(id);
  if (!before) throw new ModelError(table.form.pk, `内码[${id}]不存在`, MSG.unknownField);
  if (!'ZAD'.includes(before.status))
    throw new ModelError('FDocumentStatus', '数据已提交或已审核，不允许修改', MSG.notOperable);
  return before;
}

/** References are kept as numbers. */
function flatten(references: readonly string[], model: JsonRecord): BaseRecord['fields'] {
  const entries = Object.entries(model).flatMap(([key, value]): [string, unknown][] => {
    if (!isRecord(value)) return [[key, value]];
    return references.includes(key) ? [[key, textAt(member(value, 'FNumber'))]] : [];
  });
  return readScalars(Object.fromEntries(entries));
}

/** `FFlEXITEMPROPERTYID` as a sub-table of rows, as one reference, or as a list of them. */
function readDimensions(world: World, model: JsonRecord): string[] | null {
  const given = model.FFlEXITEMPROPERTYID ?? model.FFLEXITEMPROPERTYID ?? model.FFlexEntity;
  if (given === undefined) return null;
  const rows = Array.isArray(given) ? listAt(given) : [given];
  return rows.map((row) => {
    const inner = isRecord(row) ? (row.FFlEXITEMPROPERTYID ?? row) : row;
    const name = textAt(inner, 'FName') || textAt(inner, 'FNumber') || textAt(inner);
    const dimension = world.seed.dimensions.find((each) => each.name === name || each.slot === name);
    if (!dimension) throw new ModelError('FFlEXITEMPROPERTYID', `编码值["${name}"]不存在`, MSG.unknownField);
    return dimension.name;
  });
}
