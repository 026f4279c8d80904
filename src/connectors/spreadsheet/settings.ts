import { defineSettings, type SettingsOf } from '#connectors/kit/settings-schema.ts';
import { SIZE_MAX_MIB } from './limits.ts';
import { AMOUNT_FIELDS, missingAmountColumn } from './settings-amounts.ts';

/** How a file is read. Everything has a default that suits most exports; state only what detection gets wrong. */
export const settings = defineSettings(
  {
    kind: {
      type: 'text',
      default: 'row',
      title: { zh: '记录种类', en: 'Kind of record', ja: 'レコード種別' },
      help: {
        zh: '每个数据行成为这一种类的一条记录，流程按它取数。',
        en: 'Every data row becomes one record of this kind; flows name it as their source.',
        ja: '各データ行がこの種別の 1 レコードになり、フローはこれを指定します。',
      },
    },
    idColumns: {
      type: 'list',
      default: [],
      title: { zh: '标识列', en: 'Columns that identify a row', ja: '行を識別する列' },
      help: {
        zh: '这些列合起来必须唯一标识一行；此时行号不进入记录，同一行再次导入不会成为新版本。留空则用“文件!表!行号”。',
        en: 'Together they identify a row, wherever it stands: the same row in a later file is the same record. Empty: file!sheet!row.',
        ja: '組み合わせで行を一意に識別します。後のファイルに同じ行があっても同一レコードです。空の場合は「ファイル!シート!行」。',
      },
    },
    sheet: {
      type: 'text',
      default: '',
      title: { zh: '工作表', en: 'Sheet', ja: 'シート' },
      help: {
        zh: '名称、序号（从 1 开始）或 *（全部）。留空为第一个可见表。',
        en: 'Name, number (from 1), or * for all. Empty: the first visible one.',
        ja: '名前、番号（1 から）、または *（すべて）。空なら最初の表示シート。',
      },
    },
    zipEntry: {
      type: 'text',
      default: '',
      title: { zh: '压缩包内文件', en: 'File inside the zip', ja: 'zip 内のファイル' },
      help: {
        zh: '文件名或其中一段；压缩包内有多个文件时必填。',
        en: 'Its name or a part of it; needed when the zip holds several files.',
        ja: 'ファイル名またはその一部。zip に複数ファイルがある場合に必要です。',
      },
    },
    encoding: {
      type: 'choice',
      choices: ['auto', 'utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5', 'shift_jis'],
      default: 'auto',
      title: { zh: '文字编码', en: 'Text encoding', ja: '文字コード' },
    },
    delimiter: {
      type: 'choice',
      choices: ['auto', 'comma', 'tab', 'semicolon', 'pipe'],
      default: 'auto',
      title: { zh: '分隔符', en: 'Delimiter', ja: '区切り文字' },
    },
    headerRow: {
      type: 'number',
      min: 0,
      max: 1_000,
      title: { zh: '表头所在行', en: 'Row of the header', ja: '見出し行' },
      help: {
        zh: '留空自动识别；0 表示没有表头，列名为 A、B、C…',
        en: 'Empty: found by itself. 0: there is none, the columns are A, B, C…',
        ja: '空なら自動判定。0 は見出しなし（列名は A、B、C…）。',
      },
    },
    headerRows: {
      type: 'number',
      min: 1,
      max: 3,
      default: 1,
      title: { zh: '表头行数', en: 'Rows of the header', ja: '見出しの行数' },
      help: {
        zh: '合并单元格的多行表头会拼成一个列名，如“金额 借方”。',
        en: 'Several rows with merged cells become one name, e.g. "Amount Debit".',
        ja: '結合セルを含む複数行の見出しは「金額 借方」のように 1 つの列名になります。',
      },
    },
    headerContains: {
      type: 'list',
      default: [],
      title: { zh: '表头包含', en: 'The header contains', ja: '見出しに含まれる文字' },
    },
    footerContains: {
      type: 'list',
      title: { zh: '页脚行以此开头', en: 'Footer rows start with', ja: 'フッター行の先頭' },
      help: {
        zh: '有单元格以其中之一开头的行不是数据。留空使用内置规则（合计、小计、共…笔 等）；[] 表示没有页脚。',
        en: 'A row with a cell that starts with one of these is no data. Empty: built-in rules (合计, total, …). []: there is no footer.',
        ja: 'いずれかで始まるセルがある行はデータではありません。空なら組込規則（合計、total など）。[] はフッターなし。',
      },
    },
    rename: {
      type: 'map',
      default: {},
      title: { zh: '列改名', en: 'Rename columns', ja: '列名の変更' },
      help: {
        zh: '表头 → 记录中的键；例如名称含“.”而映射路径无法写出时。',
        en: 'Header → key of the record, e.g. where a name holds a dot that a mapping path cannot write.',
        ja: '見出し → レコードのキー。例えばドットを含み、マッピングのパスで書けない場合。',
      },
    },
    trim: {
      type: 'boolean',
      default: true,
      title: { zh: '去掉两端空白', en: 'Trim blanks and tabs', ja: '前後の空白を除去' },
    },
    guards: {
      type: 'boolean',
      default: true,
      title: { zh: '去掉防护字符', en: 'Strip guards', ja: '保護文字を除去' },
      help: {
        zh: '微信账单的前导反引号，以及 ="00123" 形式的包装。',
        en: 'The back-tick before values of WeChat bills and the ="00123" wrapping.',
        ja: 'WeChat 明細の先頭バッククォートと ="00123" 形式の囲みです。',
      },
    },
    sizeMaxMib: {
      type: 'number',
      min: 1,
      max: 16_384,
      default: SIZE_MAX_MIB,
      title: { zh: '文件上限 (MiB)', en: 'Largest file (MiB)', ja: 'ファイル上限 (MiB)' },
    },
    ...AMOUNT_FIELDS,
  },
  missingAmountColumn,
);

export type SpreadsheetSettings = SettingsOf<typeof settings.fields>;
