import { type ChartStandard, standardAccounts } from './chart.ts';

/** An account of a foreign chart, as far as anybody told us. */
export interface ForeignAccount {
  readonly code: string;
  readonly name?: string;
}

/** Who won, and by how much: a person who confirms the standard wants to see that. */
export interface StandardVotes {
  /** Null when the votes tie: then nobody may map by code. */
  readonly standard: ChartStandard | null;
  readonly cas: number;
  readonly casSmall: number;
}

/** A name that belongs to the code says more than a code that merely exists. */
const NAME_VOTE = 2;
const CODE_VOTE = 1;

/**
 * Which of the two Chinese standards a foreign chart follows, by votes of its four-digit accounts.
 *
 * The same code means different things (4001, 5001, 5301, …), so a matcher that has not asked this first maps capital to
 * production cost. Accounts on which both standards agree do not vote.
 */
export function detectStandard(accounts: Iterable<ForeignAccount>): StandardVotes {
  const cas = namesByCode('cas');
  const small = namesByCode('cas-small');
  const votes = { cas: 0, casSmall: 0 };
  for (const { code, name } of accounts) {
    const inCas = cas.get(code);
    const inSmall = small.get(code);
    if (inCas === inSmall) continue;
    if (name !== undefined && name !== '') {
      if (inCas === normalName(name)) votes.cas += NAME_VOTE;
      if (inSmall === normalName(name)) votes.casSmall += NAME_VOTE;
    } else if (inSmall === undefined) votes.cas += CODE_VOTE;
    else if (inCas === undefined) votes.casSmall += CODE_VOTE;
  }
  return { ...votes, standard: winnerOf(votes) };
}

function winnerOf({ cas, casSmall }: { cas: number; casSmall: number }): ChartStandard | null {
  if (cas === casSmall) return null;
  return cas > casSmall ? 'cas' : 'cas-small';
}

function namesByCode(standard: ChartStandard): Map<string, string> {
  return new Map(standardAccounts(standard).map((row) => [row.code, normalName(row.name.zh)]));
}

/** Older spellings of the same names: 帐 for 账, 应交税金, 现金, and the surcharge account before it was renamed in 2016. */
function normalName(name: string): string {
  return name
    .replace(/\s/g, '')
    .replaceAll('帐', '账')
    .replace(/^现金$/, '库存现金')
    .replace(/^应交税金$/, '应交税费')
    .replace(/^税金及附加$/, '营业税金及附加');
}
