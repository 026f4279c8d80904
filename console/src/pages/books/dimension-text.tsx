import type { Schemas } from '#console/api/paths.ts';
import { useDimensionName } from '#console/parts/tracing/use-dimension-name.ts';

/** The values a line carries, by their names: `客户 C001 蓝天商贸`. */
export function DimensionText(props: {
  readonly dimensions: Readonly<Record<string, string>>;
  readonly names: Schemas['LedgerNames'];
}) {
  const nameOf = useDimensionName();
  const texts = Object.entries(props.dimensions).map(([dimension, code]) =>
    [nameOf(dimension), code, props.names.dimensions[dimension]?.[code]].filter(Boolean).join(' '),
  );
  return texts.length === 0 ? null : <span className="tz-faint">{texts.join('；')}</span>;
}
