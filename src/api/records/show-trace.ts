import type { Access } from '#access/access.ts';
import { departmentsOf } from '#access/departments.ts';
import { DOTS, type Mask } from '#access/mask.ts';
import type { Permission } from '#access/permissions.ts';
import type { Sight } from '#access/sight.ts';
import type {
  Trace,
  TracedDocument,
  TracedField,
  TracedVersion,
  TracedVoucher,
} from '#pipeline/trace/trace.ts';
import type { FlowPlace } from '#storage/places.ts';
import { showTracedVoucher, withoutContent } from './show-traced-voucher.ts';

/** A trace as somebody may see it; `raw` is null where its bytes are not shown. */
export type ShownTrace = Omit<Trace, 'record'> & {
  readonly record: Omit<Trace['record'], 'raw'> & { readonly raw: Trace['record']['raw'] | null };
};

export interface Viewing {
  readonly access: Access;
  readonly flows: readonly FlowPlace[];
  readonly isRawShown: boolean;
}

/** Each part of a trace by the permission that shows such things elsewhere, in the books granted, its fields masked. */
export function showTrace(trace: Trace, viewing: Viewing): ShownTrace {
  const { access, flows, isRawShown } = viewing;
  const places = new Map(flows.map((flow) => [flow.code, flow]));
  const records = access.sight('records:read');
  const isSeen = (code: string | null, permission: Permission = 'records:read') => {
    const place = places.get(code ?? '');
    const sight = access.sight(permission);
    return place ? sight.traffic(place) : sight.isUnlimited;
  };
  const exceptions = trace.exceptions.filter(({ flow }) => isSeen(flow, 'exceptions:read'));
  const cover = exceptionCover(access.sight('exceptions:read'), places);
  return {
    record: { ...trace.record, raw: isRawShown ? trace.record.raw : null },
    run: trace.run && isSeen(trace.run.flow) ? trace.run : null,
    versions: trace.versions.map((version) => shownVersion(version, access)),
    documents: trace.documents
      .filter((document) => records.entry(seenIn(document)))
      .map((document) => shownDocument(document, access)),
    exceptions: exceptions.map(cover),
    corrections: trace.corrections
      .filter(({ flow }) => isSeen(flow))
      .map((correction) =>
        shownCorrection(correction, records.mask(places.get(correction.flow)?.book ?? '')),
      ),
    ignored: trace.ignored.filter(({ flow }) => isSeen(flow)),
    waiting: trace.waiting.filter(({ flow }) => isSeen(flow)),
    heldNews: shownNews(trace, access, isSeen),
  };
}

function seenIn({ book, kind, fields, lines }: TracedDocument) {
  const parts = [fields, ...lines].map((part) =>
    Object.fromEntries(part.map(({ field, value }) => [field, value])),
  );
  return { book, kinds: [kind], departments: departmentsOf(parts) };
}

function exceptionCover(sight: Sight, places: ReadonlyMap<string, FlowPlace>) {
  return (exception: Trace['exceptions'][number]) => {
    const { book = '', kinds = [] } = places.get(exception.flow) ?? {};
    const mask = sight.mask(book);
    return { ...exception, findings: exception.findings.map((finding) => mask.finding(finding, kinds)) };
  };
}

/** A correction without the values before and after, where the field is not shown plainly. */
function shownCorrection(correction: Trace['corrections'][number], mask: Mask): Trace['corrections'][number] {
  const { kind, place, value, before } = correction;
  const field = place.replace(/^.*\./, '').replace(/\[\d+\]$/, '');
  if (mask.field(kind, field) === 'plain') return correction;
  return { ...correction, value: value && DOTS, before: before && DOTS, reason: DOTS };
}

/** What was written back says what the record is worth; it goes with the exceptions it tells of. */
function shownNews(
  { heldNews, exceptions }: Trace,
  access: Access,
  isSeen: (flow: string, permission: Permission) => boolean,
): Trace['heldNews'] {
  const sight = access.sight('deliveries:read');
  if (!exceptions.every(({ flow }) => isSeen(flow, 'deliveries:read'))) return [];
  return sight.isPlain ? heldNews : heldNews.map(withoutContent);
}

function shownVersion(version: TracedVersion, access: Access): TracedVersion {
  const records = access.sight('records:read');
  const vouchers = access.sight('vouchers:read');
  const documents = version.documents
    .filter(({ book, kind }) => records.kinds({ book, kinds: [kind] }))
    .map((document) => {
      const { book, kind } = document;
      const number = records.mask(book).number(document);
      if (vouchers.kinds({ book, kinds: [kind] })) return { ...document, number };
      return { ...document, number, voucher: null, reversal: null };
    });
  return { ...version, documents };
}

function shownDocument(document: TracedDocument, access: Access): TracedDocument {
  const { book, kind, fields, lines } = document;
  const mask = access.sight('records:read').mask(book);
  const shown = (part: readonly TracedField[]) => part.flatMap((field) => shownField(field, mask, kind));
  return {
    ...document,
    number: mask.number(document),
    fields: shown(fields),
    lines: mask.hasLines(kind) ? lines.map(shown) : [],
    flags: document.flags.map((flag) => mask.finding(flag, [kind])),
    voucher: shownVoucher(document.voucher, document, access),
    reversal: shownVoucher(document.reversal, document, access),
  };
}

function shownField(field: TracedField, mask: Mask, kind: string): TracedField[] {
  const showing = mask.head(kind, field.field);
  if (showing === 'hidden') return [];
  return [showing === 'masked' ? { ...field, value: DOTS, origins: [] } : field];
}

function shownVoucher(
  voucher: TracedVoucher | null,
  { book, kind }: TracedDocument,
  access: Access,
): TracedVoucher | null {
  if (!voucher) return null;
  const parts = voucher.lines.map(({ dimensions }) =>
    Object.fromEntries(dimensions.map(({ dimension, code }) => [dimension, code])),
  );
  const seen = { book, kinds: [kind], departments: departmentsOf(parts) };
  const vouchers = access.sight('vouchers:read');
  if (!vouchers.entry(seen)) return null;
  const shown = showTracedVoucher(vouchers.mask(book), voucher, kind);
  return access.sight('deliveries:read').entry(seen) ? shown : { ...shown, deliveries: [] };
}
