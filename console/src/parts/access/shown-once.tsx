import { Alert, Button, Flex } from 'antd';
import type { ReactNode } from 'react';
import { Copyable } from '#console/parts/connecting/copyable.tsx';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

/** A secret or a link that is shown this once, to be copied now. */
export function ShownOnce(props: {
  readonly label: string;
  readonly text: string;
  /** Closes the dialog it stands in. */
  readonly close?: () => void;
  readonly children?: ReactNode;
}) {
  const say = useSay(words);
  return (
    <Flex vertical gap={12}>
      <Alert type="warning" showIcon title={say('once')} />
      <div>
        <div className="tz-faint">{props.label}</div>
        <Copyable text={props.text} label={props.label} />
      </div>
      {props.children}
      {props.close ? (
        <Flex justify="end">
          <Button type="primary" onClick={props.close}>
            {say('kept')}
          </Button>
        </Flex>
      ) : null}
    </Flex>
  );
}
