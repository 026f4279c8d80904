import { tellRefusal } from '#cli/trouble-text.ts';
import { oneLine } from '#cli/width.ts';
import { stateWord, word } from '#cli/words.ts';
import type { Language } from '#core/trouble/message.ts';
import type { TracedDelivery } from '#pipeline/trace/trace.ts';

/** Deliveries with their attempts: who was told what, and what came back. */
export function renderDeliveries(deliveries: readonly TracedDelivery[], language: Language): string {
  return deliveries
    .flatMap((delivery) => lines(delivery, language))
    .map(oneLine)
    .join('\n');
}

function lines(delivery: TracedDelivery, language: Language): string[] {
  const { connection, kind, state, targetState, targetId, targetNumber, businessKey, text, error } = delivery;
  const name =
    kind === 'write-back'
      ? word('writeBack', language)
      : kind === 'voucher'
        ? word('voucher', language)
        : kind;
  const there =
    targetNumber === null && targetId === null
      ? ''
      : ` → ${[targetNumber, targetId === null ? null : `id ${targetId}`].filter((one) => one !== null).join(' ')}`;
  const head = `${connection} ${name}: ${stateWord(state, language)} (${stateWord(targetState, language)})${there}  ${businessKey}`;
  return [
    head,
    ...(text === null ? [] : [`  “${text}”`]),
    ...delivery.attempts.map(
      ({ startedAt, outcome, detail }) =>
        `  ${startedAt} ${stateWord(outcome, language)}${reason(detail, language)}`,
    ),
    ...(error === null ? [] : [`  ${reason(error, language).trim()}`]),
  ];
}

function reason(detail: unknown, language: Language): string {
  if (typeof detail !== 'object' || detail === null || !('code' in detail)) return '';
  const params = 'params' in detail && isParams(detail.params) ? detail.params : {};
  const { code, title } = tellRefusal({ code: String(detail.code), params }, language);
  return ` [${code}] ${title}`;
}

function isParams(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((one) => typeof one === 'string')
  );
}
