import { SearchOutlined } from '@ant-design/icons';
import { Button, Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './command-search.module.css';
import type { PageFacts } from './page.ts';
import { words } from './words.ts';

/** Goes to a page by its name: Ctrl K or ⌘ K, any of the three languages. */
export function CommandSearch({ pages }: { readonly pages: readonly PageFacts[] }) {
  const say = useSay(words);
  const reader = language.use();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  useShortcut(() => setOpen(true));
  const go = (path: string) => {
    setOpen(false);
    void navigate(path);
  };
  const options = pages
    .filter(({ menu }) => menu)
    .map(({ path, title, keywords = '' }) => ({
      value: path,
      label: title[reader],
      words: [...Object.values(title), keywords, path].join(' ').toLowerCase(),
    }));
  return (
    <>
      <Button className={styles.opener} icon={<SearchOutlined />} onClick={() => setOpen(true)}>
        <span className={styles.label}>{say('find')}</span>
        <kbd className={styles.key}>{say('shortcut')}</kbd>
      </Button>
      <Modal open={isOpen} onCancel={() => setOpen(false)} footer={null} title={say('find')} destroyOnHidden>
        <Select
          className={styles.box}
          size="large"
          autoFocus
          defaultOpen
          value={null}
          aria-label={say('findHint')}
          placeholder={say('findHint')}
          notFoundContent={say('findNothing')}
          options={options}
          showSearch={{
            filterOption: (text, option) => option?.words.includes(text.trim().toLowerCase()) ?? false,
          }}
          onSelect={(path: string | null) => path && go(path)}
        />
      </Modal>
    </>
  );
}

function useShortcut(act: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}
