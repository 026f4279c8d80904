import { Table, type TableProps } from 'antd';
import { Scrolls } from '#console/parts/scrolls.tsx';
import styles from './audit.module.css';

/** A short table that scrolls sideways on narrow screens, also by keyboard. */
export function WideTable<Row extends object>({
  label,
  ...props
}: TableProps<Row> & { readonly label: string }) {
  return (
    <Scrolls className={styles.wide} label={label}>
      <Table<Row> size="small" pagination={false} {...props} />
    </Scrolls>
  );
}
