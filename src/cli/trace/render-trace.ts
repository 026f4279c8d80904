import { renderPairs, renderTable } from '#cli/table.ts';
import { tellRefusal } from '#cli/trouble-text.ts';
import { oneLine } from '#cli/width.ts';
import { stateWord, word } from '#cli/words.ts';
import type { Language } from '#core/trouble/message.ts';
import type { Trace, TracedException, TracedRecord } from '#pipeline/trace/trace.ts';
import { renderDeliveries } from './render-deliveries.ts';
import { renderDocument } from './render-document.ts';

export interface TraceView {
  readonly language: Language;
  /** The raw data whole, however long. */
  readonly full: boolean;
}

const RAW_LINES_MAX = 40;

/** A trace as a person reads it, from top to bottom as it happened. */
export function renderTrace(trace: Trace, view: TraceView): string {
  const { language } = view;
  const parts = [
    section(`${word('record', language)} ${trace.record.id}`, renderRecord(trace, view)),
    ...(trace.versions.length > 1 ? [section(word('versions', language), renderVersions(trace, view))] : []),
    ...trace.exceptions.map((exception) =>
      section(
        `${word('exception', language)} ${exception.id}  ${stateWord(exception.state, language)}`,
        renderException(exception, view),
      ),
    ),
    ...(trace.heldNews.length > 0
      ? [section(word('writeBack', language), renderDeliveries(trace.heldNews, language))]
      : []),
    ...trace.ignored.map(({ flow, reason }) =>
      section(`${word('flow', language)} ${flow}`, `${word('ignored', language)}: ${reason}`),
    ),
    ...trace.waiting.map(({ flow, version }) =>
      section(`${word('flow', language)} ${flow} v${version}`, stateWord('waiting', language)),
    ),
    ...trace.documents.map((document) => renderDocument(document, language)),
  ];
  return parts.join('\n\n');
}

export function section(title: string, body: string): string {
  return `━━ ${oneLine(title)}\n${body}`;
}

function renderRecord({ record, run }: Trace, view: TraceView): string {
  const { language } = view;
  const { connection } = record;
  const head = renderPairs(language, [
    ['connection', `${connection.code} ${connection.title} (${connection.connector})`],
    ['externalId', `${record.kind} ${record.externalId}`],
    ['received', [record.receivedAt, record.receivedBy].filter(Boolean).join(' — ')],
    ['run', run && `${run.id} ${run.kind} ${run.flow ?? ''} — ${run.startedBy} ${run.startedAt}`],
    ['hash', `sha256 ${record.sha256}`],
    ['reason', record.refusal && tellRefusal(record.refusal, language).title],
  ]);
  return `${head}\n${indent(rawLines(record, view).join('\n'))}`;
}

function rawLines({ raw, mediaType }: TracedRecord, { full }: TraceView): string[] {
  const lines = prettyOf(raw.text, mediaType).split('\n').map(oneLine);
  if (full || lines.length <= RAW_LINES_MAX) return lines;
  return [...lines.slice(0, RAW_LINES_MAX), `… +${lines.length - RAW_LINES_MAX} (--full)`];
}

function prettyOf(text: string, mediaType: string): string {
  if (!/json/.test(mediaType)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function renderVersions({ versions, record }: Trace, { language }: TraceView): string {
  return renderTable(
    language,
    [
      { title: 'record', value: (one) => `${one.recordId}${one.recordId === record.id ? ' ◀' : ''}` },
      { title: 'received', value: (one) => one.receivedAt },
      { title: 'state', value: (one) => stateWord(one.state, language) },
      {
        title: 'documents',
        value: (one) =>
          one.documents
            .map(({ number, voucher, reversal }) =>
              [number, voucher, reversal].filter((text) => text !== null).join(' → '),
            )
            .join('; '),
      },
      { title: 'hash', value: (one) => one.sha256.slice(0, 12) },
    ],
    versions,
  );
}

function renderException(exception: TracedException, { language }: TraceView): string {
  const findings = exception.findings.map((finding) => {
    const { title, advice } = tellRefusal(finding, language);
    return `${stateWord(finding.effect, language)} [${finding.code}] ${oneLine(title)}\n  ${oneLine(advice)}`;
  });
  const closed = exception.closedAt
    ? [`${exception.closedAt} ${exception.closedBy ?? ''} ${exception.note ?? ''}`.trimEnd()]
    : [];
  return [`${exception.flow}  ${exception.openedAt}`, ...findings, ...closed].join('\n');
}

export function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
