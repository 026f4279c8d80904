import { FilterOutlined } from '@ant-design/icons';
import { Button, DatePicker, Flex, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useSay } from '#console/words/use-say.ts';
import styles from './server-table.module.css';
import { words } from './words.ts';

/** One way to narrow a list, by the hub's own names. */
export type Filter<Name extends string = string> =
  | { readonly kind: 'text'; readonly name: Name; readonly label: string }
  | {
      readonly kind: 'choice';
      readonly name: Name;
      readonly label: string;
      readonly choices: readonly { readonly value: string; readonly label: string }[];
    }
  | { readonly kind: 'days'; readonly from: Name; readonly until: Name; readonly label: string };

interface FilterProps<One extends Filter> {
  readonly filter: One;
  readonly search: URLSearchParams;
  readonly change: (changes: Readonly<Record<string, string | null>>) => void;
}

/** The filters of a list in one row; on a phone the first, and the others when asked for. */
export function FilterBar(props: {
  readonly filters: readonly Filter[];
  readonly search: URLSearchParams;
  readonly change: (changes: Readonly<Record<string, string | null>>) => void;
  readonly clear?: () => void;
}) {
  const say = useSay(words);
  const { search, change } = props;
  const [isOpen, setOpen] = useState(false);
  const [first, ...others] = props.filters;
  const shown = (filter: Filter) => (
    <OneFilter key={filter.label} filter={filter} search={search} change={change} />
  );
  return (
    <Flex component="search" gap={8} wrap align="center">
      {first ? shown(first) : null}
      {others.length > 0 ? (
        <Button className={styles.opener} icon={<FilterOutlined />} onClick={() => setOpen(!isOpen)}>
          {say(isOpen ? 'fewerFilters' : 'moreFilters')}
        </Button>
      ) : null}
      <div className={styles.more} data-open={isOpen}>
        {others.map(shown)}
      </div>
      {props.clear ? (
        <Button type="link" size="small" onClick={props.clear}>
          {say('clearFilters')}
        </Button>
      ) : null}
    </Flex>
  );
}

function OneFilter({ filter, ...props }: FilterProps<Filter>) {
  if (filter.kind === 'text') return <TextFilter filter={filter} {...props} />;
  if (filter.kind === 'choice') return <ChoiceFilter filter={filter} {...props} />;
  return <DaysFilter filter={filter} {...props} />;
}

function TextFilter({ filter, search, change }: FilterProps<Extract<Filter, { kind: 'text' }>>) {
  const value = search.get(filter.name) ?? '';
  return (
    <Input.Search
      key={value}
      className={styles.text}
      aria-label={filter.label}
      placeholder={filter.label}
      defaultValue={value}
      allowClear
      onSearch={(text) => change({ [filter.name]: text.trim() })}
    />
  );
}

function ChoiceFilter({ filter, search, change }: FilterProps<Extract<Filter, { kind: 'choice' }>>) {
  return (
    <Select
      className={styles.choice}
      aria-label={filter.label}
      placeholder={filter.label}
      value={search.get(filter.name)}
      options={[...filter.choices]}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      onChange={(value?: string | null) => change({ [filter.name]: value ?? null })}
    />
  );
}

const DAY = 'YYYY-MM-DD';

function DaysFilter({ filter, search, change }: FilterProps<Extract<Filter, { kind: 'days' }>>) {
  const say = useSay(words);
  const day = (name: string) => {
    const text = search.get(name);
    return text === null ? null : dayjs(text);
  };
  return (
    <DatePicker.RangePicker
      className={styles.days}
      aria-label={filter.label}
      placeholder={[`${filter.label} ${say('from')}`, say('until')]}
      value={[day(filter.from), day(filter.until)]}
      allowEmpty={[true, true]}
      onChange={(days) =>
        change({
          [filter.from]: days?.[0]?.format(DAY) ?? null,
          [filter.until]: days?.[1]?.format(DAY) ?? null,
        })
      }
    />
  );
}
