import { Button, Flex } from 'antd';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useConfirmWithReason } from '#console/parts/use-confirm-with-reason.tsx';
import { runEnd } from '#console/parts/working/run-end.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

/** What may be done with a record: put it before its flow again, or take its voucher back. */
export function RecordActions({ trace }: { readonly trace: Schemas['Trace'] }) {
  const say = useSay(words);
  const may = useMay();
  const { id } = trace.record;
  const replay = useChange({
    change: async () => {
      const params = { path: { record: id } };
      const { runId } = await told(api.POST('/api/v1/records/{record}/replay', { params }));
      return runEnd(runId);
    },
    touches: [['/api/v1/records']],
    done: () => say('replayed'),
  });
  return (
    <Flex gap={8} wrap>
      {trace.documents.map(({ id: key, book, voucher, reversal }) =>
        voucher && !reversal && may('vouchers:reverse') ? (
          <Reverse key={key} book={book} voucher={voucher} />
        ) : null,
      )}
      {may('records:replay') ? (
        <Button type="primary" loading={replay.isPending} onClick={() => replay.mutate()}>
          {say('replay')}
        </Button>
      ) : null}
    </Flex>
  );
}

function Reverse(props: { readonly book: string; readonly voucher: Schemas['TracedVoucher'] }) {
  const say = useSay(words);
  const confirm = useConfirmWithReason();
  const { book, voucher } = props;
  const { id, label } = voucher;
  const reverse = useChange({
    change: (note: string) =>
      told(
        api.POST('/api/v1/books/{book}/vouchers/{voucher}/reverse', {
          params: { path: { book, voucher: id } },
          body: { note },
        }),
      ),
    touches: [['/api/v1/records'], ['/api/v1/books']],
    done: (red) => say('reversed', { label: red.label }),
  });
  const ask = async () => {
    const action = say('reverse', { label });
    const note = await confirm({
      title: action,
      text: say('reverseText', { label }),
      action,
      isDangerous: true,
    });
    if (note !== null) reverse.mutate(note);
  };
  return (
    <Button danger loading={reverse.isPending} onClick={ask}>
      {say('reverse', { label })}
    </Button>
  );
}
