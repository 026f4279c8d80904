import { defineSettings, type SettingsOf } from '#connectors/kit/settings-schema.ts';

const SIGN_IN = ['app-secret', 'signed-login', 'password', 'signed-headers'] as const;

/** What a connection to one data centre of Kingdee K3 Cloud needs to know. */
export const kingdeeSettings = defineSettings(
  {
    serverUrl: {
      type: 'url',
      required: true,
      title: { zh: '服务器地址', en: 'Server address', ja: 'サーバーアドレス' },
      help: {
        zh: '通常以 /k3cloud/ 结尾，例如 erp.example.com/k3cloud/',
        en: 'Usually ends in /k3cloud/, e.g. erp.example.com/k3cloud/',
        ja: '通常は /k3cloud/ で終わります。例：erp.example.com/k3cloud/',
      },
    },
    acctId: {
      type: 'text',
      required: true,
      title: { zh: '数据中心 ID（账套）', en: 'Data centre id', ja: 'データセンター ID' },
    },
    userName: { type: 'text', required: true, title: { zh: '用户名', en: 'User', ja: 'ユーザー名' } },
    signIn: {
      type: 'choice',
      choices: SIGN_IN,
      default: 'app-secret',
      title: { zh: '登录方式', en: 'How to sign in', ja: 'ログイン方式' },
      help: {
        zh: '应用密钥（LoginByAppSecret）、签名登录（LoginBySign）、用户密码（ValidateUser）或签名请求头（无需登录）',
        en: 'App secret (LoginByAppSecret), signed login (LoginBySign), password (ValidateUser), or signed headers (no login at all)',
        ja: 'アプリ秘密鍵（LoginByAppSecret）、署名ログイン（LoginBySign）、パスワード（ValidateUser）、署名ヘッダー（ログイン不要）',
      },
    },
    appId: { type: 'text', title: { zh: '应用 ID', en: 'App id', ja: 'アプリ ID' } },
    appSecret: { type: 'secret', title: { zh: '应用密钥', en: 'App secret', ja: 'アプリ秘密鍵' } },
    password: {
      type: 'secret',
      required: true,
      when: { signIn: 'password' },
      title: { zh: '密码', en: 'Password', ja: 'パスワード' },
    },
    lcid: { type: 'number', default: 2052, title: { zh: '语言代码', en: 'Language id', ja: '言語コード' } },
    orgNumber: {
      type: 'text',
      default: '',
      title: { zh: '组织编码', en: 'Organisation number', ja: '組織コード' },
      help: {
        zh: '留空使用该用户的默认组织',
        en: 'Empty: the default organisation of the user',
        ja: '空欄の場合はユーザーの既定組織',
      },
    },
    bookNumber: {
      type: 'text',
      default: '001',
      title: { zh: '账簿编码', en: 'Account book number', ja: '帳簿コード' },
    },
    books: {
      type: 'map',
      default: {},
      title: {
        zh: '本系统账套 → 金蝶账簿',
        en: 'Our book → their account book',
        ja: '当方の帳簿 → 金蝶の帳簿',
      },
    },
    accounts: {
      type: 'map',
      default: {},
      title: {
        zh: '本系统科目 → 金蝶科目',
        en: 'Our account → their account',
        ja: '当方の科目 → 金蝶の科目',
      },
      help: {
        zh: '只需列出编码不同的科目，例如 222101 → 2221.01',
        en: 'Only where codes differ, e.g. 222101 → 2221.01',
        ja: 'コードが異なる科目のみ。例：222101 → 2221.01',
      },
    },
    accountFilter: {
      type: 'text',
      default: '',
      title: { zh: '科目查询附加条件', en: 'Extra filter for accounts', ja: '科目照会の追加条件' },
      help: {
        zh: "数据中心有多个科目表时使用，例如 FACCTTBLID.FNumber='KMB01'",
        en: "For data centres with several charts, e.g. FACCTTBLID.FNumber='KMB01'",
        ja: "勘定科目表が複数ある場合に使用。例：FACCTTBLID.FNumber='KMB01'",
      },
    },
    dimensions: {
      type: 'map',
      default: {},
      title: {
        zh: '辅助核算 → 金蝶核算维度名称',
        en: 'Dimension → their dimension name',
        ja: '補助科目 → 金蝶のディメンション名',
      },
      help: {
        zh: '在 customer=客户、supplier=供应商、department=部门、employee=员工 等默认值之外补充或覆盖',
        en: 'Adds to or overrides the defaults customer=客户, supplier=供应商, department=部门, employee=员工, …',
        ja: '既定値 customer=客户、supplier=供应商、department=部门、employee=员工 などへの追加・上書き',
      },
    },
    dimensionsElsewhere: {
      type: 'choice',
      choices: ['refuse', 'drop'],
      default: 'refuse',
      title: {
        zh: '金蝶科目没有该核算维度时',
        en: "When their account does not take a line's dimension",
        ja: '金蝶の科目にそのディメンションがない場合',
      },
    },
    businessKeyField: {
      type: 'text',
      default: 'F_TZ_KEY',
      title: { zh: '业务键字段', en: 'Business key field', ja: '業務キー項目' },
      help: {
        zh: '凭证单据头上的自定义文本字段；没有时业务键写入首条分录摘要末尾',
        en: 'A custom text field on the voucher header; without it the key goes to the end of the first abstract',
        ja: '伝票ヘッダーのカスタム文字項目。ない場合は先頭明細の摘要末尾に書き込みます',
      },
    },
    baseCurrency: {
      type: 'text',
      default: 'CNY',
      title: { zh: '记账本位币', en: 'Base currency', ja: '基軸通貨' },
    },
    rateType: {
      type: 'text',
      default: 'HLTX01_SYS',
      title: { zh: '汇率类型', en: 'Rate type', ja: '為替レート種別' },
    },
    pageSize: {
      type: 'number',
      default: 2000,
      min: 1,
      max: 10000,
      title: { zh: '每页行数', en: 'Rows a page', ja: '1 ページの行数' },
    },
    perSecondMax: {
      type: 'number',
      default: 20,
      min: 0.1,
      max: 1000,
      title: { zh: '每秒调用上限', en: 'Calls a second at most', ja: '毎秒呼出上限' },
    },
    timeoutMs: {
      type: 'number',
      default: 60_000,
      min: 10,
      max: 600_000,
      title: { zh: '超时（毫秒）', en: 'Timeout (ms)', ja: 'タイムアウト（ミリ秒）' },
    },
    overlapSeconds: {
      type: 'number',
      default: 60,
      min: 0,
      max: 86_400,
      title: { zh: '增量重叠（秒）', en: 'Overlap of incremental reads (s)', ja: '増分読取の重複（秒）' },
    },
  },
  (settings) => {
    const needsApp = settings.signIn !== 'password';
    if (needsApp && settings.appId === null) return { code: 'setting_missing', at: 'appId' };
    return needsApp && settings.appSecret === null ? { code: 'setting_missing', at: 'appSecret' } : null;
  },
);

export type KingdeeSettings = SettingsOf<typeof kingdeeSettings.fields>;
