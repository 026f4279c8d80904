import { type ThemeConfig, theme } from 'antd';

/** One restrained brand: ink on paper, one teal. Everything else follows from antd's tokens. */

const FONTS =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', Inter, Roboto, 'PingFang SC', 'Hiragino Sans GB', 'Hiragino Sans', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";
const CODE_FONTS = "'SF Mono', 'JetBrains Mono', 'Cascadia Mono', Menlo, Consolas, 'Noto Sans SC', monospace";

const SHARED: ThemeConfig = { cssVar: { key: 'tz' }, hashed: false };

const TOKENS: ThemeConfig['token'] = {
  fontFamily: FONTS,
  fontFamilyCode: CODE_FONTS,
  fontSize: 14,
  borderRadius: 6,
  // What is under way is still read.
  opacityLoading: 1,
  motionDurationMid: '0.14s',
  motionDurationSlow: '0.2s',
};

const COMPONENTS: ThemeConfig['components'] = {
  Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  Card: { headerFontSize: 14, headerHeight: 44 },
  Form: { itemMarginBottom: 20, verticalLabelPadding: '0 0 6px' },
};
const MENU = { itemHeight: 36, itemBorderRadius: 6, activeBarBorderWidth: 0 };
const TABLE = { headerSplitColor: 'transparent', cellPaddingBlockSM: 9, cellPaddingInlineSM: 14 };

export const LIGHT: ThemeConfig = {
  ...SHARED,
  algorithm: theme.defaultAlgorithm,
  token: {
    ...TOKENS,
    colorPrimary: '#0b6b65',
    colorPrimaryBg: '#e6f2f0',
    colorPrimaryBgHover: '#d5e9e6',
    colorInfo: '#0b6b65',
    colorLink: '#0b6b65',
    colorLinkHover: '#0a554f',
    colorSuccess: '#1c7c47',
    colorWarning: '#a8620c',
    colorError: '#b8322a',
    colorSuccessBg: '#ebf6ef',
    colorSuccessBorder: '#bcdcc9',
    colorWarningBg: '#fdf5e6',
    colorWarningBorder: '#ead3a8',
    colorErrorBg: '#fdf0ee',
    colorErrorBorder: '#efc5c0',
    colorInfoBg: '#e9f4f2',
    colorInfoBorder: '#b9dad6',
    colorTextBase: '#11242a',
    colorBgLayout: '#f4f6f6',
    colorBorder: '#d3dbdb',
    colorBorderSecondary: '#e6ebeb',
    colorTextPlaceholder: '#66757a',
    colorTextDescription: '#56676d',
    colorTextTertiary: '#56676d',
    colorTextDisabled: '#6f7d82',
  },
  components: {
    ...COMPONENTS,
    Menu: { ...MENU, itemSelectedBg: '#e4f1ef', itemSelectedColor: '#095a55' },
    Table: { ...TABLE, headerBg: '#f8fafa', headerColor: '#44565c' },
  },
};

export const DARK: ThemeConfig = {
  ...SHARED,
  algorithm: theme.darkAlgorithm,
  token: {
    ...TOKENS,
    colorPrimary: '#3db8a9',
    colorInfo: '#3db8a9',
    colorLink: '#5fcfc0',
    colorSuccess: '#5abf86',
    colorWarning: '#e0a452',
    colorError: '#f0837a',
    colorTextBase: '#e6eeee',
    colorBgBase: '#0f1719',
    colorBgLayout: '#0b1214',
    colorBgContainer: '#131d20',
    colorBgElevated: '#1a2629',
    colorBorder: '#2c3b3f',
    colorBorderSecondary: '#223034',
    colorTextLightSolid: '#06201d',
    colorTextPlaceholder: '#8fa0a4',
    colorTextDescription: '#9fb0b4',
    colorTextTertiary: '#9fb0b4',
    colorTextDisabled: '#84959a',
  },
  components: {
    ...COMPONENTS,
    Menu: { ...MENU, itemSelectedBg: '#173431', itemSelectedColor: '#7fe0cf' },
    Table: { ...TABLE, headerBg: '#172326', headerColor: '#a9b9bd' },
  },
};

/** The same without movement, for those whose machine asks for none. */
export function withoutMotion(config: ThemeConfig): ThemeConfig {
  return { ...config, token: { ...config.token, motion: false } };
}
