import type { ConfigProviderProps } from 'antd';
import enUS from 'antd/locale/en_US';
import jaJP from 'antd/locale/ja_JP';
import zhCN from 'antd/locale/zh_CN';
import type { Language } from '#core/trouble/message.ts';

/** antd's own words. */
export const ANTD_LOCALES: Readonly<Record<Language, ConfigProviderProps['locale']>> = {
  zh: zhCN,
  en: enUS,
  ja: jaJP,
};
