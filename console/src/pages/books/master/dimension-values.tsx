import { TagsOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import type { Column } from '#console/parts/column.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { Money } from '#console/parts/money.tsx';
import { ServerTable } from '#console/parts/server-table.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { PasteRows } from './paste-rows.tsx';
import { readValue } from './pasted.ts';
import { ValueForm } from './value-form.tsx';
import { words } from './words.ts';

type Value = Schemas['DimensionValue'];
type Path = '/api/v1/books/{book}/dimensions/{dimension}';

/** The values of one dimension: found, added, changed and pasted. */
export function DimensionValues({ book, dimension }: { readonly book: string; readonly dimension: string }) {
  const say = useSay(words);
  const mayWrite = useMay()('books:write');
  const [editing, setEditing] = useState<Value | 'new' | 'paste' | null>(null);
  const save = useSaveValues(book, dimension);
  const close = () => setEditing(null);
  const titles = (['code', 'name', 'creditLimit'] as const).map((key) => [key, say(key)] as const);
  return (
    <>
      {mayWrite ? (
        <Flex gap={8}>
          <Button type="primary" onClick={() => setEditing('new')}>
            {say('add')}
          </Button>
          <Button onClick={() => setEditing('paste')}>{say('paste')}</Button>
        </Flex>
      ) : null}
      <ServerTable<Path>
        label={say('value')}
        path="/api/v1/books/{book}/dimensions/{dimension}"
        places={{ book, dimension }}
        rowKey={({ code }) => code}
        filters={[
          { kind: 'text', name: 'text', label: say('search') },
          {
            kind: 'choice',
            name: 'enabled',
            label: say('state'),
            choices: [
              { value: 'true', label: say('enabled') },
              { value: 'false', label: say('disabled') },
            ],
          },
        ]}
        columns={useColumns(mayWrite ? setEditing : null)}
        empty={
          <EmptyState icon={<TagsOutlined />} title={say('noDimensionTitle')}>
            {say('noDimensionText')}
          </EmptyState>
        }
      />
      <ValueForm
        value={editing === 'paste' ? null : editing}
        close={close}
        save={(value) => save.mutateAsync([value])}
      />
      <PasteRows
        isOpen={editing === 'paste'}
        close={close}
        columns={titles}
        read={readValue}
        save={(rows) => save.mutateAsync(rows)}
      />
    </>
  );
}

function useSaveValues(book: string, dimension: string) {
  const say = useSay(words);
  return useChange({
    change: (values: readonly Value[]) =>
      told(
        api.PUT('/api/v1/books/{book}/dimensions/{dimension}', {
          params: { path: { book, dimension } },
          body: { values: [...values] },
        }),
      ),
    touches: [['/api/v1/books/{book}/dimensions/{dimension}'], ['/api/v1/books/{book}/dimensions', book]],
    done: ({ saved }, [first]) =>
      saved === 1 && first ? say('savedOne', { code: first.code }) : say('saved', { n: saved }),
  });
}

function useColumns(edit: ((value: Value) => void) | null): readonly Column<Path>[] {
  const say = useSay(words);
  return [
    { key: 'code', title: say('code'), show: ({ code }) => <span className="tz-number">{code}</span> },
    { key: 'name', title: say('name'), show: ({ name }) => name },
    {
      key: 'limit',
      title: say('creditLimit'),
      amount: true,
      show: ({ creditLimit }) => (creditLimit ? <Money amount={creditLimit} /> : '—'),
    },
    {
      key: 'state',
      title: say('state'),
      show: ({ enabled }) => (
        <StateTag tone={enabled === false ? 'quiet' : 'good'}>
          {say(enabled === false ? 'disabled' : 'enabled')}
        </StateTag>
      ),
    },
    ...(edit === null
      ? []
      : [
          {
            key: 'actions',
            title: say('actions'),
            show: (row: Value) => (
              <Button type="link" size="small" onClick={() => edit(row)}>
                {say('edit')}
              </Button>
            ),
          },
        ]),
  ];
}
