import { AutoComplete, Button, Flex, Form } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { api } from '#console/api/client.ts';
import { useTold } from '#console/api/use-told.ts';
import type { FieldOptions } from '#console/pages/flows/draft/fields.ts';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

const CrosswalkDrawer = lazy(async () => ({
  default: (await import('#console/pages/flows/edit/crosswalk/crosswalk-drawer.tsx')).CrosswalkDrawer,
}));

interface Props {
  readonly options: FieldOptions;
  readonly set: (options: FieldOptions) => void;
}

/** Which crosswalk translates the value; one that is not there yet is begun by naming it. */
export function CrosswalkChoice({ options, set }: Props) {
  const say = useSay(words);
  const { book } = useEditor();
  const [isOpen, setOpen] = useState(false);
  const known = useTold(
    ['/api/v1/books', book.code, 'crosswalks'],
    () => api.GET('/api/v1/books/{book}/crosswalks', { params: { path: { book: book.code } } }),
    { isWanted: book.code !== '' },
  );
  const names = (known.data?.items ?? []).map(({ crosswalk, pairs }) => ({
    value: crosswalk,
    label: `${crosswalk} (${pairs})`,
  }));
  const { crosswalk: name, ...rest } = options;
  return (
    <Form.Item label={say('crosswalk')}>
      <Flex gap={6}>
        <AutoComplete<string>
          aria-label={say('crosswalk')}
          allowClear
          placeholder={say('crosswalkNone')}
          value={name ?? ''}
          options={names}
          onChange={(crosswalk) => set(crosswalk ? { ...rest, crosswalk } : rest)}
          style={{ flex: 1 }}
        />
        {name === undefined ? null : <Button onClick={() => setOpen(true)}>{say('editCrosswalk')}</Button>}
      </Flex>
      {isOpen && name !== undefined ? (
        <Suspense fallback={null}>
          <CrosswalkDrawer name={name} close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </Form.Item>
  );
}
