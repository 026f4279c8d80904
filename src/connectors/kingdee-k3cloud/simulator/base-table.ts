import type { Scalar } from './filter.ts';
import type { BaseForm } from './forms.ts';
import type { ReadField } from './meets.ts';

export type Status = 'Z' | 'A' | 'B' | 'C' | 'D';

/** A record of base data. References are kept as the number of what they refer to. */
export interface BaseRecord {
  readonly id: number;
  readonly number: string;
  readonly fields: Readonly<Record<string, Scalar>>;
  /** Names of the dimensions an account must carry; empty for everything else. */
  readonly dimensions: readonly string[];
  readonly status: Status;
  readonly forbid: 'A' | 'B';
  readonly org: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly auditedAt: string | null;
}

/** The records of one form, found by id or by number. */
export class BaseTable {
  readonly form: BaseForm;
  readonly #byId = new Map<number, BaseRecord>();
  readonly #idOf = new Map<string, number>();

  constructor(form: BaseForm) {
    this.form = form;
  }

  put(record: BaseRecord): void {
    const before = this.#byId.get(record.id);
    if (before) this.#idOf.delete(before.number);
    this.#byId.set(record.id, record);
    this.#idOf.set(record.number, record.id);
  }

  remove(record: BaseRecord): void {
    this.#byId.delete(record.id);
    this.#idOf.delete(record.number);
  }

  byId(id: number): BaseRecord | undefined {
    return this.#byId.get(id);
  }

  byNumber(number: string): BaseRecord | undefined {
    return this.#byId.get(this.#idOf.get(number) ?? -1);
  }

  all(): Iterable<BaseRecord> {
    return this.#byId.values();
  }

  /** Approved and not forbidden: what a document may refer to. */
  usable(number: string): BaseRecord | undefined {
    const record = this.byNumber(number);
    return record?.status === 'C' && record.forbid === 'A' ? record : undefined;
  }
}

/** Finds the record a reference field points at, so that `FParentID.FName` can be answered. */
export type FindReference = (form: BaseForm, key: string, number: string) => BaseRecord | undefined;

/** Reads the fields of a record; an account is read once for every dimension it carries. */
export function readBase(
  table: BaseTable,
  record: BaseRecord,
  dimension: string | null,
  find: FindReference,
): ReadField {
  const own = ownFields(table.form, record, dimension);
  return (field) => {
    if (field in own) return own[field] ?? null;
    const [key = '', sub] = field.split('.');
    const value = key in own ? own[key] : record.fields[key];
    if (value === undefined || value === null || sub === undefined) return value ?? null;
    const found = sub === 'FNumber' ? undefined : find(table.form, key, String(value));
    return found ? (found.fields.FName ?? value) : value;
  };
}

function ownFields(
  form: BaseForm,
  record: BaseRecord,
  dimension: string | null,
): Readonly<Record<string, Scalar>> {
  return {
    [form.pk]: record.id,
    FNumber: record.number,
    FDocumentStatus: record.status,
    FForbidStatus: record.forbid,
    FCreateOrgId: record.org,
    FUseOrgId: record.org,
    FCreateDate: record.createdAt,
    FModifyDate: record.modifiedAt,
    FAuditDate: record.auditedAt,
    FFlEXITEMPROPERTYID: dimension,
    FInputType: dimension === null ? null : '1',
  };
}

/** Whether the form can be asked for a field; the spelling counts, and only references have parts. */
export function knowsField(form: BaseForm, field: string): boolean {
  const [key = '', sub, more] = field.split('.');
  if (!(key in form.fields) || more !== undefined) return false;
  return sub === undefined || (form.references.includes(key) && ['FNumber', 'FName', 'FId'].includes(sub));
}
