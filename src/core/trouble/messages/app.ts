import type { Message } from '#core/trouble/message.ts';

/** Texts for what the running program refuses. */
export const APP_MESSAGES: Readonly<Record<string, Message>> = {
  address_refused: {
    title: {
      zh: '不允许连接到地址 {address}',
      en: 'Connections to {address} are not allowed',
      ja: 'アドレス {address} への接続は許可されていません',
    },
    advice: {
      zh: '连接器只能访问公网与内网的 http/https 地址，不能访问本机、链路本地与保留地址。请更正连接的地址；若确要连接本机的模拟器，启动时设置 TONGZHANG_LOOPBACK=allow。',
      en: 'Connectors reach http and https addresses of the internet and of private networks, not this machine, link-local or reserved ones. Correct the address of the connection; to use a simulator on this machine, start with TONGZHANG_LOOPBACK=allow.',
      ja: 'コネクタが使えるのはインターネットと社内ネットワークの http/https だけで、この機械自身、リンクローカル、予約アドレスは使えません。接続のアドレスを直してください。この機械のシミュレーターを使うなら TONGZHANG_LOOPBACK=allow で起動します。',
    },
  },
};
