import { diffLists } from '#core/flows/diff-lists.ts';

/** A line of a comparison; `skipped` stands for so many lines that are alike. */
export type DiffLine =
  | { readonly type: 'same' | 'added' | 'removed'; readonly text: string; readonly key: string }
  | { readonly type: 'skipped'; readonly count: number; readonly key: string };

/** Lines around a change that are shown although they are alike. */
const AROUND = 3;

/** What differs between two texts, line by line; long stretches that are alike are left out. */
export function diffTexts(before: string, after: string): readonly DiffLine[] {
  const steps = diffLists(before.split('\n'), after.split('\n'), (line) => line);
  const isNear = nearChanges(steps.map(({ type }) => type !== 'same'));
  const lines: DiffLine[] = [];
  steps.forEach((step, i) => {
    const key = String(i);
    const last = lines.at(-1);
    if (isNear[i])
      lines.push({ type: step.type, text: step.type === 'removed' ? step.before : step.after, key });
    else if (last?.type === 'skipped') lines[lines.length - 1] = { ...last, count: last.count + 1 };
    else lines.push({ type: 'skipped', count: 1, key });
  });
  return lines;
}

function nearChanges(isChange: readonly boolean[]): readonly boolean[] {
  const near = isChange.map(() => false);
  isChange.forEach((changed, i) => {
    if (!changed) return;
    for (let j = Math.max(0, i - AROUND); j <= Math.min(near.length - 1, i + AROUND); j++) near[j] = true;
  });
  return near;
}
