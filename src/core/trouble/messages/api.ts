import type { Message } from '#core/trouble/message.ts';

/** Texts for what the HTTP API refuses to do to a thing. */
export const API_MESSAGES: Readonly<Record<string, Message>> = {
  not_found: {
    title: {
      zh: '没有{kind:name}“{id}”',
      en: 'There is no {kind:name} "{id}"',
      ja: '{kind:name}「{id}」はありません',
    },
    advice: {
      zh: '请核对代码或编号；用同一路径的列表可查到现有的全部。',
      en: 'Check the code or number; the list of the same path shows what there is.',
      ja: 'コードまたは番号を確認してください。同じパスの一覧で存在するものを調べられます。',
    },
  },
  already_exists: {
    title: {
      zh: '{kind:name}“{id}”已存在',
      en: '{kind:name} "{id}" exists already',
      ja: '{kind:name}「{id}」は既にあります',
    },
    advice: {
      zh: '如要修改请用 PUT；如要新建请换一个代码。',
      en: 'Change it with PUT, or choose another code.',
      ja: '変更するなら PUT を使い、新規なら別のコードにしてください。',
    },
  },
  changed_meanwhile: {
    title: {
      zh: '在您读取之后，它已被改动',
      en: 'It has changed since you read it',
      ja: '読み取った後に変更されています',
    },
    advice: {
      zh: '请重新读取，确认差异后用新的 ETag 再提交；未做任何更改。',
      en: 'Read it again, look at what is different and send your change with the new ETag; nothing was changed.',
      ja: '読み直して違いを確認し、新しい ETag で送り直してください。何も変更されていません。',
    },
  },
  document_held: {
    title: {
      zh: '单据已收到并保存，但有 {count} 项问题，暂未入账',
      en: 'The document is kept and not posted yet: {count} findings',
      ja: '伝票は保存されましたが、{count} 件の問題により未記帳です',
    },
    advice: {
      zh: 'findings 说明每项问题与处理办法；记录 {record} 已进入异常，可在改正来源、对照表或流程后重试，或由有权者放行。',
      en: '`findings` says what is wrong and what to do; record {record} is an exception now: correct the source, a crosswalk or the flow and replay it, or have it released.',
      ja: 'findings に各問題と対処が示されています。記録 {record} は例外になりました。元データ、対照表、フローを直して再処理するか、権限者が解放してください。',
    },
  },
  document_would_be_held: {
    title: {
      zh: '试算：该单据有 {count} 项问题，不会入账',
      en: 'Dry run: the document would not be posted, {count} findings',
      ja: '試算：{count} 件の問題により、この伝票は記帳されません',
    },
    advice: {
      zh: 'findings 说明每项问题与处理办法。试算不保存任何内容。',
      en: '`findings` says what is wrong and what to do. A dry run keeps nothing.',
      ja: 'findings に各問題と対処が示されています。試算では何も保存されません。',
    },
  },
  chart_refused: {
    title: {
      zh: '科目有 {count} 处问题，未保存',
      en: 'The accounts have {count} mistakes and were not saved',
      ja: '勘定科目に {count} 件の問題があり、保存していません',
    },
    advice: {
      zh: 'findings 逐条列出；改正后重新提交，本次未做任何更改。',
      en: '`findings` lists them; correct them and send again. Nothing was changed.',
      ja: 'findings に示されています。直して送り直してください。何も変更されていません。',
    },
  },
  rates_refused: {
    title: {
      zh: '汇率有 {count} 处问题，未保存',
      en: 'The rates have {count} mistakes and were not saved',
      ja: '為替レートに {count} 件の問題があり、保存していません',
    },
    advice: {
      zh: 'findings 逐条列出；改正后重新提交，本次未做任何更改。',
      en: '`findings` lists them; correct them and send again. Nothing was changed.',
      ja: 'findings に示されています。直して送り直してください。何も変更されていません。',
    },
  },
  years_not_in_order: {
    title: {
      zh: '{at}：会计年度须连续递增',
      en: '{at}: fiscal years follow one another without a gap',
      ja: '{at}：会計年度は連続した昇順にしてください',
    },
    advice: {
      zh: '例如 [2025, 2026]；期间之间不能有空档。',
      en: 'For example [2025, 2026]; there may be no gap between periods.',
      ja: '例：[2025, 2026]。期間に隙間は許されません。',
    },
  },
  exception_closed: {
    title: {
      zh: '异常 {id} 已处理（{state}）',
      en: 'Exception {id} is closed already ({state})',
      ja: '例外 {id} は処理済みです（{state}）',
    },
    advice: {
      zh: '无需再处理；如要重新入账，请对其记录做重放。',
      en: 'There is nothing left to do; replay its record if it is to be posted again.',
      ja: 'これ以上の対応は不要です。再記帳する場合は記録を再処理してください。',
    },
  },
  exception_not_releasable: {
    title: {
      zh: '不能放行：{codes}',
      en: 'These cannot be released: {codes}',
      ja: '解放できません：{codes}',
    },
    advice: {
      zh: '只有效果为 hold 的问题可以放行；block 的须在来源、对照表、流程或账套中改正后重放。',
      en: 'Only findings whose effect is hold can be released; those that block need a correction in the source, a crosswalk, the flow or the book, and a replay.',
      ja: '解放できるのは効果が hold の問題だけです。block は元データ、対照表、フロー、帳簿を直して再処理してください。',
    },
  },
  delivery_not_stopped: {
    title: {
      zh: '推送 {id} 处于 {state} 状态，无需重新推送',
      en: 'Delivery {id} is {state} and needs no redrive',
      ja: '送信 {id} は {state} のため再送は不要です',
    },
    advice: {
      zh: '只有被拒绝（refused）或多次失败（dead）的推送需要人工重推；其余会自行继续。',
      en: 'Only deliveries that were refused or are dead need a person; the others go on by themselves.',
      ja: '人の操作が要るのは refused と dead だけです。それ以外は自動で続きます。',
    },
  },
  webhook_unsupported: {
    title: {
      zh: '“{connection}”不接收回调',
      en: '"{connection}" takes no webhooks',
      ja: '「{connection}」は Webhook を受け付けません',
    },
    advice: {
      zh: '请核对回调地址末尾的连接代码，并确认该连接的系统支持回调。',
      en: 'Check the connection code at the end of the address, and that its system sends webhooks.',
      ja: 'アドレス末尾の接続コードと、その接続のシステムが Webhook に対応しているか確認してください。',
    },
  },
};
