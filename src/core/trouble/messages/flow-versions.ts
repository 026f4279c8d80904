import type { Message } from '#core/trouble/message.ts';

/** Texts for flows and their versions, as the HTTP API refuses them. */
export const FLOW_VERSION_MESSAGES: Readonly<Record<string, Message>> = {
  flow_not_published: {
    title: {
      zh: '流程“{flow}”还没有发布的版本',
      en: 'The flow "{flow}" has no published version',
      ja: 'フロー「{flow}」には公開済みの版がありません',
    },
    advice: {
      zh: '请先发布一个版本：POST /api/v1/flows/代码/versions/版本/publish。',
      en: 'Publish a version first: POST /api/v1/flows/code/versions/n/publish.',
      ja: '先に版を公開してください：POST /api/v1/flows/コード/versions/番号/publish。',
    },
  },
  flow_version_untried: {
    title: {
      zh: '流程“{flow}”的版本 {version} 从未发布过，不能回滚到它',
      en: 'Version {version} of the flow "{flow}" was never in force, so nothing can be rolled back to it',
      ja: 'フロー「{flow}」の版 {version} は公開されたことがないため、戻せません',
    },
    advice: {
      zh: '请选择曾经发布过的版本；要启用新版本请用发布。',
      en: 'Choose a version that was published before; a new version is published.',
      ja: '公開されたことのある版を選んでください。新しい版は「公開」してください。',
    },
  },
  flow_disabled: {
    title: {
      zh: '流程“{flow}”已停用',
      en: 'The flow "{flow}" is switched off',
      ja: 'フロー「{flow}」は停止中です',
    },
    advice: {
      zh: '请在确认后启用它：PATCH /api/v1/flows/代码，enabled 设为 true。',
      en: 'Switch it on when that is wanted: PATCH /api/v1/flows/code with `enabled` true.',
      ja: '必要なら有効にしてください：PATCH /api/v1/flows/コード で enabled を true に。',
    },
  },
  flow_of_other_book: {
    title: {
      zh: '流程“{flow}”属于账套“{other}”，不属于“{book}”',
      en: 'The flow "{flow}" belongs to the book "{other}", not to "{book}"',
      ja: 'フロー「{flow}」は帳簿「{other}」のもので、「{book}」のものではありません',
    },
    advice: {
      zh: '请把路径中的账套改为流程所属的账套，或选择该账套的流程。',
      en: 'Ask under the book of the flow, or choose a flow of this book.',
      ja: 'パスの帳簿をフローの帳簿に直すか、この帳簿のフローを選んでください。',
    },
  },
  flow_not_yaml: {
    title: {
      zh: '流程定义不是有效的 YAML 或 JSON（{why}）',
      en: 'The flow is neither valid YAML nor JSON ({why})',
      ja: 'フロー定義が正しい YAML・JSON ではありません（{why}）',
    },
    advice: {
      zh: '请按提示的行号检查缩进、引号与重复的键。',
      en: 'Look at indents, quotes and doubled keys at the line named.',
      ja: '示された行の字下げ、引用符、重複キーを確認してください。',
    },
  },
  flow_refused: {
    title: {
      zh: '流程定义有 {count} 处问题，未保存',
      en: 'The flow has {count} mistakes and was not saved',
      ja: 'フロー定義に {count} 件の問題があり、保存していません',
    },
    advice: {
      zh: 'findings 逐条列出位置与改法；全部改正后重新提交。',
      en: '`findings` lists each place and what to write there; correct all of them and send it again.',
      ja: 'findings に場所と直し方が示されています。すべて直して送り直してください。',
    },
  },
};
