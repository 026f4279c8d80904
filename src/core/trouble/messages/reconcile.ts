import type { Message } from '#core/trouble/message.ts';

/** Texts for the differences that `pipeline/reconcile` finds between source, book and target. */
export const RECONCILE_MESSAGES: Readonly<Record<string, Message>> = {
  target_missing: {
    title: {
      zh: '凭证 {voucher}（{key}）已送达，但目标系统中没有',
      en: 'The voucher {voucher} ({key}) was delivered and is not in the target',
      ja: '仕訳 {voucher}（{key}）は送信済みですが、連携先にありません',
    },
    advice: {
      zh: '可能在目标系统中被删除。加 --repair 会先询问再重新推送。',
      en: 'Somebody may have deleted it there. With --repair it is asked for and sent again.',
      ja: '連携先で削除された可能性があります。--repair で確認のうえ再送します。',
    },
  },
  target_state_behind: {
    title: {
      zh: '凭证 {voucher}（{key}）在目标系统中为“{reason}”，应为“{wanted}”',
      en: 'The voucher {voucher} ({key}) is "{reason}" in the target and should be "{wanted}"',
      ja: '仕訳 {voucher}（{key}）は連携先で「{reason}」です（本来「{wanted}」）',
    },
    advice: {
      zh: '可能被反审核。加 --repair 会把它推进到应有的状态。',
      en: 'It may have been unaudited. With --repair it is brought to where it should be.',
      ja: '承認が取り消された可能性があります。--repair で本来の状態まで進めます。',
    },
  },
  target_changed: {
    title: {
      zh: '凭证 {voucher}（{key}）在目标系统中已被改动：{reason}',
      en: 'The voucher {voucher} ({key}) was changed in the target: {reason}',
      ja: '仕訳 {voucher}（{key}）は連携先で変更されています：{reason}',
    },
    advice: {
      zh: '由人判断：在目标系统改回，或在账套中冲销后重新入账。',
      en: 'A person decides: undo it there, or reverse here and post anew.',
      ja: '担当者が判断：連携先で元に戻すか、こちらで取消して再記帳してください。',
    },
  },
  target_duplicate: {
    title: {
      zh: '凭证 {voucher}（{key}）在目标系统中出现多次（{number}、{reason}）',
      en: 'The voucher {voucher} ({key}) is in the target more than once ({number}, {reason})',
      ja: '仕訳 {voucher}（{key}）が連携先に複数あります（{number}、{reason}）',
    },
    advice: {
      zh: '加 --repair 会撤回全部重复并只推送一次；已在目标系统记账的须由人冲销。',
      en: 'With --repair all of them are withdrawn and one is sent; what is posted there must be reversed by a person.',
      ja: '--repair ですべて取り下げて一度だけ再送します。連携先で記帳済みのものは担当者が取消してください。',
    },
  },
  target_unknown: {
    title: {
      zh: '目标系统中的凭证 {number} 带有我们的业务键 {key}，但从未推送过',
      en: 'The voucher {number} in the target carries our key {key}, and we never sent it',
      ja: '連携先の仕訳 {number} は当方のキー {key} を持ちますが、送信していません',
    },
    advice: {
      zh: '多为复制凭证或恢复了旧备份所致。请由人核对。',
      en: 'Somebody copied a voucher, or an older backup was restored. A person must look.',
      ja: '仕訳の複写や古いバックアップの復元が原因です。担当者が確認してください。',
    },
  },
  balance_differs: {
    title: {
      zh: '{period} 科目 {account}：目标系统 {theirs}，我们推送 {ours}，他人录入 {others}',
      en: '{period}, account {account}: the target has {theirs}, we sent {ours}, others entered {others}',
      ja: '{period} 科目 {account}：連携先 {theirs}、当方送信 {ours}、他者入力 {others}',
    },
    advice: {
      zh: '先处理上面按凭证列出的差异；若仍不符，请核对该科目在目标系统的明细账。',
      en: "Clear the differences by voucher first; if it remains, compare the account's ledger in the target.",
      ja: 'まず仕訳ごとの差異を解消し、残る場合は連携先の元帳と照合してください。',
    },
  },
  delivery_stuck: {
    title: {
      zh: '凭证 {voucher}（{key}）的推送停滞：{reason}',
      en: 'The delivery of the voucher {voucher} ({key}) is stuck: {reason}',
      ja: '仕訳 {voucher}（{key}）の送信が滞っています：{reason}',
    },
    advice: {
      zh: '用 tongzhang trace 查看原因；改正后用 tongzhang deliveries redrive 或 --repair 重新推送。',
      en: 'See why with tongzhang trace; put it right, then tongzhang deliveries redrive or --repair.',
      ja: 'tongzhang trace で原因を確認し、修正後 tongzhang deliveries redrive か --repair で再送してください。',
    },
  },
  source_lost: {
    title: {
      zh: '流程 {flow} 没有处理原始记录 {record}（{external}），也没有留下原因',
      en: 'The flow {flow} made nothing of the record {record} ({external}) and left no reason',
      ja: 'フロー {flow} は記録 {record}（{external}）を処理せず、理由も残していません',
    },
    advice: {
      zh: '加 --repair 会重放该记录。',
      en: 'With --repair it is replayed.',
      ja: '--repair で再実行します。',
    },
  },
};
