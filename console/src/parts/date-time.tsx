import { Tooltip } from 'antd';
import { formatAgo, formatMoment } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';

/** An instant in the reader's zone, to the second on pointing at it. `ago`: how long ago instead. */
export function DateTime({ at, ago = false }: { readonly at: string | null; readonly ago?: boolean }) {
  const reader = language.use();
  if (at === null) return <span className="tz-faint">—</span>;
  const since = formatAgo(at, new Date(), reader);
  return (
    <Tooltip title={ago ? formatMoment(at, true) : `${formatMoment(at, true)} · ${since}`}>
      <time dateTime={at} className="tz-number">
        {ago ? since : formatMoment(at)}
      </time>
    </Tooltip>
  );
}
