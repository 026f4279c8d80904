import type { Language } from '#core/trouble/message.ts';

/** How numbers and moments are written. Money is text from the server and is grouped without becoming a number. */

const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB', ja: 'ja-JP' };

/** The name of a language as HTML and Intl want it. */
export function localeOf(language: Language): string {
  return LOCALES[language];
}

/** @example formatNumber(12345.6, 'zh') // '12,345.6' */
export function formatNumber(value: number, language: Language): string {
  return value.toLocaleString(LOCALES[language], { maximumFractionDigits: 2 });
}

/** @example formatShare(0.9731, 'zh') // '97.3%' */
export function formatShare(share: number, language: Language): string {
  return share.toLocaleString(LOCALES[language], { style: 'percent', maximumFractionDigits: 1 });
}

/** A decimal text with its thousands grouped; every digit stays. @example groupDigits('-1234567.80') // '-1,234,567.80' */
export function groupDigits(amount: string): string {
  const [whole = '', ...fraction] = amount.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}

/** An instant in the reader's zone, to the minute or the second. @example '2026-03-15 16:00' */
export function formatMoment(iso: string, exact = false): string {
  const at = new Date(iso);
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(twoDigits).join('-');
  const time = [at.getHours(), at.getMinutes(), ...(exact ? [at.getSeconds()] : [])].map(twoDigits).join(':');
  return `${day} ${time}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

const UNITS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** How long ago, in one unit. @example '3 小时前' */
export function formatAgo(iso: string, now: Date, language: Language): string {
  const seconds = (new Date(iso).getTime() - now.getTime()) / 1_000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const);
  const format = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' });
  return format.format(Math.round(seconds / size), unit);
}

const LENGTHS: readonly (readonly [unit: string, ms: number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
  ['millisecond', 1],
];

/** A length of time in its largest unit. @example formatLength(1834, 'en') // '1.83 sec' */
export function formatLength(ms: number, language: Language): string {
  const [unit, size] = LENGTHS.find(([, length]) => ms >= length) ?? (['millisecond', 1] as const);
  const format = {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: ms < 1_000 ? 0 : 2,
  } as const;
  return (ms / size).toLocaleString(LOCALES[language], format);
}
