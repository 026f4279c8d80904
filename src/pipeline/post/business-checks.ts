import type { BusinessChecks } from '#core/flows/flow.ts';
import type { Book } from '#core/ledger/book.ts';
import { checkAuthority } from '#core/validation/business/authority.ts';
import { checkCreditLimit } from '#core/validation/business/credit-limit.ts';
import { checkFutureDate } from '#core/validation/business/future-date.ts';
import { checkLikelyDuplicate, duplicateKey } from '#core/validation/business/likely-duplicate.ts';
import type { Finding } from '#core/validation/finding.ts';
import { dimensionBalances } from '#storage/balances.ts';
import type { Tx } from '#storage/database.ts';
import { findLikeDocuments } from '#storage/documents.ts';
import type { Entry } from './journalize-items.ts';
import { sha256 } from './merkle.ts';

/** Level 3 for each entry, by position: dates ahead, likely doubles, credit limits, authority. */
export async function businessFindings(
  tx: Tx,
  book: Book,
  { entries, today }: { entries: readonly Entry[]; today: string },
): Promise<Finding[][]> {
  const findings = entries.map((entry) => ownFindings(book, entry, today));
  await addLikelyDoubles(tx, book, { entries, findings });
  await addCreditLimits(tx, book, { entries, findings });
  return findings;
}

function checksOf(entry: Entry): BusinessChecks {
  return entry.candidate.mapped.flow.compiled.flow.checks ?? {};
}

function ownFindings(book: Book, entry: Entry, today: string): Finding[] {
  const { futureDaysMax, authority } = checksOf(entry);
  const findings = checkFutureDate(entry.document.date, { today, futureDaysMax });
  if (authority && entry.draft) findings.push(...checkAuthority(entry.draft, book, authority));
  return findings;
}

/** Hash of the values by which a flow recognises likely doubles; null where it does not look. */
export function likenessOf(entry: Pick<Entry, 'candidate' | 'document'>): string | null {
  const check = entry.candidate.mapped.flow.compiled.flow.checks?.likelyDuplicate;
  const key = check ? duplicateKey(entry.document, check.fields) : null;
  return key === null ? null : Buffer.from(sha256(key)).toString('base64url');
}

async function addLikelyDoubles(
  tx: Tx,
  book: Book,
  { entries, findings }: { entries: readonly Entry[]; findings: Finding[][] },
): Promise<void> {
  const looks = entries.flatMap((entry, index) => {
    const likeness = likenessOf(entry);
    if (likeness === null) return [];
    const { kind, number, date } = entry.document;
    return [{ index, entry, likeness, kind, number, date, days: checksOf(entry).likelyDuplicate!.days }];
  });
  const seen = new Map<string, string>();
  const others = await findLikeDocuments(tx, book.id, looks);
  for (const [i, look] of looks.entries()) {
    const other = others[i] ?? seen.get(look.likeness);
    seen.set(look.likeness, look.number);
    if (other === undefined || other === null) continue;
    const nearest = [{ number: other, date: look.date }];
    findings[look.index]!.push(
      ...checkLikelyDuplicate(look.entry.document, nearest, checksOf(look.entry).likelyDuplicate!),
    );
  }
}

async function addCreditLimits(
  tx: Tx,
  book: Book,
  { entries, findings }: { entries: readonly Entry[]; findings: Finding[][] },
): Promise<void> {
  const limited = entries.flatMap((entry, index) => {
    const check = checksOf(entry).creditLimit;
    return check && entry.draft ? [{ index, draft: entry.draft, check }] : [];
  });
  for (const group of Map.groupBy(limited, ({ check }) => `${check.dimension} ${check.account}`).values()) {
    const { check } = group[0]!;
    const account = book.accounts.get(check.account);
    if (!account) continue;
    const codes = new Set(
      group.flatMap(({ draft }) => draft.lines.flatMap((line) => line.dimensions[check.dimension] ?? [])),
    );
    const owed = await dimensionBalances(tx, book.id, {
      accountId: account.id,
      dimension: check.dimension,
      codes: [...codes],
    });
    for (const { index, draft, check } of group) {
      const exposure = (code: string) => owed.get(code) ?? 0n;
      findings[index]!.push(...checkCreditLimit(draft, { book, exposure }, check));
      for (const line of draft.lines) {
        const code = line.account === check.account ? line.dimensions[check.dimension] : undefined;
        if (code !== undefined) owed.set(code, exposure(code) + line.debitMinor - line.creditMinor);
      }
    }
  }
}
