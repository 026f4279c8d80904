/** What a department is called among dimensions and fields. The same names stand in `document_departments` (0010). */
const NAMES = ['department', 'dept'];

/** The departments that lines or fields carry, each once. */
export function departmentsOf(parts: readonly Readonly<Record<string, unknown>>[]): string[] {
  const codes = parts.flatMap((part) => NAMES.map((name) => part[name]));
  return [...new Set(codes.filter((code) => typeof code === 'string'))];
}
