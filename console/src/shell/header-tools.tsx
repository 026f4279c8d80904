import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown, Flex } from 'antd';
import { useNavigate } from 'react-router';
import { useSignedIn } from '#console/api/session.ts';
import { signOut } from '#console/api/sign-out.ts';
import { useToast } from '#console/parts/use-toast.tsx';
import { useSay } from '#console/words/use-say.ts';
import styles from './header-tools.module.css';
import { HelpMenu } from './help-menu.tsx';
import { AppearanceSwitch, LanguageSwitch } from './switches.tsx';
import { words } from './words.ts';

/** Help, language, light or dark, and whoever is signed in. */
export function HeaderTools() {
  return (
    <Flex align="center" gap={4} className={styles.tools}>
      <HelpMenu />
      <LanguageSwitch />
      <AppearanceSwitch />
      <PersonMenu />
    </Flex>
  );
}

function PersonMenu() {
  const say = useSay(words);
  const navigate = useNavigate();
  const toast = useToast();
  const { person } = useSignedIn();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'me', icon: <UserOutlined />, label: say('person'), onClick: () => void navigate('/me') },
          { type: 'divider' },
          {
            key: 'out',
            icon: <LogoutOutlined />,
            label: say('signOut'),
            onClick: () => void signOut().catch(toast.trouble),
          },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />}>
        <span className={styles.name}>{person.name}</span>
      </Button>
    </Dropdown>
  );
}
