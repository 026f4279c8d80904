import type { Text } from '#core/trouble/message.ts';

/** Who acts, where it is no person, by the beginning of how the hub names it. */
export const ACTOR_KINDS: Readonly<Record<string, Text>> = {
  client: { zh: '接口客户端 {id}', en: 'API client {id}', ja: 'API クライアント {id}' },
  cli: { zh: '命令行（{id}）', en: 'Command line ({id})', ja: 'コマンドライン（{id}）' },
  'sign-on': { zh: '单点登录 {id}', en: 'Sign-on {id}', ja: 'シングルサインオン {id}' },
  schedule: { zh: '日程', en: 'Schedule', ja: 'スケジュール' },
  demo: { zh: '演示', en: 'Demo', ja: 'デモ' },
  system: { zh: '系统', en: 'The hub', ja: 'システム' },
  hub: { zh: '系统', en: 'The hub', ja: 'システム' },
  tongzhang: { zh: '系统', en: 'The hub', ja: 'システム' },
};
