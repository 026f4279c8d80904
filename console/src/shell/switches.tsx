import { GlobalOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useAppearance } from '#console/state/appearance.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { LANGUAGE_NAMES } from './language-names.ts';
import styles from './switches.module.css';
import { words } from './words.ts';

/** The language of everything said. The browser's own select: it stands on the sign-in page, which must load at once. */
export function LanguageSwitch() {
  const say = useSay(words);
  const reader = language.use();
  return (
    <label className={styles.language}>
      <GlobalOutlined aria-hidden />
      <select
        aria-label={say('language')}
        value={reader}
        onChange={({ target }) => {
          const chosen = LANGUAGE_NAMES.find(([name]) => name === target.value);
          if (chosen) language.set(chosen[0]);
        }}
      >
        {LANGUAGE_NAMES.map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Light or dark. */
export function AppearanceSwitch() {
  const say = useSay(words);
  const [appearance, setAppearance] = useAppearance();
  const isDark = appearance === 'dark';
  return (
    <Button
      type="text"
      icon={isDark ? <SunOutlined /> : <MoonOutlined />}
      aria-label={say(isDark ? 'toLight' : 'toDark')}
      onClick={() => setAppearance(isDark ? 'light' : 'dark')}
    />
  );
}
