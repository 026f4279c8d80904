import { LockOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { useParams } from 'react-router';
import { useMay } from '#console/api/session.ts';
import { PermissionPicker } from '#console/parts/access/permission-picker.tsx';
import { useRoles } from '#console/parts/access/use-roles.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { Page } from '#console/parts/page.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { Told } from '#console/parts/told.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { CopyRole } from './copy-role.tsx';
import { HoldersPanel } from './holders-panel.tsx';
import { RoleEditor } from './role-editor.tsx';
import { words } from './words.ts';

/** One role: what it allows, and who holds it. */
export function RolePage() {
  const say = useSay(words);
  const may = useMay();
  const reader = language.use();
  const { role: code = '' } = useParams();
  const roles = useRoles();
  const all = roles.data?.items ?? [];
  const role = all.find((one) => one.code === code);
  const isOwn = role !== undefined && !role.shipped;
  return (
    <Page
      title={role?.names[reader] || code}
      intro={<BackLink to="/access/roles">{say('back')}</BackLink>}
      actions={role && may('roles:write') ? <CopyRole key={code} roles={all} from={role} /> : null}
    >
      <Told of={roles}>
        {() =>
          role ? (
            <>
              {isOwn && may('roles:write') ? (
                <RoleEditor key={code} role={role} />
              ) : (
                <Panel title={say('allows')}>
                  {role.shipped ? (
                    <Alert
                      type="info"
                      icon={<LockOutlined />}
                      showIcon
                      title={say('shippedText')}
                      style={{ marginBlockEnd: 16 }}
                    />
                  ) : null}
                  <PermissionPicker value={role.permissions} disabled />
                </Panel>
              )}
              <HoldersPanel role={role} />
            </>
          ) : (
            <EmptyState title={say('gone')}>{say('goneText')}</EmptyState>
          )
        }
      </Told>
    </Page>
  );
}
