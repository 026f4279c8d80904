import { tell } from '#api/http/problem.ts';
import type { Language } from '#core/trouble/message.ts';
import type { ShownTrace } from './show-trace.ts';

/** A trace whose findings speak the reader's language. */
export function tellTrace(trace: ShownTrace, language: Language) {
  const { record, documents, exceptions } = trace;
  return {
    ...trace,
    record: { ...record, refusal: record.refusal && tell(record.refusal, language) },
    documents: documents.map((document) => ({
      ...document,
      flags: document.flags.map((flag) => tell(flag, language)),
    })),
    exceptions: exceptions.map((exception) => ({
      ...exception,
      findings: exception.findings.map((finding) => tell(finding, language)),
    })),
  };
}
