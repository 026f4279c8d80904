import type { VoucherWord } from '#core/ledger/voucher.ts';
import { finding, NO_FINDINGS, type VoucherCheck } from './check.ts';

/**
 * V08: the word fits the content. 收 takes money in, 付 pays it out, 转 touches none, 记 may be anything.
 * A transfer between cash and bank has money on both sides and is a 付 by convention, so that it is written once.
 */
export const checkWord: VoucherCheck = ({ word, lines }, { index }) => {
  if (word === '记') return NO_FINDINGS;
  let debitsMoney = false;
  let creditsMoney = false;
  for (const { account, debitMinor, creditMinor } of lines) {
    if ((index.accounts.get(account)?.account.cash ?? null) === null) continue;
    if (debitMinor !== 0n) debitsMoney = true;
    if (creditMinor !== 0n) creditsMoney = true;
  }
  const right = rightWord(debitsMoney, creditsMoney);
  return word === right ? NO_FINDINGS : [finding('word_mismatch', 'word', { word, right })];
};

function rightWord(debitsMoney: boolean, creditsMoney: boolean): VoucherWord {
  if (creditsMoney) return '付';
  return debitsMoney ? '收' : '转';
}
