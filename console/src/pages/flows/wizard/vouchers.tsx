import type { Schemas } from '#console/api/paths.ts';
import { VoucherLines } from '#console/pages/flows/dry-run/voucher-lines.tsx';
import { numbered } from '#console/parts/numbered.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './wizard.module.css';
import { words } from './words.ts';

/** Vouchers as the template writes them, before they are numbered. */
export function Vouchers({ drafts }: { readonly drafts: readonly Schemas['VoucherDraft'][] }) {
  const say = useSay(words);
  return (
    <div className={styles.vouchers}>
      {numbered(drafts).map(({ no, one: { word, date, lines, total } }) =>
        lines.length === 0 ? null : (
          <VoucherLines key={no} title={say('voucher', { word, date })} lines={lines} total={total} />
        ),
      )}
    </div>
  );
}
