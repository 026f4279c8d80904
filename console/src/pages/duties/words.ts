import { defineWords } from '#console/words/define-words.ts';

export const words = defineWords({
  title: { zh: '不相容职务', en: 'Duties kept apart', ja: '職務分掌' },
  intro: {
    zh: '内部控制的底线：办理、审核与系统设置由不同的人担任。违反规则的授权当场拒绝，并说明原因。',
    en: 'Whoever prepares does not review, and whoever sets the system up does neither. A grant against a rule is refused with the reason.',
    ja: '作成・審査・設定は別の人が担当します。規則に反する付与は理由とともに拒否されます。',
  },
  rules: { zh: '规则', en: 'Rules', ja: '規則' },
  rulesText: {
    zh: '默认全部开启。开启与关闭都写进审计日志；规则开启前已有的授权不会自动收回。',
    en: 'All are on until switched off, which is noted in the audit log. Grants given before stay.',
    ja: '既定ですべて有効です。切り替えは監査ログに残り、既存の権限はそのままです。',
  },
  on: { zh: '已开启', en: 'On', ja: '有効' },
  off: { zh: '已关闭', en: 'Off', ja: '無効' },
  switchOff: { zh: '关闭规则', en: 'Switch off', ja: '無効にする' },
  switchedOn: { zh: '规则“{rule}”已开启', en: '“{rule}” is on', ja: '規則「{rule}」を有効にしました' },
  switchedOff: { zh: '规则“{rule}”已关闭', en: '“{rule}” is off', ja: '規則「{rule}」を無効にしました' },
  offTitle: { zh: '关闭“{rule}”？', en: 'Switch “{rule}” off?', ja: '「{rule}」を無効にしますか？' },
  offText: {
    zh: '此后同一人可以兼任，审计人员会在日志中看到是谁关闭的。人手不足时请以事后复核弥补。',
    en: 'One person may then hold both. Auditors see who switched it off; make up for it by checks afterwards.',
    ja: '以後は兼任できるようになります。誰が無効にしたかは監査ログに残ります。事後確認で補ってください。',
  },
  cancel: { zh: '取消', en: 'Cancel', ja: 'キャンセル' },
  conflicts: { zh: '现有冲突', en: 'Conflicts now', ja: '現在の抵触' },
  conflictsText: {
    zh: '规则开启之前授予的角色不会自动收回；以下人员同时担任了应当分离的职务。',
    en: 'What was given before a rule was switched on stays. These people hold duties that belong apart.',
    ja: '規則を有効にする前の付与はそのまま残ります。次の人は分けるべき職務を兼任しています。',
  },
  noConflicts: { zh: '没有冲突', en: 'No conflicts', ja: '抵触はありません' },
  noConflictsText: {
    zh: '没有人同时担任应当分离的职务。若出现，会列在这里并可一步到达其授权。',
    en: 'Nobody holds duties that belong apart. Whoever does is listed here, one step from their roles.',
    ja: '分けるべき職務を兼任している人はいません。生じるとここに表示されます。',
  },
  who: { zh: '人员', en: 'Who', ja: '人員' },
  rule: { zh: '规则', en: 'Rule', ja: '規則' },
  state: { zh: '状态', en: 'State', ja: '状態' },
  broken: { zh: '违反', en: 'Broken', ja: '抵触' },
  ruleOff: { zh: '规则已关闭', en: 'Rule is off', ja: '規則は無効' },
  roles: { zh: '担任的角色', en: 'Roles held', ja: '担当する役割' },
});

/** What each rule means for whoever is under it. */
export const meaningWords = defineWords({
  'prepare-review': {
    zh: '能提交或更正单据的人，不能在同一账套放行异常、结账、反结账或冲销凭证。',
    en: 'Who posts or corrects documents does not, in the same book, release exceptions, close or reopen periods, or reverse vouchers.',
    ja: '伝票の登録・修正を行う人は、同じ帳簿で例外の承認、締め、再開、赤字取消ができません。',
  },
  'prepare-map': {
    zh: '能提交或更正单据的人，不能在同一账套修改流程、对照表或连接：否则可以让自己的单据记到任意科目。',
    en: 'Who posts or corrects documents does not change flows, crosswalks or connections of the same book: they could book their own papers anywhere.',
    ja: '伝票の登録・修正を行う人は、同じ帳簿のフロー・対照表・接続を変更できません。',
  },
  'review-map': {
    zh: '能放行、结账或冲销的人，不能在同一账套修改流程、对照表或连接。',
    en: 'Who releases, closes or reverses does not change flows, crosswalks or connections of the same book.',
    ja: '承認・締め・取消を行う人は、同じ帳簿のフロー・対照表・接続を変更できません。',
  },
  'cash-ledger': {
    zh: '出纳（及其副本角色）不能查看同一账套的总账与余额，也不能担任审计：《会计法》规定出纳不得兼任稽核与账目登记。',
    en: 'A cashier, or a copy of that role, sees neither ledger nor balances of the same book and does not audit (Accounting Law of the PRC).',
    ja: '出納（複製した役割を含む）は同じ帳簿の総勘定元帳と残高を見られず、監査も兼任できません（中国会計法）。',
  },
  'publish-own': {
    zh: '自己保存的流程版本须由另一人发布。接口客户端不受此限。',
    en: 'A flow version is published by somebody other than who saved it. Programs are let pass.',
    ja: '自分が保存したフローの版は別の人が公開します。API クライアントは対象外です。',
  },
  'release-own': {
    zh: '自己更正过的单据须由另一人放行。',
    en: 'Who corrected a document has somebody else release it.',
    ja: '自分が修正した伝票は別の人が承認します。',
  },
  'grant-self': {
    zh: '管理员不能给自己授予角色，须由另一位管理员办理。',
    en: 'An administrator has another one give them a role.',
    ja: '管理者は自分に役割を付与できず、別の管理者が行います。',
  },
});
