import type { Receipt } from '#connectors/kit/connector.ts';

/** Sends one message after the other; what was found there already keeps its receipt. */
export async function sendAbsent<Message extends { readonly businessKey: string }>(
  messages: readonly Message[],
  found: readonly Receipt[],
  sendOne: (message: Message) => Promise<Receipt>,
): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  for (const message of messages) {
    const known = found.find(({ businessKey }) => businessKey === message.businessKey);
    const isThere = known !== undefined && known.state !== 'absent';
    receipts.push(isThere ? known : await sendOne(message));
  }
  return receipts;
}
