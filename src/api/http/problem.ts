import { describe } from '#core/trouble/catalogue.ts';
import type { Language } from '#core/trouble/message.ts';
import type { Params } from '#core/trouble/trouble.ts';
import type { Finding } from '#core/validation/finding.ts';
import type { Answer, Outgoing, Trouble } from './answer.ts';
import { statusOf } from './status-of.ts';

const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Where and how the trouble arose. */
export interface Asking {
  readonly language: Language;
  /** The path that was asked, without its query: queries may hold what should not be repeated. */
  readonly instance: string;
}

/** One finding as a reader sees it: the code, the place, the evidence, and both as sentences. */
export interface ToldFinding {
  readonly code: string;
  readonly level?: number;
  readonly effect?: string;
  readonly at: string;
  readonly params: Params;
  readonly title: string;
  readonly advice: string;
}

/** The answer to be sent: troubles become problem+json (RFC 9457) in the reader's language. */
export function render(outgoing: Outgoing, asking: Asking): Answer {
  return 'trouble' in outgoing ? problem(outgoing.trouble, asking) : outgoing;
}

export function problem(
  { code, at, params = {}, status = statusOf(code), findings = [], more = {}, headers = {} }: Trouble,
  { language, instance }: Asking,
): Answer {
  const { title, advice } = describe(code, { ...params, ...(at ? { at } : {}) }, language);
  return {
    status,
    headers: { ...headers, 'content-type': PROBLEM_TYPE, 'content-language': language },
    body: {
      type: `/api/v1/problems/${code}`,
      title,
      status,
      detail: advice,
      instance,
      code,
      ...(at ? { at } : {}),
      params,
      ...(findings.length > 0 ? { findings: findings.map((finding) => tell(finding, language)) } : {}),
      ...more,
    },
  };
}

export function tell(
  { code, level, effect, at = '', params = {} }: Pick<Finding, 'code'> & Partial<Finding>,
  language: Language,
): ToldFinding {
  const { title, advice } = describe(code, { ...params, at }, language);
  return {
    code,
    ...(level === undefined ? {} : { level }),
    ...(effect === undefined ? {} : { effect }),
    at,
    params,
    title,
    advice,
  };
}
