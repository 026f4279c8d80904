import type { MenuProps } from 'antd';
import { Link } from 'react-router';
import type { Say } from '#console/words/say.ts';
import type { Language } from '#core/trouble/message.ts';
import { GROUPS, type PageFacts } from './page.ts';
import type { words } from './words.ts';

/** The menu of these pages, in groups; a group without pages is left out. */
export function menuItems(
  pages: readonly PageFacts[],
  { say, language }: { readonly say: Say<typeof words>; readonly language: Language },
): NonNullable<MenuProps['items']> {
  return GROUPS.flatMap((group) => {
    const children = pages.flatMap(({ path, title, menu }) => {
      if (menu?.group !== group) return [];
      const Icon = menu.icon;
      return [{ key: path, icon: <Icon />, label: <Link to={path}>{title[language]}</Link> }];
    });
    return children.length === 0 ? [] : [{ key: group, type: 'group' as const, label: say(group), children }];
  });
}
