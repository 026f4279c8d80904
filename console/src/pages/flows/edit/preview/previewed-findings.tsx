import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { describe } from '#core/trouble/catalogue.ts';
import type { Finding } from '#core/validation/finding.ts';
import { FindingList } from './finding-list.tsx';
import { words } from './words.ts';

/** What stands in the way of posting, each with the way out. */
export function PreviewedFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const say = useSay(words);
  const reader = language.use();
  if (findings.length === 0) return <p className="tz-faint">{say('noFindings')}</p>;
  return (
    <FindingList
      title={say('findings')}
      findings={findings.map(({ code, at, effect, params }) => ({
        code,
        at,
        effect,
        ...describe(code, { ...params, at }, reader),
      }))}
    />
  );
}
