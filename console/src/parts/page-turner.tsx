import { LeftOutlined, RightOutlined, VerticalRightOutlined } from '@ant-design/icons';
import { Button, Flex, Select } from 'antd';
import { useState } from 'react';
import { useSay } from '#console/words/use-say.ts';
import { limitOf, PAGE_SIZES } from './list-state.ts';
import { words } from './words.ts';

/**
 * Turns the pages of a list that only knows what comes next. The cursors passed on the way are remembered, so that one
 * can go back; after a reload there is the way to the first page.
 */
export function PageTurner(props: {
  readonly search: URLSearchParams;
  /** Where the next page begins. */
  readonly after: string | null;
  readonly change: (changes: Readonly<Record<string, string | null>>) => void;
  readonly label: string;
}) {
  const say = useSay(words);
  const { search, after, change } = props;
  const here = search.get('after');
  const [trail, setTrail] = useState<readonly (string | null)[]>([]);
  const isFirst = here === null;
  const goOn = () => {
    setTrail(isFirst ? [null] : [...trail, here]);
    change({ after });
  };
  const goBack = () => {
    change({ after: trail.at(-1) ?? null });
    setTrail(trail.slice(0, -1));
  };
  if (isFirst && after === null) return null;
  return (
    <Flex component="nav" justify="end" align="center" gap={8} wrap>
      <Select
        size="small"
        aria-label={props.label}
        value={limitOf(search)}
        options={PAGE_SIZES.map((value) => ({ value, label: String(value) }))}
        onChange={(limit) => change({ limit: String(limit) })}
      />
      {isFirst || trail.length > 0 ? (
        <Button size="small" icon={<LeftOutlined />} disabled={isFirst} onClick={goBack}>
          {say('previousPage')}
        </Button>
      ) : (
        <Button size="small" icon={<VerticalRightOutlined />} onClick={() => change({ after: null })}>
          {say('firstPage')}
        </Button>
      )}
      <Button
        size="small"
        icon={<RightOutlined />}
        iconPlacement="end"
        disabled={after === null}
        onClick={goOn}
      >
        {say('nextPage')}
      </Button>
    </Flex>
  );
}
