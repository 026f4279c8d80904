import { knowsBalanceField, readBalances } from './balance-rows.ts';
import { type BaseRecord, type FindReference, knowsField, readBase } from './base-table.ts';
import type { Condition } from './filter.ts';
import { BASE_FORMS, type BaseForm, SHARED_FORMS } from './forms.ts';
import { equalities, fieldsOf, type ReadField } from './meets.ts';
import type { SimVoucher } from './voucher.ts';
import { isEntryField, knowsVoucherField, readVoucher } from './voucher-fields.ts';
import type { World } from './world.ts';

/** What a query reads from: which fields there are, and rows that may meet its condition. */
export interface QuerySource {
  readonly hasKey: boolean;
  knows(field: string): boolean;
  rows(named: readonly string[], condition: Condition | null): Iterable<ReadField>;
}

/** The source behind a form id, or null when there is no such form. */
export function sourceOf(world: World, formId: string, org: string): QuerySource | null {
  if (formId === 'GL_VOUCHER') return voucherSource(world);
  if (formId === 'GL_BALANCE') {
    return {
      hasKey: false,
      knows: (field) => knowsBalanceField(world, field),
      rows: () => readBalances(world),
    };
  }
  const form = BASE_FORMS.get(formId);
  return form ? baseSource(world, form, org) : null;
}

function voucherSource(world: World): QuerySource {
  return {
    hasKey: true,
    knows: (field) => knowsVoucherField(world, field),
    *rows(named, condition) {
      const perEntry = named.some((field) => isEntryField(world, field));
      for (const voucher of candidatesFor(world, condition)) {
        // One source says that drafts are only seen by View.
        if (voucher.status === 'Z') continue;
        if (!perEntry) yield readVoucher(world, voucher, undefined);
        else for (const entry of voucher.entries) yield readVoucher(world, voucher, entry);
      }
    },
  };
}

function candidatesFor(world: World, condition: Condition | null): Iterable<SimVoucher> {
  for (const [field, values] of equalities(condition)) {
    const candidates = world.vouchers.candidates(field, values);
    if (candidates) return candidates;
  }
  return world.vouchers.all();
}

function baseSource(world: World, form: BaseForm, org: string): QuerySource {
  return {
    hasKey: true,
    knows: (field) => knowsField(form, field),
    *rows(named, condition) {
      const isFiltered = fieldsOf(condition).some((field) => /^F(Use|Create)OrgId/.test(field));
      const seesAll = SHARED_FORMS.has(form.id) || isFiltered;
      const perDimension = named.some((field) => /^(FFlEXITEMPROPERTYID|FInputType)/.test(field));
      const find = referencesOf(world);
      for (const record of world.table(form.id).all()) {
        if (!seesAll && record.org !== org) continue;
        for (const dimension of dimensionsOf(record, perDimension)) {
          yield readBase(world.table(form.id), record, dimension, find);
        }
      }
    },
  };
}

/** Asking for the dimensions of an account multiplies its row, as any entry does. */
function dimensionsOf(record: BaseRecord, perDimension: boolean): readonly (string | null)[] {
  return perDimension && record.dimensions.length > 0 ? record.dimensions : [null];
}

const REFERRED: Readonly<Record<string, string>> = {
  FCreateOrgId: 'ORG_Organizations',
  FUseOrgId: 'ORG_Organizations',
  FCURRENCYID: 'BD_Currency',
  FCyForID: 'BD_Currency',
  FCyToID: 'BD_Currency',
  FRATETYPEID: 'BD_RateType',
  FPARENTID: 'BD_Account',
  FParentID: 'BD_Department',
};

function referencesOf(world: World): FindReference {
  return (_form, key, number) => {
    const referred = REFERRED[key];
    return referred === undefined ? undefined : world.table(referred).byNumber(number);
  };
}
