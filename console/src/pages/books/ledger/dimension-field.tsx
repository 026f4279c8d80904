import { Select, Space, Tag } from 'antd';
import { useState } from 'react';
import { api } from '#console/api/client.ts';
import { useTold } from '#console/api/use-told.ts';
import { useDimensions } from '#console/pages/books/use-book.ts';
import { useDimensionName } from '#console/parts/tracing/use-dimension-name.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

const OFFERED_MAX = 50;

interface DimensionFieldProps {
  readonly book: string;
  /** `customer:C001` */
  readonly dimension: string | null;
  readonly change: (dimension: string | null) => void;
}

/** Narrows a ledger to one value of a dimension. */
export function DimensionField({ book, dimension, change }: DimensionFieldProps) {
  const say = useSay(words);
  const nameOf = useDimensionName();
  const dimensions = useDimensions(book);
  const [chosen, setChosen] = useState<string | null>(null);
  if (dimension !== null) {
    const [name = '', ...code] = dimension.split(':');
    return (
      <Tag closable onClose={() => change(null)}>
        {say('only', { dimension: nameOf(name), code: code.join(':') })}
      </Tag>
    );
  }
  const options = (dimensions.data?.items ?? []).map((one) => ({
    value: one.dimension,
    label: nameOf(one.dimension),
  }));
  return (
    <Space.Compact>
      <Select
        aria-label={say('dimension')}
        placeholder={say('dimension')}
        value={chosen}
        options={options}
        allowClear
        popupMatchSelectWidth={false}
        onChange={(one?: string) => setChosen(one ?? null)}
      />
      {chosen === null ? null : (
        <ValueField book={book} dimension={chosen} change={(code) => change(`${chosen}:${code}`)} />
      )}
    </Space.Compact>
  );
}

function ValueField(props: {
  readonly book: string;
  readonly dimension: string;
  readonly change: (code: string) => void;
}) {
  const say = useSay(words);
  const { book, dimension } = props;
  const [text, setText] = useState('');
  const query = { limit: OFFERED_MAX, ...(text === '' ? {} : { text }) };
  const values = useTold(['/api/v1/books/{book}/dimensions/{dimension}', book, dimension, query], () =>
    api.GET('/api/v1/books/{book}/dimensions/{dimension}', { params: { path: { book, dimension }, query } }),
  );
  return (
    <Select
      aria-label={say('value')}
      placeholder={say('value')}
      style={{ minInlineSize: 200 }}
      showSearch={{ filterOption: false, onSearch: (typed) => setText(typed.trim()) }}
      loading={values.isPending}
      options={(values.data?.items ?? []).map(({ code, name }) => ({
        value: code,
        label: `${code} ${name}`,
      }))}
      onChange={props.change}
    />
  );
}
