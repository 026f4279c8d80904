import type { Message } from '#core/trouble/message.ts';

/** Texts for roles, grants and the duties that are kept apart. */
export const ROLE_MESSAGES: Readonly<Record<string, Message>> = {
  role_shipped: {
    title: {
      zh: '角色“{role}”随系统提供，不能修改',
      en: 'The role {role} comes with the hub and cannot be changed',
      ja: '役割 {role} は製品付属のため変更できません',
    },
    advice: {
      zh: '请复制为新的角色，在副本上修改，再授予相关人员。',
      en: 'Copy it to a role of your own, change the copy, and grant that one.',
      ja: '複製して新しい役割を作り、そちらを変更して付与してください。',
    },
  },
  client_has_scopes: {
    title: {
      zh: '“{client}”是客户端程序，不能授予角色',
      en: '{client} is a client: programs hold no roles',
      ja: '{client} はクライアントのため、役割を付与できません',
    },
    advice: {
      zh: '请在客户端上设置权限范围、账簿与单据类型（PATCH /clients/{client}）。',
      en: 'Give it scopes, books and kinds instead: PATCH /clients/{client}.',
      ja: '代わりにクライアントのスコープ・帳簿・伝票種別を設定してください（PATCH /clients/{client}）。',
    },
  },
  role_held: {
    title: {
      zh: '角色“{role}”仍授予 {count} 处',
      en: 'The role {role} is still granted {count} times',
      ja: '役割 {role} は {count} 件付与されています',
    },
    advice: {
      zh: '请先收回这些授权，再删除角色。',
      en: 'Take those grants back first, then delete the role.',
      ja: '先にそれらの付与を取り消してから削除してください。',
    },
  },
  grant_kept_in_step: {
    title: {
      zh: '该授权由 {origin} 自动维护',
      en: 'This grant is kept in step by {origin}',
      ja: 'この付与は {origin} により自動で維持されています',
    },
    advice: {
      zh: '请在来源处（用户组）或其映射中收回；在这里收回会在下次登录时恢复。',
      en: 'Take it back where it comes from, in the group or its mapping; taken here it would come back with the next sign-in.',
      ja: '元のグループまたはその対応付けで取り消してください。ここで消しても次のサインインで戻ります。',
    },
  },
  last_administrator: {
    title: {
      zh: '这是最后一位可以维护角色的在职人员',
      en: 'This is the last active person who may maintain roles',
      ja: '役割を管理できる最後の有効な人員です',
    },
    advice: {
      zh: '请先把“系统管理员”授予另一位在职人员，再执行此操作。',
      en: 'Grant the role of system administrator to another active person first.',
      ja: '先に別の有効な人員へシステム管理者の役割を付与してください。',
    },
  },
  client_outranks: {
    title: {
      zh: '该客户端的权限超出您本人：{permission}',
      en: 'The client may do what you may not: {permission}',
      ja: 'このクライアントの権限はあなたを超えています：{permission}',
    },
    advice: {
      zh: '持有密钥的人可以使用客户端的全部权限。请去掉该权限，或由可以维护角色的人操作。',
      en: 'Whoever holds its secret can do all that it may. Leave that permission out, or have somebody do this who may maintain roles.',
      ja: 'シークレットを持つ人はその権限をすべて使えます。その権限を外すか、役割を管理できる人に依頼してください。',
    },
  },
  duties_conflict: {
    title: {
      zh: '这些角色不能由同一人担任（规则 {rule}）',
      en: 'One person must not hold these roles together (rule {rule})',
      ja: 'これらの役割は同一人物が兼任できません（規則 {rule}）',
    },
    advice: {
      zh: '请授予另一人，限定为不同账套，或由有权维护角色的人在“不相容职务”中关闭该规则（会记入审计日志）。',
      en: 'Grant it to somebody else, limit both to different books, or have the rule switched off under duties, which is noted in the audit log.',
      ja: '別の人に付与するか、別々の帳簿に限定してください。規則を無効にすると監査ログに記録されます。',
    },
  },
  duty_of_other: {
    title: {
      zh: '这一步须由另一人完成（规则 {rule}）',
      en: 'Somebody else has to do this step (rule {rule})',
      ja: 'この手順は別の人が行う必要があります（規則 {rule}）',
    },
    advice: {
      zh: '您完成了前一步。请由另一位有权限的人完成这一步，或在“不相容职务”中关闭该规则（会记入审计日志）。',
      en: 'You did the step before. Have another person with the permission do this one, or have the rule switched off under duties, which is noted in the audit log.',
      ja: '前の手順を行ったのはあなたです。権限のある別の人に依頼してください。規則を無効にすると監査ログに記録されます。',
    },
  },
};
