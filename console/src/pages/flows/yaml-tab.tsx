import { CopyOutlined, DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { api } from '#console/api/client.ts';
import { useTold } from '#console/api/use-told.ts';
import { copyText } from '#console/parts/copy-text.ts';
import { Panel } from '#console/parts/panel.tsx';
import { Scrolls } from '#console/parts/scrolls.tsx';
import { Told } from '#console/parts/told.tsx';
import { useToast } from '#console/parts/use-toast.tsx';
import { useSay } from '#console/words/use-say.ts';
import type { TabProps } from './flow-tab.ts';
import styles from './flows.module.css';
import { words } from './words.ts';

/** The newest version of a flow as its text. */
export function YamlTab({ flow: { code, newestVersion } }: TabProps) {
  const say = useSay(words);
  const params = { path: { flow: code, version: newestVersion } };
  const version = useTold(['/api/v1/flows', code, 'versions', newestVersion], () =>
    api.GET('/api/v1/flows/{flow}/versions/{version}', { params }),
  );
  const name = `${code}-v${newestVersion}.yaml`;
  return (
    <Panel
      title={say('versionN', { n: newestVersion })}
      intro={say('yamlText')}
      actions={version.data ? <Take text={version.data.source} name={name} /> : null}
    >
      <Told of={version}>
        {({ source }) => (
          <Scrolls className={styles.text} label={name}>
            <pre>{source}</pre>
          </Scrolls>
        )}
      </Told>
    </Panel>
  );
}

function Take({ text, name }: { readonly text: string; readonly name: string }) {
  const say = useSay(words);
  const toast = useToast();
  const copy = () => copyText(text).then(() => toast.done(say('copied')), toast.trouble);
  const save = () => {
    const url = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
    Object.assign(document.createElement('a'), { href: url, download: name }).click();
    URL.revokeObjectURL(url);
  };
  return (
    <>
      <Button icon={<CopyOutlined />} onClick={copy}>
        {say('copyAll')}
      </Button>
      <Button icon={<DownloadOutlined />} onClick={save}>
        {say('download')}
      </Button>
    </>
  );
}
