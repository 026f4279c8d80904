import type { Schemas } from './paths.ts';

export type Problem = Schemas['Problem'];

/** What the hub refused or could not do, with its code and the way out. */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** Seconds to wait before it makes sense to ask again. */
  readonly retryAfter: number | null;

  constructor(problem: Problem, retryAfter: number | null) {
    super(`${problem.code}: ${problem.title}`);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** The problem in an answer that is not a success. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const wait = Number(response.headers.get('retry-after'));
  const body: unknown = await response.json().catch(() => null);
  return new ProblemError(isProblem(body) ? body : unreadable(response), wait > 0 ? wait : null);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body && 'detail' in body;
}

/** A proxy in between answers in its own words. */
function unreadable({ status, url }: Response): Problem {
  const instance = new URL(url).pathname;
  return { type: '', code: `http_${status}`, title: '', detail: '', status, instance, params: {} };
}
