import { App } from 'antd';
import { useNavigate } from 'react-router';
import { api, told } from '#console/api/client.ts';
import { ProblemError } from '#console/api/trouble.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import type { FullVoucher } from './use-voucher.ts';
import { words } from './words.ts';

interface Reversal {
  readonly note: string;
  readonly acrossYears?: boolean;
}

/** Takes a voucher back, asks again where it belongs to an earlier year, and goes to the red-letter voucher. */
export function useReverse(book: string, { id }: Pick<FullVoucher, 'id'>) {
  const say = useSay(words);
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const path = { book, voucher: id };
  const post = (body: Reversal) =>
    told(api.POST('/api/v1/books/{book}/vouchers/{voucher}/reverse', { params: { path }, body }));
  return useChange({
    change: async (body: Reversal) => {
      try {
        return await post(body);
      } catch (error) {
        const isAcross = error instanceof ProblemError && error.problem.code === ACROSS_YEARS;
        if (!isAcross || !(await modal.confirm(questionOf(error, say('acrossYears'))))) throw error;
        return post({ ...body, acrossYears: true });
      }
    },
    touches: [
      ['/api/v1/books/{book}/vouchers'],
      ['/api/v1/books/{book}/trial-balance'],
      ['/api/v1/books/{book}/ledger'],
    ],
    done: (made) => {
      void navigate(`/books/${book}/vouchers/${made.id}`);
      return say('reversedNow', { label: made.label });
    },
  });
}

const ACROSS_YEARS = 'reversal_of_earlier_year';

function questionOf({ problem }: ProblemError, okText: string) {
  return { title: problem.title, content: problem.detail, okText };
}
