import { useSay } from '#console/words/use-say.ts';
import styles from './access.module.css';
import { useRuleText } from './field-rule-text.ts';
import type { Limits } from './limits.ts';
import { words } from './words.ts';

/** Where something holds, in words, with what each field rule means. */
export function LimitsTold({ limits }: { readonly limits: Limits }) {
  const say = useSay(words);
  const textOf = useRuleText();
  const { books, departments, kinds, fields } = limits;
  const parts = [
    books?.join('、') ?? say('allBooks'),
    ...(departments ? [departments.join('、')] : []),
    ...(kinds ? [kinds.join('、')] : []),
    fields.length === 0 ? say('noRules') : say('rules', { n: fields.length }),
  ];
  return (
    <div>
      <span>{parts.join(' · ')}</span>
      {fields.length > 0 ? (
        <ul className={styles.told}>
          {fields.map((rule) => (
            <li key={`${rule.kind}.${rule.field}`}>{textOf(rule)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
