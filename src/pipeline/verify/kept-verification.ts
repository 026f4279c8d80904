import type { BookDifference } from './book-difference.ts';
import type { Verification } from './verify.ts';

/** What is kept of a verification. Of many differences the first are kept; `verification.differences` counts all. */
export interface KeptVerification {
  readonly verification: Verification;
  readonly differences: readonly BookDifference[];
}

/** Tells what a finished verification left behind from what one that broke off did. */
export function isKeptVerification(value: unknown): value is KeptVerification {
  return typeof value === 'object' && value !== null && 'verification' in value && 'differences' in value;
}
