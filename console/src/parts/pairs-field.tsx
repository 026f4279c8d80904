import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

type Pair = readonly [name: string, value: string];

/** Names with a value each, as a field of a form. */
export function PairsField(props: {
  readonly value?: Readonly<Record<string, string>>;
  readonly onChange?: (value: Readonly<Record<string, string>>) => void;
}) {
  const say = useSay(words);
  const [pairs, setPairs] = useState<readonly Pair[]>(Object.entries(props.value ?? {}));
  const change = (next: readonly Pair[]) => {
    setPairs(next);
    props.onChange?.(Object.fromEntries(next.filter(([name]) => name !== '')));
  };
  const put = (at: number, pair: Pair) => change(pairs.map((old, i) => (i === at ? pair : old)));
  return (
    <Flex vertical gap={8} align="start">
      {pairs.map(([name, value], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pair is known by its place; its name is being typed
        <Flex key={i} gap={8}>
          <Input
            aria-label={say('pairName')}
            placeholder={say('pairName')}
            value={name}
            onChange={(event) => put(i, [event.target.value, value])}
          />
          <Input
            aria-label={say('pairValue')}
            placeholder={say('pairValue')}
            value={value}
            onChange={(event) => put(i, [name, event.target.value])}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={say('remove')}
            onClick={() => change(pairs.filter((_, other) => other !== i))}
          />
        </Flex>
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={() => change([...pairs, ['', '']])}>
        {say('addPair')}
      </Button>
    </Flex>
  );
}
