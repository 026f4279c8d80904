import { similarity } from './similarity.ts';

/** One of our codes that may be meant. */
export interface CodeCandidate {
  readonly code: string;
  readonly name: string;
}

export interface CodeSuggestion extends CodeCandidate {
  /** 0–1: how alike the words are. Never 1, which is what a person confirms. */
  readonly confidence: number;
  /** Their word that came closest. */
  readonly because: string;
}

const SUGGESTIONS_MAX = 5;
const CONFIDENCE_MIN = 0.35;
const CONFIDENCE_MAX = 0.99;

/** Our codes that are most like what is known about theirs: the code itself and the names that stand beside it. */
export function suggestCodes(
  words: readonly string[],
  candidates: readonly CodeCandidate[],
): CodeSuggestion[] {
  return candidates
    .flatMap((candidate) => scored(words, candidate))
    .filter(({ confidence }) => confidence >= CONFIDENCE_MIN)
    .sort((a, b) => b.confidence - a.confidence || (a.code < b.code ? -1 : 1))
    .slice(0, SUGGESTIONS_MAX);
}

function scored(words: readonly string[], candidate: CodeCandidate): CodeSuggestion[] {
  const [best] = words
    .map((word) => ({
      because: word,
      confidence: Math.max(similarity(word, candidate.code), similarity(word, candidate.name)),
    }))
    .sort((a, b) => b.confidence - a.confidence);
  if (best === undefined) return [];
  const confidence = Math.min(CONFIDENCE_MAX, Number(best.confidence.toFixed(2)));
  return [{ ...candidate, ...best, confidence }];
}
