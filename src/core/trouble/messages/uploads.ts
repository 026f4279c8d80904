import type { Message } from '#core/trouble/message.ts';

/** Texts for documents uploaded as a stream. */
export const UPLOAD_MESSAGES: Readonly<Record<string, Message>> = {
  line_too_long: {
    title: {
      zh: '{at}：有一行超过 {limit} 字节',
      en: '{at}: a line has more than {limit} bytes',
      ja: '{at}：1 行が {limit} バイトを超えています',
    },
    advice: {
      zh: '之前的行已保存并会入账。请检查换行符或未闭合的引号，更正后整份重新上传；已保存的行不会重复。',
      en: 'The lines before are kept and will be posted. Look for missing line ends or an unclosed quote, correct it and upload the whole again; what is kept is not doubled.',
      ja: 'それまでの行は保存され記帳されます。改行や閉じていない引用符を確認し、直して全体を送り直してください。保存済みの行は重複しません。',
    },
  },
  upload_truncated: {
    title: {
      zh: '上传的 gzip 数据在第 {line} 行之后中断',
      en: 'The gzip data end after line {line}',
      ja: 'gzip データが {line} 行目の後で途切れています',
    },
    advice: {
      zh: '之前完整的行已保存并会入账。请重新压缩并整份上传；已保存的行不会重复。',
      en: 'The whole lines before are kept and will be posted. Pack it again and upload all of it; what is kept is not doubled.',
      ja: 'それまでの完全な行は保存され記帳されます。圧縮し直して全体を送り直してください。保存済みの行は重複しません。',
    },
  },
  upload_damaged: {
    title: {
      zh: '上传的 gzip 数据在第 {line} 行之后损坏',
      en: 'The gzip data are damaged after line {line}',
      ja: 'gzip データが {line} 行目の後で壊れています',
    },
    advice: {
      zh: '之前完整的行已保存并会入账。请确认内容确为 gzip，重新压缩后整份上传；已保存的行不会重复。',
      en: 'The whole lines before are kept and will be posted. Make sure that it is gzip, pack it again and upload all of it; what is kept is not doubled.',
      ja: 'それまでの完全な行は保存され記帳されます。gzip であることを確認し、圧縮し直して全体を送り直してください。保存済みの行は重複しません。',
    },
  },
  upload_interrupted: {
    title: {
      zh: '上传在第 {line} 行之后中断',
      en: 'The upload broke off after line {line}',
      ja: 'アップロードが {line} 行目の後で中断しました',
    },
    advice: {
      zh: '之前完整的行已保存并会入账。请检查网络后整份重新上传；已保存的行不会重复。',
      en: 'The whole lines before are kept and will be posted. Check the network and upload all of it again; what is kept is not doubled.',
      ja: 'それまでの完全な行は保存され記帳されます。ネットワークを確認して全体を送り直してください。保存済みの行は重複しません。',
    },
  },
  upload_not_text: {
    title: {
      zh: '第 {line} 行之后的内容不是 {charset} 文本',
      en: 'What follows line {line} is not {charset} text',
      ja: '{line} 行目より後が {charset} のテキストではありません',
    },
    advice: {
      zh: '请在 Content-Type 中写明编码，例如 text/csv; charset=gbk；之前的行已保存。',
      en: 'Name the encoding in Content-Type, for example text/csv; charset=gbk. The lines before are kept.',
      ja: 'Content-Type に文字コードを書いてください（例：text/csv; charset=gbk）。それまでの行は保存済みです。',
    },
  },
  csv_header_invalid: {
    title: {
      zh: '{at}：表头有空的、重复的或过多的列（{column}）',
      en: '{at}: the header has an empty or doubled column, or too many ({column})',
      ja: '{at}：見出しに空・重複、または多すぎる列があります（{column}）',
    },
    advice: {
      zh: '第一行须为列名，每列一个，互不相同，最多 1000 列。',
      en: 'The first row names the columns, each once, 1000 at most.',
      ja: '1 行目は列名で、重複なく 1000 列までにしてください。',
    },
  },
  csv_quote_open: {
    title: {
      zh: '{at}：从这一行起有一个双引号没有结束',
      en: '{at}: a quote opens here and never closes',
      ja: '{at}：この行で始まる引用符が閉じられていません',
    },
    advice: {
      zh: '之前的行已保存。请更正该行的引号（单元格内的双引号要写两次），或检查上传是否被截断，然后整份重新上传。',
      en: 'The lines before are kept. Correct the quote (inside a cell it is written twice), or check whether the upload was cut off; then upload all of it again.',
      ja: 'それまでの行は保存済みです。引用符を直すか（セル内では 2 つ重ねます）途切れていないか確認し、全体を送り直してください。',
    },
  },
  csv_row_width: {
    title: {
      zh: '{at}：有 {found} 列，表头为 {wanted} 列',
      en: '{at}: {found} cells where the header has {wanted}',
      ja: '{at}：見出し {wanted} 列に対して {found} 列です',
    },
    advice: {
      zh: '请检查该行的逗号与引号。这一行已原样保存为异常，改正后重新上传即可。',
      en: 'Look at the commas and quotes of this row. It is kept as it is, as an exception; correct it and upload again.',
      ja: 'この行のカンマと引用符を確認してください。行はそのまま例外として保存済みで、直して送り直せます。',
    },
  },
};
