import { defineConnector } from '#connectors/kit/connector.ts';
import { KingdeeClient } from './client.ts';
import { collectVouchers } from './collect-vouchers.ts';
import { diagnoseKingdee } from './diagnose.ts';
import { findVouchers, receiptsOf } from './find-vouchers.ts';
import { kingdeeLookup } from './lookup.ts';
import { SETTLE_MS } from './repeat-marks.ts';
import { sendVouchers } from './send-vouchers.ts';
import { kingdeeSettings } from './settings.ts';
import { withdrawVouchers } from './withdraw-vouchers.ts';

/** Kingdee K3 Cloud / Cloud Galaxy. We deliver vouchers, read those changed there, and look up its base data. Its quirks: README.md. */
export const kingdeeK3cloud = defineConnector({
  name: 'kingdee-k3cloud',
  title: { zh: '金蝶云·星空', en: 'Kingdee K3 Cloud', ja: '金蝶クラウド K3' },
  settings: kingdeeSettings,
  connect: (settings, ports) => new KingdeeClient(settings, ports),
  close: (client) => client.close(),
  diagnose: diagnoseKingdee,
  collect: { voucher: collectVouchers },
  deliver: {
    voucher: {
      batchSizeMax: 200,
      settleMs: SETTLE_MS,
      find: async (client, keys, signal) => receiptsOf(keys, await findVouchers(client, keys, signal)),
      send: sendVouchers,
      withdraw: withdrawVouchers,
    },
  },
  lookup: kingdeeLookup,
});
