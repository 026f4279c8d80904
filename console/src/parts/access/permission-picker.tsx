import { Button, Checkbox } from 'antd';
import type { Schemas } from '#console/api/paths.ts';
import { Told } from '#console/parts/told.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './access.module.css';
import { inGroups } from './permission-groups.ts';
import { usePermissions } from './use-permissions.ts';
import { groupWords, words } from './words.ts';

interface Picking {
  readonly value?: readonly string[];
  readonly onChange?: (value: string[]) => void;
  readonly disabled?: boolean;
  /** For programs, which have no second factor: nothing is said of it. */
  readonly isForPrograms?: boolean;
}

/** What may be done, group by group, as a field of a form. */
export function PermissionPicker(props: Picking) {
  const permissions = usePermissions();
  return (
    <Told of={permissions}>
      {({ items }) => (
        <div className={styles.groups}>
          {inGroups(items).map(([group, members]) => (
            <Group key={group} group={group} members={members} {...props} />
          ))}
        </div>
      )}
    </Told>
  );
}

function Group({
  group,
  members,
  value = [],
  onChange,
  disabled = false,
  isForPrograms = false,
}: Picking & {
  readonly group: keyof typeof groupWords;
  readonly members: readonly Schemas['Permission'][];
}) {
  const say = useSay(words);
  const sayGroup = useSay(groupWords);
  const reader = language.use();
  const own = members.map(({ permission }) => permission);
  const others = value.filter((one) => !own.includes(one));
  const isFull = own.every((one) => value.includes(one));
  const toggle = (permission: string, isOn: boolean) =>
    onChange?.(isOn ? [...value, permission] : value.filter((one) => one !== permission));
  return (
    <fieldset className={styles.group}>
      <legend>
        {sayGroup(group)}
        {disabled ? null : (
          <Button
            type="link"
            size="small"
            aria-label={`${sayGroup(group)} ${say(isFull ? 'none' : 'all')}`}
            onClick={() => onChange?.(isFull ? others : [...others, ...own])}
          >
            {say(isFull ? 'none' : 'all')}
          </Button>
        )}
      </legend>
      {members.map(({ permission, title, strong }) => (
        <Checkbox
          key={permission}
          checked={value.includes(permission)}
          disabled={disabled}
          onChange={({ target }) => toggle(permission, target.checked)}
        >
          {title[reader]}{' '}
          {strong && !isForPrograms ? <span className={styles.strong}>{say('strong')}</span> : null}
        </Checkbox>
      ))}
    </fieldset>
  );
}
