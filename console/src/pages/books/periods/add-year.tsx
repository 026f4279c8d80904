import { CalendarOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { api, told } from '#console/api/client.ts';
import { useMay } from '#console/api/session.ts';
import type { Period } from '#console/pages/books/book-types.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { nextFiscalYear } from '#core/ledger/periods.ts';
import { words } from './words.ts';

/** Adds the fiscal year after the last one. */
export function AddYear({ book, periods }: { readonly book: string; readonly periods: readonly Period[] }) {
  const say = useSay(words);
  const may = useMay();
  const { modal } = App.useApp();
  const next = nextFiscalYear({ periods });
  const { year } = next;
  const called = { year: String(year) };
  const add = useChange({
    change: () =>
      told(api.POST('/api/v1/books/{book}/years', { params: { path: { book } }, body: { year } })),
    touches: [['/api/v1/books/{book}/periods', book]],
    done: () => say('yearAdded', called),
  });
  if (!may('books:write')) return null;
  const ask = () =>
    modal.confirm({
      title: say('addYear', called),
      content: say('addYearText', { from: next.periods[0]!.startsOn, to: next.periods.at(-1)!.endsOn }),
      okText: say('addYear', called),
      onOk: () => add.mutateAsync(undefined).catch(() => undefined),
    });
  return (
    <Button icon={<CalendarOutlined />} loading={add.isPending} onClick={ask}>
      {say('addYear', called)}
    </Button>
  );
}
