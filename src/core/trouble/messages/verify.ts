import type { Message } from '#core/trouble/message.ts';

/** Texts for what `pipeline/verify` finds: each says that the books are not as they were posted. */
export const VERIFY_MESSAGES: Readonly<Record<string, Message>> = {
  verify_voucher_missing: {
    title: {
      zh: '{at}：凭证 {voucher} 已不在账本中',
      en: '{at}: the voucher {voucher} is no longer in the book',
      ja: '{at}：仕訳 {voucher} が帳簿にありません',
    },
    advice: {
      zh: '这不可能由通账写入。请比对备份与数据库日志查明是谁改的，并从备份恢复。',
      en: 'The product never writes this. Compare with a backup and the log of the database to see who did it, and restore.',
      ja: '製品がこう書くことはありません。バックアップとデータベースのログで変更者を調べ、復元してください。',
    },
  },
  verify_voucher_stray: {
    title: {
      zh: '{at}：凭证 {voucher} 不属于任何记账批次',
      en: '{at}: the voucher {voucher} belongs to no posting',
      ja: '{at}：仕訳 {voucher} はどの記帳バッチにも属しません',
    },
    advice: {
      zh: '这不可能由通账写入。请比对备份与数据库日志查明是谁改的，并从备份恢复。',
      en: 'The product never writes this. Compare with a backup and the log of the database to see who did it, and restore.',
      ja: '製品がこう書くことはありません。バックアップとデータベースのログで変更者を調べ、復元してください。',
    },
  },
  verify_voucher_unbalanced: {
    title: {
      zh: '{at}：借方 {debit} 与贷方 {credit}（最小货币单位）不平',
      en: '{at}: debit {debit} and credit {credit} (minor units) do not balance',
      ja: '{at}：借方 {debit} と貸方 {credit}（最小通貨単位）が一致しません',
    },
    advice: {
      zh: '这不可能由通账写入。请比对备份与数据库日志查明是谁改的，并从备份恢复。',
      en: 'The product never writes this. Compare with a backup and the log of the database to see who did it, and restore.',
      ja: '製品がこう書くことはありません。バックアップとデータベースのログで変更者を調べ、復元してください。',
    },
  },
  verify_voucher_changed: {
    title: {
      zh: '{at}：凭证内容与入账时的哈希不符',
      en: '{at}: the voucher is not what was hashed when it was posted',
      ja: '{at}：仕訳の内容が記帳時のハッシュと一致しません',
    },
    advice: {
      zh: '这不可能由通账写入。请比对备份与数据库日志查明是谁改的，并从备份恢复。',
      en: 'The product never writes this. Compare with a backup and the log of the database to see who did it, and restore.',
      ja: '製品がこう書くことはありません。バックアップとデータベースのログで変更者を調べ、復元してください。',
    },
  },
  verify_posting_range: {
    title: {
      zh: '{at}：记账批次 {posting} 与前一批次之间有缺口',
      en: '{at}: there is a hole between the posting {posting} and the one before',
      ja: '{at}：記帳バッチ {posting} と直前の間に欠落があります',
    },
    advice: {
      zh: '这不可能由通账写入。请比对备份与数据库日志查明是谁改的，并从备份恢复。',
      en: 'The product never writes this. Compare with a backup and the log of the database to see who did it, and restore.',
      ja: '製品がこう書くことはありません。バックアップとデータベースのログで変更者を調べ、復元してください。',
    },
  },
  verify_posting_lines: {
    title: {
      zh: '{at}：记账批次 {posting} 的分录行数不符',
      en: '{at}: the posting {posting} does not have the lines it had',
      ja: '{at}：記帳バッチ {posting} の明細数が一致しません',
    },
    advice: {
      zh: '这不可能由通账写入。请比对备份与数据库日志查明是谁改的，并从备份恢复。',
      en: 'The product never writes this. Compare with a backup and the log of the database to see who did it, and restore.',
      ja: '製品がこう書くことはありません。バックアップとデータベースのログで変更者を調べ、復元してください。',
    },
  },
  verify_posting_root: {
    title: {
      zh: '{at}：记账批次 {posting} 的默克尔根与其凭证不符',
      en: '{at}: the Merkle root of the posting {posting} is not that of its vouchers',
      ja: '{at}：記帳バッチ {posting} のマークルルートが仕訳と一致しません',
    },
    advice: {
      zh: '这不可能由通账写入。请比对备份与数据库日志查明是谁改的，并从备份恢复。',
      en: 'The product never writes this. Compare with a backup and the log of the database to see who did it, and restore.',
      ja: '製品がこう書くことはありません。バックアップとデータベースのログで変更者を調べ、復元してください。',
    },
  },
  verify_posting_chain: {
    title: {
      zh: '{at}：哈希链在记账批次 {posting} 处断开',
      en: '{at}: the chain of hashes is broken at the posting {posting}',
      ja: '{at}：ハッシュの連鎖が記帳バッチ {posting} で切れています',
    },
    advice: {
      zh: '这不可能由通账写入。请比对备份与数据库日志查明是谁改的，并从备份恢复。',
      en: 'The product never writes this. Compare with a backup and the log of the database to see who did it, and restore.',
      ja: '製品がこう書くことはありません。バックアップとデータベースのログで変更者を調べ、復元してください。',
    },
  },
  verify_number_counter: {
    title: {
      zh: '{at}：凭证号计数器为 {counter}，而最后的凭证号是 {last}',
      en: '{at}: the counter of numbers says {counter}, the last number is {last}',
      ja: '{at}：番号カウンターは {counter}、最後の番号は {last} です',
    },
    advice: {
      zh: '停止记账并联系我们：继续记账可能造成断号。',
      en: 'Stop posting and have it set right: going on may leave a gap.',
      ja: '記帳を止めて修正してください。続けると欠番が生じるおそれがあります。',
    },
  },
  verify_balance: {
    title: {
      zh: '{at}：余额（{kept}）不等于分录之和（{summed}）',
      en: '{at}: the balance ({kept}) is not the sum of the lines ({summed})',
      ja: '{at}：残高（{kept}）が明細の合計（{summed}）と一致しません',
    },
    advice: {
      zh: '账本由分录而来，分录完好即可重算。请查明原因后联系我们重建该余额。',
      en: 'Balances come from lines, so nothing is lost as long as the lines are sound. Find the cause, then have it rebuilt.',
      ja: '残高は明細から計算されるため、明細が正しければ失われていません。原因を調べ、再構築してください。',
    },
  },
  verify_account_total: {
    title: {
      zh: '{at}：科目累计（{kept}）不等于分录之和（{summed}）',
      en: '{at}: the total of the account ({kept}) is not the sum of its lines ({summed})',
      ja: '{at}：科目の累計（{kept}）が明細の合計（{summed}）と一致しません',
    },
    advice: {
      zh: '账本由分录而来，分录完好即可重算。请查明原因后联系我们重建该余额。',
      en: 'Balances come from lines, so nothing is lost as long as the lines are sound. Find the cause, then have it rebuilt.',
      ja: '残高は明細から計算されるため、明細が正しければ失われていません。原因を調べ、再構築してください。',
    },
  },
  verify_record_lost: {
    title: {
      zh: '{at}：流程 {flow} 没有处理原始记录 {record}，也没有留下原因',
      en: '{at}: the flow {flow} made nothing of the record {record} and left no reason',
      ja: '{at}：フロー {flow} は記録 {record} を処理せず、理由も残していません',
    },
    advice: {
      zh: '请重放该记录：tongzhang exceptions replay --flow {flow} --record {record}',
      en: 'Replay it: tongzhang exceptions replay --flow {flow} --record {record}',
      ja: '再実行してください：tongzhang exceptions replay --flow {flow} --record {record}',
    },
  },
  verify_document_state: {
    title: {
      zh: '{at}：单据状态“{state}”与凭证 {voucher} 矛盾',
      en: '{at}: the state "{state}" of the document contradicts its voucher {voucher}',
      ja: '{at}：伝票の状態「{state}」が仕訳 {voucher} と矛盾しています',
    },
    advice: {
      zh: '这不可能由通账写入。请比对备份与数据库日志查明是谁改的，并从备份恢复。',
      en: 'The product never writes this. Compare with a backup and the log of the database to see who did it, and restore.',
      ja: '製品がこう書くことはありません。バックアップとデータベースのログで変更者を調べ、復元してください。',
    },
  },
  verify_voucher_unowed: {
    title: {
      zh: '{at}：凭证 {voucher} 从未列入对 {connection} 的推送',
      en: '{at}: the voucher {voucher} was never owed to {connection}',
      ja: '{at}：仕訳 {voucher} は {connection} への送信対象になっていません',
    },
    advice: {
      zh: '请核对流程的推送目标是否在入账之后才添加；若是，请重放相关记录。',
      en: 'See whether the target was added to the flow after posting; if so, replay the records.',
      ja: '記帳後に連携先が追加されたか確認し、その場合は該当記録を再実行してください。',
    },
  },
  verify_audit_chain: {
    title: {
      zh: '{at}：审计日志第 {entry} 条（{action}）与哈希链不符',
      en: '{at}: the entry {entry} ({action}) of the audit log does not fit its chain',
      ja: '{at}：監査ログ {entry}（{action}）がハッシュの連鎖と一致しません',
    },
    advice: {
      zh: '这不可能由通账写入。请比对备份与数据库日志查明是谁改的，并从备份恢复。',
      en: 'The product never writes this. Compare with a backup and the log of the database to see who did it, and restore.',
      ja: '製品がこう書くことはありません。バックアップとデータベースのログで変更者を調べ、復元してください。',
    },
  },
  verify_posting_rewritten: {
    title: {
      zh: '{at}：记账批次 {posting} 与检查点 {sequence} 签署时不同',
      en: '{at}: the postings {posting} are not what checkpoint {sequence} was signed over',
      ja: '{at}：記帳バッチ {posting} がチェックポイント {sequence} の署名時と異なります',
    },
    advice: {
      zh: '账或日志在签署之后被改写过，签名不会说谎。请保全数据库与检查点文件，比对备份与数据库日志查明是谁改的，并从备份恢复。',
      en: 'It was rewritten after it had been signed. Keep the database and the checkpoint files as evidence, compare with a backup and the log of the database to see who did it, and restore.',
      ja: '署名後に書き換えられました。データベースとチェックポイントのファイルを証拠として保全し、バックアップとデータベースのログで変更者を調べ、復元してください。',
    },
  },
  verify_posting_cut: {
    title: {
      zh: '{at}：检查点 {sequence} 签署过的记账批次 {posting} 已不存在',
      en: '{at}: the postings {posting}, over which checkpoint {sequence} was signed, are gone',
      ja: '{at}：チェックポイント {sequence} が署名した記帳バッチ {posting} がありません',
    },
    advice: {
      zh: '若恢复过较早的备份，这就是原因：核对恢复记录，并以 --since 从其后的检查点核验；若核验的就是一份较早的备份，请加 --backup。否则是有人删除了历史，请保全证据并从备份恢复。',
      en: 'If an older backup was restored, this is it: compare with the record of the restore, and verify from the checkpoint after it with --since; if this database is an older backup, add --backup. Otherwise history was deleted: keep the evidence and restore.',
      ja: '古いバックアップを復元したならそれが原因です。復元記録と照合し、--since で以後のチェックポイントから検証してください。このデータベース自体が古いバックアップなら --backup を付けます。そうでなければ履歴が削除されています。証拠を保全し復元してください。',
    },
  },
  verify_audit_rewritten: {
    title: {
      zh: '{at}：审计日志第 {entries} 条中有与检查点 {sequence}（{time}）签署时不同的内容',
      en: '{at}: among the entries {entries} of the audit log is something else than checkpoint {sequence} ({time}) was signed over',
      ja: '{at}：監査ログ {entries} 件目にチェックポイント {sequence}（{time}）の署名時と異なる内容があります',
    },
    advice: {
      zh: '账或日志在签署之后被改写过，签名不会说谎。请保全数据库与检查点文件，比对备份与数据库日志查明是谁改的，并从备份恢复。',
      en: 'It was rewritten after it had been signed. Keep the database and the checkpoint files as evidence, compare with a backup and the log of the database to see who did it, and restore.',
      ja: '署名後に書き換えられました。データベースとチェックポイントのファイルを証拠として保全し、バックアップとデータベースのログで変更者を調べ、復元してください。',
    },
  },
  verify_audit_shortened: {
    title: {
      zh: '{at}：检查点 {sequence}（{time}）比之前的检查点覆盖的条目更少',
      en: '{at}: checkpoint {sequence} ({time}) covers fewer entries than the one before it',
      ja: '{at}：チェックポイント {sequence}（{time}）の対象件数が直前より少なくなっています',
    },
    advice: {
      zh: '若恢复过较早的备份，这就是原因：核对恢复记录，并以 --since 从其后的检查点核验；若核验的就是一份较早的备份，请加 --backup。否则是有人删除了历史，请保全证据并从备份恢复。',
      en: 'If an older backup was restored, this is it: compare with the record of the restore, and verify from the checkpoint after it with --since; if this database is an older backup, add --backup. Otherwise history was deleted: keep the evidence and restore.',
      ja: '古いバックアップを復元したならそれが原因です。復元記録と照合し、--since で以後のチェックポイントから検証してください。このデータベース自体が古いバックアップなら --backup を付けます。そうでなければ履歴が削除されています。証拠を保全し復元してください。',
    },
  },
  verify_audit_cut: {
    title: {
      zh: '{at}：检查点 {sequence}（{time}）签署了 {size} 条审计日志，数据库中只有 {entries} 条',
      en: '{at}: checkpoint {sequence} ({time}) was signed over {size} entries of the audit log, the database has {entries}',
      ja: '{at}：チェックポイント {sequence}（{time}）は監査ログ {size} 件に署名しましたが、データベースには {entries} 件しかありません',
    },
    advice: {
      zh: '若恢复过较早的备份，这就是原因：核对恢复记录，并以 --since 从其后的检查点核验；若核验的就是一份较早的备份，请加 --backup。否则是有人删除了历史，请保全证据并从备份恢复。',
      en: 'If an older backup was restored, this is it: compare with the record of the restore, and verify from the checkpoint after it with --since; if this database is an older backup, add --backup. Otherwise history was deleted: keep the evidence and restore.',
      ja: '古いバックアップを復元したならそれが原因です。復元記録と照合し、--since で以後のチェックポイントから検証してください。このデータベース自体が古いバックアップなら --backup を付けます。そうでなければ履歴が削除されています。証拠を保全し復元してください。',
    },
  },
  verify_checkpoint_missing: {
    title: {
      zh: '{at}：检查点 {sequence} 不在文件夹中',
      en: '{at}: the checkpoints {sequence} are not in the folder',
      ja: '{at}：チェックポイント {sequence} がフォルダにありません',
    },
    advice: {
      zh: '请用另一处保存的检查点（审计人员手中的副本、TONGZHANG_CHECKPOINTS_COPY 的目录）以 --checkpoints 重新核验，并查明是谁动过这个文件夹。',
      en: 'Verify again with the checkpoints kept elsewhere (the auditor’s copy, the folder of TONGZHANG_CHECKPOINTS_COPY) by --checkpoints, and find out who touched this folder.',
      ja: '別の場所に保管したチェックポイント（監査人の控え、TONGZHANG_CHECKPOINTS_COPY のフォルダ）を --checkpoints で指定して再検証し、このフォルダに触れた人を調べてください。',
    },
  },
  verify_checkpoint_order: {
    title: {
      zh: '{at}：检查点 {sequence} 重复或次序不对',
      en: '{at}: checkpoint {sequence} is there twice or out of order',
      ja: '{at}：チェックポイント {sequence} が重複または順序違いです',
    },
    advice: {
      zh: '请用另一处保存的检查点（审计人员手中的副本、TONGZHANG_CHECKPOINTS_COPY 的目录）以 --checkpoints 重新核验，并查明是谁动过这个文件夹。',
      en: 'Verify again with the checkpoints kept elsewhere (the auditor’s copy, the folder of TONGZHANG_CHECKPOINTS_COPY) by --checkpoints, and find out who touched this folder.',
      ja: '別の場所に保管したチェックポイント（監査人の控え、TONGZHANG_CHECKPOINTS_COPY のフォルダ）を --checkpoints で指定して再検証し、このフォルダに触れた人を調べてください。',
    },
  },
  verify_checkpoint_forged: {
    title: {
      zh: '{at}：有 {count} 个检查点没有可信的签名',
      en: '{at}: {count} checkpoints without a signature that is to be trusted',
      ja: '{at}：信頼できる署名のないチェックポイントが {count} 件あります',
    },
    advice: {
      zh: '检查点由另一把密钥签署，或者文件被改过。请以审计人员保存的公钥文件 --public-key 重新核验；仍然如此则是伪造。',
      en: 'Another key signed it, or the file was changed. Verify again with the public key that the auditor keeps (--public-key); if it stays so, it is forged.',
      ja: '別の鍵による署名か、ファイルの改変です。監査人が保管する公開鍵を --public-key で指定して再検証し、それでも同じなら偽造です。',
    },
  },
  verify_checkpoint_foreign: {
    title: {
      zh: '{at}：其中有另一份日志 {log} 的检查点，本数据库的日志是 {origin}',
      en: '{at}: checkpoints of another log, {log}, while the log of this database is {origin}',
      ja: '{at}：別のログ {log} のチェックポイントがあります。このデータベースのログは {origin} です',
    },
    advice: {
      zh: '请用另一处保存的检查点（审计人员手中的副本、TONGZHANG_CHECKPOINTS_COPY 的目录）以 --checkpoints 重新核验，并查明是谁动过这个文件夹。',
      en: 'Verify again with the checkpoints kept elsewhere (the auditor’s copy, the folder of TONGZHANG_CHECKPOINTS_COPY) by --checkpoints, and find out who touched this folder.',
      ja: '別の場所に保管したチェックポイント（監査人の控え、TONGZHANG_CHECKPOINTS_COPY のフォルダ）を --checkpoints で指定して再検証し、このフォルダに触れた人を調べてください。',
    },
  },
};
