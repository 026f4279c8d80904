import { Link } from 'react-router';
import { useMay } from '#console/api/session.ts';
import { usePermissions } from '#console/parts/access/use-permissions.ts';
import { useRoles } from '#console/parts/access/use-roles.ts';
import { Page } from '#console/parts/page.tsx';
import { Told } from '#console/parts/told.tsx';
import { useSay } from '#console/words/use-say.ts';
import { CopyRole } from './copy-role.tsx';
import { RoleMatrix } from './role-matrix.tsx';
import styles from './roles.module.css';
import { words } from './words.ts';

/** What every role allows, side by side. */
export function RolesPage() {
  const say = useSay(words);
  const may = useMay();
  const roles = useRoles();
  const permissions = usePermissions();
  return (
    <Page
      title={say('title')}
      intro={
        <>
          {say('intro')}{' '}
          <Link className={styles.inline} to="/access/duties">
            {say('toDuties')}
          </Link>
        </>
      }
      actions={may('roles:write') ? <CopyRole roles={roles.data?.items ?? []} /> : null}
    >
      <Told of={roles}>
        {({ items }) => (
          <Told of={permissions}>{(all) => <RoleMatrix roles={items} permissions={all.items} />}</Told>
        )}
      </Told>
    </Page>
  );
}
