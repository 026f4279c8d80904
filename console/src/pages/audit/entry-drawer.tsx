import { Collapse, Drawer, Flex } from 'antd';
import type { Schemas } from '#console/api/paths.ts';
import { useRoleName } from '#console/parts/access/use-roles.ts';
import { DateTime } from '#console/parts/date-time.tsx';
import { Facts } from '#console/parts/facts.tsx';
import { JsonView } from '#console/parts/json-view.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { tellEntry } from './tell-entry.ts';
import { words } from './words.ts';

type Entry = Schemas['AuditEntry'];

/** One entry with what proves that it was not changed. */
export function EntryDrawer({ entry, close }: { readonly entry: Entry | null; readonly close: () => void }) {
  const say = useSay(words);
  return (
    <Drawer
      open={entry !== null}
      size={560}
      title={say('entry', { id: entry?.id ?? '' })}
      onClose={close}
      destroyOnHidden
    >
      {entry ? <Told entry={entry} /> : null}
    </Drawer>
  );
}

function Told({ entry }: { readonly entry: Entry }) {
  const say = useSay(words);
  const reader = language.use();
  const roleName = useRoleName();
  const code = (text: string) => <span className="tz-code">{text}</span>;
  return (
    <Flex vertical gap={20}>
      <strong>{tellEntry(entry, { language: reader, roleName })}</strong>
      <Facts
        of={[
          [say('at'), <DateTime key="at" at={entry.at} />],
          [say('actor'), code(entry.actor)],
          [say('action'), code(entry.action)],
          [say('subject'), code(entry.subject)],
        ]}
      />
      <div>
        <p className="tz-faint">{say('hashText')}</p>
        <Facts
          of={[
            [say('hash'), code(entry.hash)],
            [say('previousHash'), code(entry.previousHash)],
          ]}
        />
      </div>
      <Collapse
        size="small"
        items={[{ key: 'raw', label: say('raw'), children: <JsonView value={entry.details} /> }]}
      />
    </Flex>
  );
}
