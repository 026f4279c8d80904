import type { Document, Fields, Provenance } from '#core/documents/document.ts';
import type { CompiledFlow } from '#core/flows/compile-flow.ts';
import { journalize } from '#core/journalize/journalize.ts';
import type { Account, Rate } from '#core/ledger/book.ts';
import { buildPeriods } from '#core/ledger/periods.ts';
import type { VoucherDraft } from '#core/ledger/voucher.ts';
import type { LookUpCrosswalk } from '#core/mapping/ports.ts';
import type { Finding } from '#core/validation/finding.ts';

/** What of a book a preview needs: its currency, its rates, and its accounts by code. */
export interface PreviewBook {
  readonly code: string;
  readonly baseCurrency: string;
  readonly rates: readonly Rate[];
  readonly accounts: ReadonlyMap<string, Pick<Account, 'code' | 'name' | 'isLeaf'>>;
}

/** A document as far as it could be built. */
export interface PreviewedDocument {
  readonly kind: string;
  readonly currency: string;
  readonly fields: Fields;
  readonly lines: readonly Fields[];
  readonly provenance: readonly Provenance[];
  /** False where something that makes it a document is missing or cannot be read. */
  readonly isWhole: boolean;
}

/** What one record becomes, by the code that posts it. Nothing is asked of the hub. */
export interface Previewed {
  readonly documents: readonly PreviewedDocument[];
  readonly vouchers: readonly PreviewedVoucher[];
  readonly findings: readonly Finding[];
  readonly isIgnored: boolean;
}

export interface PreviewedVoucher {
  readonly draft: VoucherDraft;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
}

interface Ports {
  readonly book: PreviewBook;
  readonly crosswalk: LookUpCrosswalk;
}

/** The document and the voucher of one record; who posts it, the open periods and the limits are the hub's to judge. */
export function previewRecord(
  compiled: CompiledFlow,
  sample: unknown,
  { book, crosswalk }: Ports,
): Previewed {
  const [mapped] = compiled.run([sample], { crosswalk });
  if (mapped === undefined) return { documents: [], vouchers: [], findings: [], isIgnored: false };
  const journalized =
    compiled.templates.length === 0
      ? []
      : journalize(mapped.documents, compiled.templates, journalBook(mapped.documents, book), {
          preparedBy: '',
        });
  const drafts = journalized.flatMap(({ draft }) => (draft === null ? [] : [draft]));
  const whole = mapped.documents.map((document) => ({ ...document, isWhole: true }));
  const partial = mapped.sketches
    .filter(({ isWhole }) => !isWhole)
    .map((sketch) => ({ ...sketch, provenance: [] }));
  return {
    documents: [...whole, ...partial],
    vouchers: drafts.map(totalled),
    findings: [
      ...mapped.findings,
      ...journalized.flatMap(({ findings }) => findings),
      ...drafts.flatMap((draft) => accountFindings(draft, book)),
    ],
    isIgnored: mapped.ignored !== undefined,
  };
}

function journalBook(documents: readonly Document[], { baseCurrency, rates }: PreviewBook) {
  const years = new Set(documents.map(({ date }) => Number(date.slice(0, 4))));
  const settings = {
    fxToleranceMinor: 1n,
    preparerMayNotReview: true,
    pnlReversal: 'negative-credit',
    attachmentsRequired: false,
  } as const;
  return { baseCurrency, settings, rates, periods: [...years].sort().flatMap((year) => buildPeriods(year)) };
}

function totalled(draft: VoucherDraft): PreviewedVoucher {
  const sum = (pick: (line: VoucherDraft['lines'][number]) => bigint) =>
    draft.lines.reduce((total, line) => total + pick(line), 0n);
  return {
    draft,
    debitMinor: sum(({ debitMinor }) => debitMinor),
    creditMinor: sum(({ creditMinor }) => creditMinor),
  };
}

/** Accounts that are not there, or that only add up others; where the chart is not known, nothing is said of it. */
function accountFindings(draft: VoucherDraft, { accounts, code: bookCode }: PreviewBook): Finding[] {
  if (accounts.size === 0) return [];
  return draft.lines.flatMap(({ account }, index): Finding[] => {
    const found = accounts.get(account);
    if (found?.isLeaf) return [];
    const code = found === undefined ? 'account_unknown' : 'account_not_leaf';
    return [
      {
        code,
        level: 2,
        effect: 'block',
        at: `lines[${index}].account`,
        params: { account, book: bookCode, name: found?.name.zh ?? '' },
      },
    ];
  });
}
