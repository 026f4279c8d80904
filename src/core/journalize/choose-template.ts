import type { Document } from '#core/documents/document.ts';
import { scopeOfDocument } from '#core/documents/scope.ts';
import type { Finding } from '#core/validation/finding.ts';
import { blocked } from './blocked.ts';
import type { CompiledTemplate } from './template.ts';

/** The first template of the document's kind whose condition holds, or null with a finding. */
export function chooseTemplate(
  document: Document,
  templates: readonly CompiledTemplate[],
  findings: Finding[],
): CompiledTemplate | null {
  for (const template of templates) {
    if (template.source.document !== document.kind) continue;
    if (template.when === null) return template;
    const result = template.when.evaluate(scopeOfDocument(document, template.when.names, template.types));
    if (result.ok && result.value === true) return template;
    if (result.ok) continue;
    findings.push(
      blocked(result.refusal.code, `template[${template.index}].when`, result.refusal.params ?? {}),
    );
    return null;
  }
  findings.push(blocked('template_missing', 'template', { kind: document.kind, number: document.number }));
  return null;
}
