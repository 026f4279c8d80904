import { ConfigProvider } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useAppearance } from '#console/state/appearance.ts';
import { useMachinePreference } from '#console/state/machine-preference.ts';
import { localeOf } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { ANTD_LOCALES } from './antd-locales.ts';
import { DARK, LIGHT, withoutMotion } from './theme.ts';

/** antd in our colours and the reader's language, with the nonce that lets its styles into the page. */
export function AppTheme({ children }: { readonly children: ReactNode }) {
  const [appearance] = useAppearance();
  const isStill = useMachinePreference('(prefers-reduced-motion: reduce)');
  const reader = language.use();
  const theme = appearance === 'dark' ? DARK : LIGHT;
  useEffect(() => {
    document.documentElement.dataset.appearance = appearance;
    document.documentElement.lang = localeOf(reader);
  }, [appearance, reader]);
  return (
    <ConfigProvider
      theme={isStill ? withoutMotion(theme) : theme}
      locale={ANTD_LOCALES[reader]}
      csp={{ nonce: nonceOfPage() }}
      button={{ autoInsertSpace: false }}
    >
      <div className="tz tz-root">{children}</div>
    </ConfigProvider>
  );
}

function nonceOfPage(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
