import { CompassOutlined, FileTextOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTour } from '#console/parts/tour/tour-state.ts';
import { useMayPractise } from '#console/parts/tour/use-may-practise.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

const OPEN_API = '/api/v1/openapi.json';

/** Help: the tour, which goes on where it was put away, and the description of the API. */
export function HelpMenu() {
  const say = useSay(words);
  const mayPractise = useMayPractise();
  const { open } = useTour();
  const tour = { key: 'tour', icon: <CompassOutlined />, label: say('tour'), onClick: () => open() };
  const description = (
    <a href={OPEN_API} target="_blank" rel="noreferrer">
      {say('apiDescription')}
    </a>
  );
  const about = { key: 'api', icon: <FileTextOutlined />, label: description };
  return (
    <Dropdown trigger={['click']} menu={{ items: mayPractise ? [tour, about] : [about] }}>
      <Button type="text" icon={<QuestionCircleOutlined />} aria-label={say('help')} />
    </Dropdown>
  );
}
