import type { Book } from '#core/ledger/book.ts';
import type { VoucherDraft } from '#core/ledger/voucher.ts';
import { checkVoucher } from '#core/validation/check-voucher.ts';
import type { Finding } from '#core/validation/finding.ts';
import type { Tx } from '#storage/database.ts';
import { businessFindings } from './business-checks.ts';
import type { Candidate } from './candidate.ts';
import type { Entry } from './journalize-items.ts';

/** What the checks say of one candidate: everything its entries show, or that it may go into the book. */
export interface CheckedCandidate {
  readonly candidate: Candidate;
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
  readonly stopped: boolean;
}

export interface EntriesToCheck {
  readonly candidates: readonly Candidate[];
  readonly entries: readonly Entry[];
  readonly today: string;
  /** Per account code, debit positive; moved along by every draft that passes. */
  readonly balances: Map<string, bigint>;
}

/**
 * Levels 2 and 3 over all entries. A candidate is stopped as a whole: a record whose second document is wrong must not
 * be half in the book. Balances run along, so that a payment sees the receipt before it in the same batch.
 */
export async function checkEntries(
  tx: Tx,
  book: Book,
  { candidates, entries, today, balances }: EntriesToCheck,
): Promise<CheckedCandidate[]> {
  const business = await businessFindings(tx, book, { entries, today });
  const context = { book, today, openingBalances: (account: string) => balances.get(account) ?? 0n };
  const groups = Map.groupBy(entries.keys(), (i) => entries[i]!.candidate);
  return candidates.map((candidate) => {
    const indexes = groups.get(candidate) ?? [];
    const own = indexes.map((i) => entries[i]!);
    const findings = [
      ...candidate.mapped.findings,
      ...indexes.flatMap((i) => {
        const { draft, findings: journalized } = entries[i]!;
        return [...journalized, ...(draft ? checkVoucher(draft, context) : []), ...business[i]!];
      }),
    ];
    const stopped = stops(findings, candidate.mapped.item.released);
    if (!stopped) for (const { draft, staged } of own) if (draft && !staged) addToRunning(balances, draft);
    return { candidate, entries: own, findings, stopped };
  });
}

/** A block always stops; a hold stops until a person has released its code. */
export function stops(findings: readonly Finding[], released: readonly string[]): boolean {
  return findings.some(
    ({ effect, code }) => effect === 'block' || (effect === 'hold' && !released.includes(code)),
  );
}

function addToRunning(balances: Map<string, bigint>, draft: VoucherDraft): void {
  for (const { account, debitMinor, creditMinor } of draft.lines) {
    balances.set(account, (balances.get(account) ?? 0n) + debitMinor - creditMinor);
  }
}
