import type { FlowTemplate } from '#api/flows/flow-template.ts';

/** Dimension of ours → where a simulated ledger keeps its values. */
const FORMS: Readonly<Record<string, string>> = {
  customer: 'BD_Customer',
  supplier: 'BD_Supplier',
  department: 'BD_Department',
  employee: 'BD_Empinfo',
};

/** What a simulated ledger knows from the beginning: everybody whom the templates' own samples name. */
export function rehearsalSeed(templates: readonly FlowTemplate[]): object {
  const known = Object.entries(FORMS).map(([dimension, form]) => {
    const values = Object.assign({}, ...templates.map(({ needs }) => needs.values[dimension] ?? {}));
    return [form, Object.entries(values).map(([FNumber, FName]) => ({ FNumber, FName }))] as const;
  });
  return Object.fromEntries(known.filter(([, rows]) => rows.length > 0));
}
