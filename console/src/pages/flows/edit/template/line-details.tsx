import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useSay } from '#console/words/use-say.ts';
import styles from './template.module.css';
import type { LinePart } from './template-line.tsx';
import { useFieldOptions } from './use-field-options.ts';
import { words } from './words.ts';

/** What few lines need: pieces, and how zeros and equal lines are treated. Open where something of it is said. */
export function LineDetails(part: LinePart) {
  const say = useSay(words);
  const { quantity, unitPrice, skipZero, merge } = part.line;
  const isSaid = [quantity, unitPrice, skipZero, merge].some((one) => one !== undefined);
  const [isOpen, setOpen] = useState(isSaid);
  return (
    <span className={styles.details}>
      <Button
        size="small"
        type="text"
        icon={isOpen ? <DownOutlined /> : <RightOutlined />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {say('more')}
      </Button>
      {isOpen ? <Opened {...part} /> : null}
    </span>
  );
}

function Opened(part: LinePart) {
  const say = useSay(words);
  const { line, set } = part;
  const repeats = line.each === 'lines' || line.allocateBy !== undefined;
  return (
    <>
      <Pieces name="quantity" {...part} />
      <Pieces name="unitPrice" {...part} />
      <Checkbox
        checked={line.skipZero === false}
        onChange={({ target }) => set('skipZero', target.checked ? false : undefined)}
      >
        {say('writeZero')}
      </Checkbox>
      {repeats ? (
        <Checkbox
          checked={line.merge === false}
          onChange={({ target }) => set('merge', target.checked ? false : undefined)}
        >
          {say('keepApart')}
        </Checkbox>
      ) : null}
    </>
  );
}

function Pieces({ name, line, kind, set }: LinePart & { readonly name: 'quantity' | 'unitPrice' }) {
  const say = useSay(words);
  const known = useFieldOptions(kind, line.each || line.allocateBy ? 'either' : 'header', [
    'qty',
    'int',
    'amount',
    'rate',
  ]);
  return (
    <span className={styles.dimension}>
      <span className="tz-faint">{say(name)}</span>
      <Select<string>
        size="small"
        aria-label={say(name)}
        value={line[name] ?? ''}
        popupMatchSelectWidth={220}
        options={[{ value: '', label: say('none') }, ...known]}
        onChange={(field) => set(name, field || undefined)}
      />
    </span>
  );
}
