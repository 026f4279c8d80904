import { Button, Dropdown, type MenuProps } from 'antd';
import type { ReactNode } from 'react';
import { useMay, useSignedIn } from '#console/api/session.ts';
import { useConfirmWithReason } from '#console/parts/use-confirm-with-reason.tsx';
import { useSay } from '#console/words/use-say.ts';
import { useAssignees } from './use-assignees.ts';
import type { Deed } from './use-bulk.ts';
import { words } from './words.ts';

/** Everything one may do with the exceptions that were chosen, behind one button. */
export function DeedMenu(props: {
  readonly act: (deed: Deed) => void;
  readonly isBusy: boolean;
  readonly children: ReactNode;
}) {
  const items = useDeeds(props.act);
  if (items.length === 0) return null;
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button loading={props.isBusy}>{props.children}</Button>
    </Dropdown>
  );
}

/** What is weighty is asked for first. */
function useDeeds(act: (deed: Deed) => void): NonNullable<MenuProps['items']> {
  const say = useSay(words);
  const may = useMay();
  const confirm = useConfirmWithReason();
  const me = useSignedIn().person.login;
  const assignees = useAssignees();
  const release = async () => {
    const question = { title: say('release'), text: say('releaseText'), action: say('release') };
    const note = await confirm(question);
    if (note !== null) act({ kind: 'release', note });
  };
  const dismiss = async () => {
    const question = { title: say('dismiss'), text: say('dismissText'), action: say('dismiss') };
    const note = await confirm({ ...question, isDangerous: true });
    if (note !== null) act({ kind: 'dismiss', note });
  };
  const people = assignees.map(({ login, name }) => ({
    key: `to ${login}`,
    label: login === me ? say('assignMe') : name,
    onClick: () => act({ kind: 'assign', login }),
  }));
  const none = {
    key: 'nobody',
    label: say('assignNobody'),
    onClick: () => act({ kind: 'assign', login: null }),
  };
  return [
    ...(may('records:replay')
      ? [{ key: 'replay', label: say('replay'), onClick: () => act({ kind: 'replay' }) }]
      : []),
    ...(may('exceptions:handle')
      ? [{ key: 'assign', label: say('assign'), children: [...people, none] }]
      : []),
    ...(may('exceptions:release') ? [{ key: 'release', label: say('release'), onClick: release }] : []),
    ...(may('exceptions:dismiss')
      ? [{ key: 'dismiss', label: say('dismiss'), danger: true, onClick: dismiss }]
      : []),
  ];
}
