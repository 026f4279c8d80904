import { TagsOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMay } from '#console/api/session.ts';
import { BookFrame } from '#console/pages/books/book-frame.tsx';
import { useBookCode, useDimensions } from '#console/pages/books/use-book.ts';
import { words as shared } from '#console/pages/books/words.ts';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { Told } from '#console/parts/told.tsx';
import { useDimensionName } from '#console/parts/tracing/use-dimension-name.ts';
import { useSay } from '#console/words/use-say.ts';
import { DimensionValues } from './dimension-values.tsx';
import { words } from './words.ts';

/** The dimensions of a book and the values of the one that is chosen. */
export function DimensionsPage() {
  const book = useBookCode();
  const say = useSay(words);
  const sayShared = useSay(shared);
  const nameOf = useDimensionName();
  const mayWrite = useMay()('books:write');
  const dimensions = useDimensions(book);
  const [search, setSearch] = useSearchParams();
  const choose = (dimension: string) => setSearch({ dimension }, { replace: true });
  return (
    <BookFrame book={book} title={sayShared('dimensions')}>
      <Told of={dimensions}>
        {({ items }) => {
          const chosen = search.get('dimension') ?? items[0]?.dimension ?? null;
          return (
            <>
              <Flex gap={12} wrap align="center">
                {items.length > 0 ? (
                  <Segmented
                    aria-label={say('dimension')}
                    value={chosen ?? ''}
                    options={items.map(({ dimension, values }) => ({
                      value: dimension,
                      label: `${nameOf(dimension)} ${String(values)}`,
                    }))}
                    onChange={choose}
                  />
                ) : null}
                {mayWrite ? <NewDimension choose={choose} /> : null}
                <span className="tz-faint">{say('dimensionIntro')}</span>
              </Flex>
              {chosen === null ? (
                <NoDimension />
              ) : (
                <DimensionValues key={chosen} book={book} dimension={chosen} />
              )}
            </>
          );
        }}
      </Told>
    </BookFrame>
  );
}

function NoDimension() {
  const say = useSay(words);
  return (
    <div className="tz-card">
      <EmptyState icon={<TagsOutlined />} title={say('noDimensionTitle')}>
        {say('noDimensionText')}
      </EmptyState>
    </div>
  );
}

/** A dimension begins with its first value: until then it is only an address. */
function NewDimension({ choose }: { readonly choose: (dimension: string) => void }) {
  const say = useSay(words);
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {say('newDimension')}
      </Button>
    );
  }
  return (
    <Form layout="inline" onFinish={({ dimension }: { dimension: string }) => choose(dimension)}>
      <Form.Item
        name="dimension"
        rules={[{ required: true, pattern: /^[a-z][a-zA-Z0-9_-]{0,39}$/, message: say('newDimensionHint') }]}
      >
        <Input
          size="small"
          autoFocus
          aria-label={say('newDimension')}
          placeholder={say('newDimensionHint')}
        />
      </Form.Item>
      <Button size="small" htmlType="submit">
        {say('start')}
      </Button>
    </Form>
  );
}
