/** Whom a provider says it has before it, proved. */
export interface Identified {
  /** Where the subject means something: the issuer, or the directory and its attribute. */
  readonly realm: string;
  /** Never given to anybody else in that realm. */
  readonly subject: string;
  /** What people call themselves there. Proposes a login name here, and proves nothing. */
  readonly login: string;
  readonly name: string;
  readonly groups: readonly string[];
  /** Whether the provider says that it saw a second factor. What that is worth is ours to decide. */
  readonly hasSecondFactor: boolean;
}
