import { filledByTables } from '#console/pages/flows/draft/needed-fields.ts';
import { defaultTypeOf } from '#core/documents/vocabulary.ts';
import type { FieldType, Flow } from '#core/flows/flow.ts';

/** The fields a template of a kind may use, with how they are held. */
interface TemplateFields {
  readonly header: ReadonlyMap<string, FieldType>;
  readonly lines: ReadonlyMap<string, FieldType>;
}

export function templateFields(flow: Flow, kind: string): TemplateFields {
  const header = new Map<string, FieldType>([['currency', 'code']]);
  const lines = new Map<string, FieldType>();
  for (const document of flow.documents.filter((one) => one.kind === kind)) {
    for (const [name, mapping] of Object.entries(document.fields)) header.set(name, typeOf(name, mapping));
    for (const [name, mapping] of Object.entries(document.lines?.fields ?? {}))
      lines.set(name, typeOf(name, mapping));
    for (const name of filledByTables(flow, document)) header.set(name, header.get(name) ?? 'text');
  }
  return { header, lines };
}

function typeOf(name: string, mapping: Flow['documents'][number]['fields'][string]): FieldType {
  return (typeof mapping === 'string' ? undefined : mapping.type) ?? defaultTypeOf(name);
}
