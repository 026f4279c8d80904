import { Flex, Select } from 'antd';
import { useSay } from '#console/words/use-say.ts';
import type { Period } from './book-types.ts';
import { type PeriodRange, periodParts } from './periods.ts';
import { words } from './words.ts';

/** From one period to another; choosing a later beginning moves the end along. */
export function PeriodRangeField(props: {
  readonly periods: readonly Period[];
  readonly range: PeriodRange;
  readonly change: (range: PeriodRange) => void;
}) {
  const say = useSay(words);
  const { periods, range, change } = props;
  const option = ({ id }: Period) => ({ value: id, label: say('period', periodParts(id)) });
  return (
    <Flex gap={8} align="center" wrap>
      <Select
        aria-label={say('from')}
        value={range.from}
        options={periods.map(option)}
        popupMatchSelectWidth={false}
        onChange={(from) => change({ from, to: Math.max(from, range.to) })}
      />
      <span className="tz-faint">{say('until')}</span>
      <Select
        aria-label={say('to')}
        value={range.to}
        options={periods.filter(({ id }) => id >= range.from).map(option)}
        popupMatchSelectWidth={false}
        onChange={(to) => change({ from: range.from, to })}
      />
    </Flex>
  );
}
