import { Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { NEW_FLOW_EDITOR } from '#console/pages/flows/draft/hand-over.ts';
import { useSay } from '#console/words/use-say.ts';
import { useEditor } from './editor-state.ts';
import { words } from './words.ts';

/** Asks before unsaved changes are left behind, be it by a link or by closing the tab. */
export function LeaveGuard() {
  const say = useSay(words);
  const { isChanged } = useEditor();
  const blocker = useBlocker(
    ({ currentLocation: { pathname: here }, nextLocation: { pathname: there } }) =>
      isChanged && here !== there && !isJustSaved(here, there),
  );
  useEffect(() => {
    if (!isChanged) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isChanged]);
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={say('leaveTitle')}
      okText={say('leave')}
      okButtonProps={{ danger: true }}
      cancelText={say('stay')}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      {say('leaveText')}
    </Modal>
  );
}

/** A new flow gets an address of its own the moment it is saved. */
function isJustSaved(here: string, there: string): boolean {
  return here === NEW_FLOW_EDITOR && there.endsWith('/edit');
}
