import type { Message } from '#core/trouble/message.ts';

/** Why a CSV or Excel file as a whole goes no further. `file` and the last `row` read are always there. */
export const SPREADSHEET_MESSAGES: Readonly<Record<string, Message>> = {
  file_empty: {
    title: {
      zh: '文件“{file}”是空的',
      en: 'The file "{file}" is empty',
      ja: 'ファイル「{file}」は空です',
    },
    advice: {
      zh: '请重新导出并上传；若导出确实没有数据，可以忽略。',
      en: 'Export and upload it again; if there really was no data, ignore this.',
      ja: 'もう一度出力してアップロードしてください。実際にデータがない場合は無視して構いません。',
    },
  },
  file_too_large: {
    title: {
      zh: '{at}：文件“{file}”超过 {limitMib} MiB',
      en: '{at}: the file "{file}" is larger than {limitMib} MiB',
      ja: '{at}：ファイル「{file}」が {limitMib} MiB を超えています',
    },
    advice: {
      zh: '此行之前的记录已读入，其余未读。请按月或门店拆分文件，或在连接设置中调高“文件上限”。',
      en: 'The records before this row have been read, the rest has not. Split the file by month or shop, or raise the largest file in the settings of the connection.',
      ja: 'この行より前のレコードは読み込み済みで、残りは未読です。月や店舗ごとに分割するか、接続設定のファイル上限を上げてください。',
    },
  },
  file_truncated: {
    title: {
      zh: '{at}：文件“{file}”在此处中断，不完整',
      en: '{at}: the file "{file}" breaks off here; it is not complete',
      ja: '{at}：ファイル「{file}」がここで途切れており、不完全です',
    },
    advice: {
      zh: '此前的记录有效。请重新下载或传输完整文件后再次上传；已读入的行不会重复。',
      en: 'The records before are valid. Fetch or transfer the whole file again and upload it under the same name; rows already read are not doubled.',
      ja: 'ここまでのレコードは有効です。完全なファイルを取得し直し、同じ名前でアップロードしてください。読込済みの行は二重になりません。',
    },
  },
  file_damaged: {
    title: {
      zh: '{at}：文件“{file}”已损坏（{why}）',
      en: '{at}: the file "{file}" is damaged ({why})',
      ja: '{at}：ファイル「{file}」が壊れています（{why}）',
    },
    advice: {
      zh: '请重新下载，或在 Excel/WPS 中打开后另存，再上传。此前读入的记录可能也受损，请核对。',
      en: 'Download it again, or open it in Excel or WPS, save it anew and upload that. Check the records read before this row: they may be affected.',
      ja: 'もう一度ダウンロードするか、Excel や WPS で開いて保存し直し、アップロードしてください。ここまでのレコードも影響を受けている可能性があるため確認してください。',
    },
  },
  file_encrypted: {
    title: {
      zh: '文件“{file}”有密码',
      en: 'The file "{file}" is protected by a password',
      ja: 'ファイル「{file}」はパスワードで保護されています',
    },
    advice: {
      zh: '请解除密码后重新上传；系统不保存文件密码。',
      en: 'Remove the password and upload it again; passwords of files are not kept here.',
      ja: 'パスワードを解除してアップロードしてください。ファイルのパスワードは保存しません。',
    },
  },
  file_unpacks_too_much: {
    title: {
      zh: '{at}：文件“{file}”解压后超过原来的 {ratio} 倍，疑似压缩炸弹',
      en: '{at}: the file "{file}" unpacks to more than {ratio} times its size; it may be a bomb',
      ja: '{at}：ファイル「{file}」は展開すると {ratio} 倍を超えます。圧縮爆弾の可能性があります',
    },
    advice: {
      zh: '请确认文件来源。若内容可信，请解压后直接上传。',
      en: 'Check where the file comes from. If you trust it, unpack it and upload what is inside.',
      ja: 'ファイルの出所を確認してください。信頼できる場合は、展開してから中身をアップロードしてください。',
    },
  },
  file_not_a_table: {
    title: {
      zh: '文件“{file}”不是表格（内容为 {found}）',
      en: 'The file "{file}" is no table (it holds {found})',
      ja: 'ファイル「{file}」は表ではありません（内容：{found}）',
    },
    advice: {
      zh: '扩展名不代表内容。请在 Excel/WPS 中打开，另存为 .xlsx 或 CSV 后上传。',
      en: 'The name says nothing about the content. Open it in Excel or WPS, save it as .xlsx or CSV and upload that.',
      ja: '拡張子は内容を保証しません。Excel や WPS で開き、.xlsx か CSV で保存し直してください。',
    },
  },
  file_nested_too_deep: {
    title: {
      zh: '文件“{file}”的压缩层数超过 {limit} 层',
      en: 'The file "{file}" is packed more than {limit} times over',
      ja: 'ファイル「{file}」の圧縮が {limit} 重を超えています',
    },
    advice: {
      zh: '请解压后上传里面的表格文件。',
      en: 'Unpack it and upload the table inside.',
      ja: '展開して中の表ファイルをアップロードしてください。',
    },
  },
  excel_old_or_locked: {
    title: {
      zh: '文件“{file}”是旧版 Excel（.xls、.xlsb）或带密码的 Excel',
      en: 'The file "{file}" is an old Excel file (.xls, .xlsb) or one with a password',
      ja: 'ファイル「{file}」は旧形式の Excel（.xls、.xlsb）かパスワード付きです',
    },
    advice: {
      zh: '请在 Excel/WPS 中打开，另存为不带密码的 .xlsx 或 CSV 后上传。',
      en: 'Open it in Excel or WPS, save it as .xlsx without a password, or as CSV, and upload that.',
      ja: 'Excel や WPS で開き、パスワードなしの .xlsx か CSV で保存し直してください。',
    },
  },
  zip_without_the_file: {
    title: {
      zh: '压缩包“{file}”中没有“{wanted}”；其中有：{names}',
      en: 'The zip "{file}" holds no file "{wanted}"; it holds: {names}',
      ja: 'zip「{file}」に「{wanted}」がありません。含まれるもの：{names}',
    },
    advice: {
      zh: '请核对连接设置中的“压缩包内文件”，或上传正确的压缩包。',
      en: 'Check the setting for the file inside the zip, or upload the right zip.',
      ja: '接続設定の「zip 内のファイル」を確認するか、正しい zip をアップロードしてください。',
    },
  },
  zip_several_files: {
    title: {
      zh: '压缩包“{file}”中有多个文件：{names}',
      en: 'The zip "{file}" holds several files: {names}',
      ja: 'zip「{file}」に複数のファイルがあります：{names}',
    },
    advice: {
      zh: '请在连接设置的“压缩包内文件”中写出文件名（或其中一段），使其只匹配一个。',
      en: 'Name one of them (or a part of its name that no other has) in the setting for the file inside the zip.',
      ja: '接続設定の「zip 内のファイル」に、1 つだけに一致する名前（の一部）を指定してください。',
    },
  },
  encoding_unknown: {
    title: {
      zh: '{at}：文件“{file}”此处的字节 {bytes} 无法按 {encoding} 读出',
      en: '{at}: the bytes {bytes} of the file "{file}" mean nothing in {encoding}',
      ja: '{at}：ファイル「{file}」のバイト {bytes} は {encoding} として読めません',
    },
    advice: {
      zh: '能自动识别的是 UTF-8、UTF-16 和 GB18030（GBK）。请在连接设置中指定编码（如 Big5、Shift_JIS），或以 UTF-8 重新导出。',
      en: 'UTF-8, UTF-16 and GB18030 (GBK) are found by themselves. State the encoding in the settings of the connection (Big5, Shift_JIS, …), or export the file as UTF-8.',
      ja: '自動判別できるのは UTF-8、UTF-16、GB18030（GBK）です。接続設定で文字コード（Big5、Shift_JIS など）を指定するか、UTF-8 で出力し直してください。',
    },
  },
  header_not_found: {
    title: {
      zh: '文件“{file}”的前 {limit} 行中找不到表头 {wanted}',
      en: 'No header {wanted} in the first {limit} rows of the file "{file}"',
      ja: 'ファイル「{file}」の先頭 {limit} 行に見出し {wanted} がありません',
    },
    advice: {
      zh: '请在连接设置中填写表头所在行，或表头包含的列名；没有表头时填 0。',
      en: 'State the row of the header, or names it contains, in the settings of the connection; 0 when there is none.',
      ja: '接続設定で見出し行、または見出しに含まれる列名を指定してください。見出しがない場合は 0 です。',
    },
  },
  column_not_found: {
    title: {
      zh: '文件“{file}”中没有设置所用的列“{column}”；现有：{columns}',
      en: 'The file "{file}" has no column "{column}", which the settings name; it has: {columns}',
      ja: '設定にある列「{column}」がファイル「{file}」にありません。列：{columns}',
    },
    advice: {
      zh: '请按文件中的列名更正连接设置，或检查来源的导出模板是否变了。',
      en: 'Correct the settings to the names in the file, or find out whether the export has changed.',
      ja: 'ファイルの列名に合わせて接続設定を直すか、出力テンプレートの変更を確認してください。',
    },
  },
  sheet_not_found: {
    title: {
      zh: '文件“{file}”中没有工作表“{wanted}”；现有：{names}',
      en: 'The file "{file}" has no sheet "{wanted}"; it has: {names}',
      ja: 'ファイル「{file}」にシート「{wanted}」がありません。シート：{names}',
    },
    advice: {
      zh: '请更正连接设置中的工作表名称或序号，或填 * 读取全部。',
      en: 'Correct the name or number of the sheet in the settings, or use * for all.',
      ja: '接続設定のシート名または番号を直すか、* ですべてを読んでください。',
    },
  },
  too_many_columns: {
    title: {
      zh: '{at}：文件“{file}”超过 {limit} 列',
      en: '{at}: the file "{file}" has more than {limit} columns',
      ja: '{at}：ファイル「{file}」の列数が {limit} を超えています',
    },
    advice: {
      zh: '通常是分隔符不对。请在连接设置中指定分隔符，或删除多余的列。',
      en: 'Usually the delimiter is wrong. State it in the settings of the connection, or remove columns that are not needed.',
      ja: '多くは区切り文字の誤りです。接続設定で指定するか、不要な列を削除してください。',
    },
  },
  too_many_rows: {
    title: {
      zh: '{at}：文件“{file}”超过 {limit} 行',
      en: '{at}: the file "{file}" has more than {limit} rows',
      ja: '{at}：ファイル「{file}」の行数が {limit} を超えています',
    },
    advice: {
      zh: '此行之前的记录有效。请把其余部分拆成另一个文件上传。',
      en: 'The records before are valid. Upload the rest as another file.',
      ja: 'この行より前のレコードは有効です。残りを別ファイルに分けてアップロードしてください。',
    },
  },
  row_too_long: {
    title: {
      zh: '{at}：文件“{file}”的一行过长',
      en: '{at}: a row of the file "{file}" is too long',
      ja: '{at}：ファイル「{file}」の行が長すぎます',
    },
    advice: {
      zh: '文件里可能没有换行，或者不是表格。请检查导出设置。',
      en: 'The file may have no line breaks, or be no table. Check how it was exported.',
      ja: '改行がないか、表ではない可能性があります。出力設定を確認してください。',
    },
  },
  csv_quote_unclosed: {
    title: {
      zh: '{at}：文件“{file}”从此行起有一个双引号没有结束',
      en: '{at}: in this row of the file "{file}" a quote opens and never closes',
      ja: '{at}：ファイル「{file}」のこの行で始まる引用符が閉じられていません',
    },
    advice: {
      zh: '此行之前的记录有效。请在来源处更正该行的引号（单元格内的双引号要写两次），或检查文件是否被截断。',
      en: 'The records before are valid. Correct the quote at the source (inside a cell it is written twice), or check whether the file was cut off.',
      ja: 'この行より前のレコードは有効です。元データの引用符を直すか（セル内では 2 つ重ねます）、ファイルが途切れていないか確認してください。',
    },
  },
  xml_doctype: {
    title: {
      zh: '文件“{file}”的内部 XML 带有 DOCTYPE 声明，已拒绝',
      en: 'The XML inside the file "{file}" declares a document type, which is refused',
      ja: 'ファイル「{file}」の内部 XML に DOCTYPE 宣言があるため拒否しました',
    },
    advice: {
      zh: 'Excel 和 WPS 从不写入这种声明，它可用于攻击。请确认文件来源，用 Excel/WPS 另存后再上传。',
      en: 'Excel and WPS never write one, and it can be used to attack. Check where the file comes from; save it anew in Excel or WPS.',
      ja: 'Excel や WPS はこの宣言を書きません。攻撃に使われることがあります。出所を確認し、Excel や WPS で保存し直してください。',
    },
  },
  shared_strings_too_large: {
    title: {
      zh: '文件“{file}”的共享文本超过 {limitMib} MiB',
      en: 'The shared texts of the file "{file}" are larger than {limitMib} MiB',
      ja: 'ファイル「{file}」の共有文字列が {limitMib} MiB を超えています',
    },
    advice: {
      zh: '请拆分工作簿，或导出为 CSV（CSV 不受此限制）。',
      en: 'Split the workbook, or export it as CSV, which has no such limit.',
      ja: 'ブックを分割するか、この制限のない CSV で出力してください。',
    },
  },
  spool_failed: {
    title: {
      zh: '无法在本机暂存上传的文件（{reason}）',
      en: 'The upload could not be laid down on this machine ({reason})',
      ja: 'アップロードをこのマシンに一時保存できません（{reason}）',
    },
    advice: {
      zh: '会自动重试。若持续出现，请检查临时目录的剩余空间和权限。',
      en: 'It is tried again by itself. If this goes on, check space and permissions of the folder for temporary files.',
      ja: '自動的に再試行します。続く場合は、一時フォルダの空き容量と権限を確認してください。',
    },
  },
};
