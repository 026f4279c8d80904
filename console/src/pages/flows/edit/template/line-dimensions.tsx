import { AutoComplete } from 'antd';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { useDimensionName } from '#console/parts/tracing/use-dimension-name.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './template.module.css';
import type { LinePart } from './template-line.tsx';
import { useFieldOptions } from './use-field-options.ts';
import { words } from './words.ts';

/** What the account asks for, and where each code comes from. */
export function LineDimensions({ line, kind, set }: LinePart) {
  const say = useSay(words);
  const nameOf = useDimensionName();
  const { book } = useEditor();
  const asked = book.accounts.get(line.account)?.dimensions ?? {};
  const given = line.dimensions ?? {};
  const names = [...new Set([...Object.keys(asked), ...Object.keys(given)])];
  const known = useFieldOptions(kind, line.each || line.allocateBy ? 'either' : 'header', ['code', 'text']);
  const write = (name: string, from: string) => {
    const { [name]: _, ...others } = given;
    const next = from === '' ? others : { ...others, [name]: from };
    set('dimensions', Object.keys(next).length > 0 ? next : undefined);
  };
  return names.map((name) => (
    <span key={name} className={styles.dimension}>
      <span className="tz-faint">
        {nameOf(name)}
        {asked[name] === 'must' ? ` (${say('must')})` : ''}
      </span>
      <AutoComplete<string>
        size="small"
        aria-label={`${say('dimensions')} ${nameOf(name)}`}
        placeholder={say('constant')}
        status={asked[name] === 'must' && given[name] === undefined ? 'error' : ''}
        value={given[name] ?? ''}
        options={known}
        popupMatchSelectWidth={240}
        onChange={(from) => write(name, from)}
      />
    </span>
  ));
}
