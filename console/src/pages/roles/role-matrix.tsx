import { CheckOutlined, LockOutlined } from '@ant-design/icons';
import { Fragment } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '#console/api/paths.ts';
import { inGroups } from '#console/parts/access/permission-groups.ts';
import { groupWords } from '#console/parts/access/words.ts';
import { Scrolls } from '#console/parts/scrolls.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './roles.module.css';
import { words } from './words.ts';

type Role = Schemas['Role'];
type Permission = Schemas['Permission'];

/** Permissions down, roles across; heads stay in sight while one scrolls. */
export function RoleMatrix({
  roles,
  permissions,
}: {
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];
}) {
  const say = useSay(words);
  const sayGroup = useSay(groupWords);
  return (
    <Scrolls className={styles.frame} label={say('title')}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{say('permission')}</th>
            {roles.map((role) => (
              <RoleHead key={role.code} role={role} />
            ))}
          </tr>
        </thead>
        <tbody>
          {inGroups(permissions).map(([group, members]) => (
            <Fragment key={group}>
              <tr className={styles.group}>
                <th scope="rowgroup">{sayGroup(group)}</th>
                <td colSpan={roles.length} />
              </tr>
              {members.map((member) => (
                <PermissionRow key={member.permission} permission={member} roles={roles} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}

function RoleHead({ role }: { readonly role: Role }) {
  const say = useSay(words);
  const reader = language.use();
  return (
    <th scope="col">
      <Link to={`/access/roles/${role.code}`}>{role.names[reader] || role.code}</Link>
      {role.shipped ? (
        <LockOutlined className={styles.lock} aria-label={say('shipped')} title={say('shipped')} />
      ) : null}
    </th>
  );
}

function PermissionRow({
  permission,
  roles,
}: {
  readonly permission: Permission;
  readonly roles: readonly Role[];
}) {
  const say = useSay(words);
  const reader = language.use();
  return (
    <tr>
      <th scope="row" title={permission.permission}>
        {permission.title[reader]}
        {permission.strong ? <span className={styles.strong}> {say('strong')}</span> : null}
      </th>
      {roles.map(({ code, permissions }) => (
        <td key={code}>
          {permissions.includes(permission.permission) ? (
            <CheckOutlined className={styles.yes} aria-label={say('yes')} />
          ) : (
            <span className={styles.no} role="img" aria-label={say('no')} />
          )}
        </td>
      ))}
    </tr>
  );
}
