import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { api, told } from '#console/api/client.ts';
import { sessionQuery, useSignedIn } from '#console/api/session.ts';
import { RecoveryCodes } from '#console/door/recovery-codes.tsx';
import { TotpSetUp } from '#console/door/totp-set-up.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useToast } from '#console/parts/use-toast.tsx';
import { useSay } from '#console/words/use-say.ts';
import styles from './me.module.css';
import { words } from './words.ts';

/** The authenticator and the recovery codes. */
export function FactorsPanel() {
  const say = useSay(words);
  const toast = useToast();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const { factors } = useSignedIn();
  const [isBinding, setBinding] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const refresh = () => client.invalidateQueries(sessionQuery);
  const renew = useChange({
    change: () => told(api.POST('/api/v1/me/recovery-codes')),
    touches: [sessionQuery.queryKey],
  });
  const askToRenew = () =>
    modal.confirm({
      title: say('recoveryCodes'),
      content: say('renewText'),
      okText: say('renewCodes'),
      cancelText: say('cancel'),
      onOk: () => renew.mutate(undefined, { onSuccess: (told) => setCodes(told.recoveryCodes) }),
    });
  const bound = async () => {
    setBinding(false);
    await refresh();
    toast.done(say('bound'));
  };
  return (
    <Panel title={say('authenticator')}>
      <div className={styles.factor}>
        <StateTag tone={factors.totp ? 'good' : 'quiet'}>
          {say(factors.totp ? 'authenticatorOn' : 'authenticatorOff')}
        </StateTag>
        <Button onClick={() => setBinding(true)}>{say(factors.totp ? 'rebind' : 'bind')}</Button>
      </div>
      <div className={styles.factor}>
        <span>
          {say('recoveryCodes')}{' '}
          <span className="tz-faint">{say('recoveryLeft', { n: factors.recoveryCodes })}</span>
        </span>
        <Button onClick={askToRenew} disabled={!factors.totp && factors.passkeys === 0}>
          {say('renewCodes')}
        </Button>
      </div>
      <Modal
        open={isBinding}
        title={say('authenticator')}
        footer={null}
        onCancel={() => setBinding(false)}
        destroyOnHidden
      >
        <TotpSetUp done={() => void bound()} />
      </Modal>
      <Modal open={codes !== null} footer={null} onCancel={() => setCodes(null)} destroyOnHidden>
        {codes === null ? null : <RecoveryCodes codes={codes} done={() => setCodes(null)} />}
      </Modal>
    </Panel>
  );
}
