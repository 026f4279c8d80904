import { Button, Flex, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { api } from '#console/api/client.ts';
import { useDimensionName } from '#console/parts/tracing/use-dimension-name.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './exceptions.module.css';
import type { Repairing } from './repairs.tsx';
import type { Fixing } from './use-fixing.ts';
import { words } from './words.ts';

/** A value of a dimension that is missing or switched off. */
export function DimensionRepair({ exception, fixing, repair }: Repairing) {
  const say = useSay(words);
  const dimensionName = useDimensionName();
  const { code = '' } = repair;
  const dimension = repair.dimension ?? '';
  const save = useChange({
    change: async (name: string) => {
      const params = { path: { book: exception.book, dimension } };
      const values = [{ code, name, enabled: true }];
      await api.PUT('/api/v1/books/{book}/dimensions/{dimension}', { params, body: { values } });
      await fixing.replay();
    },
    done: () => say('savedValue', { code }),
  });
  return (
    <OneField
      title={say('fixDimension', { dimension: dimensionName(dimension), code })}
      label={say('nameOfValue')}
      before={<code className="tz-code">{code}</code>}
      fixing={fixing}
      isSaving={save.isPending}
      save={save.mutate}
    />
  );
}

/** A rate of exchange that is missing. */
export function RateRepair({ exception, fixing, repair }: Repairing) {
  const say = useSay(words);
  const { currency = '', type = '', date = '' } = repair;
  const save = useChange({
    change: async (rate: string) => {
      const params = { path: { book: exception.book } };
      const rates = [{ currency, type, date, rate }];
      await api.PUT('/api/v1/books/{book}/rates', { params, body: { rates } });
      await fixing.replay();
    },
    done: () => say('savedRate'),
  });
  return (
    <OneField
      title={say('fixRate', { currency, date })}
      label={say('rate')}
      before={<span>{currency}</span>}
      fixing={fixing}
      isSaving={save.isPending}
      save={save.mutate}
    />
  );
}

function OneField(props: {
  readonly title: string;
  readonly label: string;
  readonly before: ReactNode;
  readonly fixing: Fixing;
  readonly isSaving: boolean;
  readonly save: (value: string) => void;
}) {
  const say = useSay(words);
  const [value, setValue] = useState('');
  return (
    <div className={styles.repair}>
      <strong>{props.title}</strong>
      <Flex gap={8} wrap align="center">
        {props.before}
        <Input
          className={styles.code}
          aria-label={props.label}
          placeholder={props.label}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
        <Button
          type="primary"
          disabled={value.trim() === ''}
          loading={props.isSaving || props.fixing.isWorking}
          onClick={() => props.save(value.trim())}
        >
          {say(props.fixing.mayReplay ? 'saveAndReplay' : 'save')}
        </Button>
      </Flex>
    </div>
  );
}
