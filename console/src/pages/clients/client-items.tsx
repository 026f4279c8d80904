import { DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { LimitItems } from '#console/parts/access/limit-items.tsx';
import { PermissionPicker } from '#console/parts/access/permission-picker.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { useSay } from '#console/words/use-say.ts';
import styles from './clients.module.css';
import { isPrivate, keysIn } from './typed-client.ts';
import { words } from './words.ts';

const THUMBPRINT = /^[A-Za-z0-9_-]{43}$/;

/** What a client may do, as items of a form. */
export function ScopeItems() {
  const say = useSay(words);
  return (
    <Panel title={say('may')} intro={say('mayText')}>
      <Form.Item
        name="scopes"
        rules={[{ required: true, type: 'array', min: 1, message: say('scopesNeeded') }]}
      >
        <PermissionPicker isForPrograms />
      </Form.Item>
      <div className={styles.narrow}>
        <LimitItems hasDepartments={false} />
      </div>
    </Panel>
  );
}

/** From where, how fast, how long, and with which proof. */
export function DoorItems({ hasKeys }: { readonly hasKeys: boolean }) {
  const say = useSay(words);
  return (
    <Panel title={say('door')} intro={say('doorText')}>
      <div className={styles.narrow}>
        {hasKeys ? <KeysItem /> : null}
        <Form.Item name="addresses" label={say('addresses')} extra={say('addressesHint')}>
          <Select
            mode="tags"
            tokenSeparators={[',', '，', '、', ' ', '\n']}
            open={false}
            suffix={null}
            placeholder={say('anywhere')}
          />
        </Form.Item>
        <Form.Item name="requestsPerMinute" label={say('rate')} rules={[{ required: true }]}>
          <InputNumber min={1} max={1_000_000} style={{ inlineSize: 160 }} />
        </Form.Item>
        <Form.Item
          name="expiresOn"
          label={say('expires')}
          extra={say('expiresHint')}
          getValueProps={(day?: string) => ({ value: day ? dayjs(day) : null })}
          normalize={(day: dayjs.Dayjs | null) => day?.format('YYYY-MM-DD') ?? ''}
        >
          <DatePicker style={{ inlineSize: 160 }} />
        </Form.Item>
        <Form.Item
          name="certificate"
          label={say('certificate')}
          extra={say('certificateHint')}
          rules={[{ pattern: THUMBPRINT, message: say('certificateWrong') }]}
        >
          <Input className="tz-code" autoComplete="off" />
        </Form.Item>
      </div>
    </Panel>
  );
}

function KeysItem() {
  const say = useSay(words);
  return (
    <Form.Item
      name="jwks"
      label={say('jwks')}
      extra={say('jwksHint')}
      rules={[
        {
          validator: async (_, text: string = '') => {
            const keys = keysIn(text);
            if (keys === null) throw new Error(say('jwksWrong'));
            if (isPrivate(keys)) throw new Error(say('jwksPrivate'));
          },
        },
      ]}
    >
      <Input.TextArea className="tz-code" autoSize={{ minRows: 4, maxRows: 14 }} />
    </Form.Item>
  );
}
