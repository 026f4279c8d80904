import { canonicalPostedVoucher, canonicalVoucher } from '#core/ledger/canonical.ts';
import { canonicalPosting, type PostingFacts } from '#core/ledger/canonical-posting.ts';
import type { Voucher } from '#core/ledger/voucher.ts';
import type { HashVersion } from '#storage/ledger.ts';
import { sha256 } from './merkle.ts';

/** The leaf of a voucher in the tree of its posting. */
export function voucherHash(
  voucher: Voucher,
  { version, flowVersionId }: { readonly version: HashVersion; readonly flowVersionId: number | null },
): Uint8Array {
  return sha256(version === 1 ? canonicalVoucher(voucher) : canonicalPostedVoucher(voucher, flowVersionId));
}

/** The link of a posting in the chain of its book. */
export function postingHash(
  posting: PostingFacts & { readonly root: Uint8Array; readonly previousHash: Uint8Array },
  version: HashVersion,
): Uint8Array {
  const { root, previousHash } = posting;
  if (version === 1) return sha256(Buffer.concat([previousHash, root]));
  return sha256(canonicalPosting(posting, { root: hex(root), previous: hex(previousHash) }));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
