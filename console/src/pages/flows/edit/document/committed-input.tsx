import { AutoComplete } from 'antd';
import { useState } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Of what is written here only what fits is taken; anything else stays red until it does. */
  readonly pattern: RegExp;
  readonly options?: readonly string[];
  readonly placeholder?: string;
  readonly commit: (value: string) => void;
}

/** A box whose text counts once it is left or Enter is pressed: half a name would break what goes by it. */
export function CommittedInput({ label, value, pattern, options = [], placeholder, commit }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? value;
  const isRight = pattern.test(shown);
  const take = (text: string) => {
    if (!pattern.test(text)) return;
    setDraft(null);
    if (text !== value) commit(text);
  };
  return (
    <AutoComplete<string>
      size="small"
      aria-label={label}
      style={{ inlineSize: '100%' }}
      status={isRight ? '' : 'error'}
      value={shown}
      options={options.map((one) => ({ value: one }))}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={setDraft}
      onSelect={take}
      onBlur={() => take(shown)}
      onInputKeyDown={({ key }) => key === 'Enter' && take(shown)}
    />
  );
}
