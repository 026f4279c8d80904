import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { FieldOptions } from '#console/pages/flows/draft/fields.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './field-panel.module.css';
import { words } from './words.ts';

interface Props {
  readonly options: FieldOptions;
  readonly set: (options: FieldOptions) => void;
}

interface Pair {
  readonly id: number;
  readonly from: string;
  readonly to: string;
}

/** Their word → ours, written in place. */
export function EnumPairs({ options, set }: Props) {
  const say = useSay(words);
  // A pair that is being typed has no word of theirs yet, so the rows live here and only whole ones are written.
  const [pairs, setPairs] = useState<readonly Pair[]>(() =>
    Object.entries(options.enum ?? {}).map(([from, to], id) => ({ id, from, to })),
  );
  const write = (next: readonly Pair[]) => {
    setPairs(next);
    const whole = next.filter(({ from }) => from !== '');
    const { enum: _, ...rest } = options;
    set(
      whole.length === 0
        ? rest
        : { ...rest, enum: Object.fromEntries(whole.map(({ from, to }) => [from, to])) },
    );
  };
  const change = (id: number, part: Partial<Pair>) =>
    write(pairs.map((pair) => (pair.id === id ? { ...pair, ...part } : pair)));
  const nextId = Math.max(0, ...pairs.map(({ id }) => id)) + 1;
  return (
    <Form.Item label={say('enumeration')} extra={say('enumText')}>
      {pairs.map(({ id, from, to }) => (
        <div key={id} className={styles.pair}>
          <Input
            aria-label={say('theirs')}
            placeholder={say('theirs')}
            value={from}
            onChange={({ target }) => change(id, { from: target.value })}
          />
          <span aria-hidden>→</span>
          <Input
            aria-label={say('ours')}
            placeholder={say('ours')}
            value={to}
            onChange={({ target }) => change(id, { to: target.value })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={say('removeWord', { word: from })}
            onClick={() => write(pairs.filter((pair) => pair.id !== id))}
          />
        </div>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => setPairs([...pairs, { id: nextId, from: '', to: '' }])}>
        {say('addWord')}
      </Button>
    </Form.Item>
  );
}
