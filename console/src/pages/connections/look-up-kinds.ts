/** Dimensions that people ask for where a connector can look dimensions up. */
const DIMENSIONS = ['customer', 'supplier', 'department', 'employee', 'project'] as const;

export type LookUpKind = 'accounts' | 'rates' | (typeof DIMENSIONS)[number];

/** What can be looked up by a connector with these capabilities. */
export function lookUpKinds(declared: readonly string[]): readonly LookUpKind[] {
  return [
    ...(declared.includes('lookup:accounts') ? (['accounts'] as const) : []),
    ...(declared.includes('lookup:dimension') ? DIMENSIONS : []),
    ...(declared.includes('lookup:rates') ? (['rates'] as const) : []),
  ];
}

/** What is shown of a row, by kind; anything else it has is left to the system itself. */
export function shownOf(
  kind: LookUpKind,
): readonly ('code' | 'name' | 'parent' | 'enabled' | 'currency' | 'type' | 'date' | 'rate')[] {
  if (kind === 'rates') return ['currency', 'type', 'date', 'rate'];
  return kind === 'accounts' ? ['code', 'name', 'parent'] : ['code', 'name', 'enabled'];
}

/** A cell as text. Names of accounts come in several languages. */
export function cellText(row: Readonly<Record<string, unknown>>, column: string): string {
  const value = column === 'parent' ? row.parentCode : row[column];
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return 'zh' in value ? String(value.zh) : '';
  return typeof value === 'boolean' ? (value ? '✓' : '✗') : String(value);
}
