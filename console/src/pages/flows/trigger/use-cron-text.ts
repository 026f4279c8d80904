import { useQuery } from '@tanstack/react-query';
import { language } from '#console/words/language.ts';
import type { Language } from '#core/trouble/message.ts';

interface CronText {
  /** The schedule as a sentence. */
  readonly text: string;
  /** The next times, as instants. */
  readonly next: readonly string[];
}

const NEXT = 5;

/** A cron expression as a sentence in the reader's language, with the next times; null where it is none. */
export function useCronText(cron: string, zone: string): CronText | null | undefined {
  const reader = language.use();
  const { data } = useQuery({
    queryKey: ['cron-text', cron, zone, reader],
    queryFn: () => readCron(cron, zone, reader),
    retry: false,
  });
  return data;
}

async function readCron(cron: string, zone: string, reader: Language): Promise<CronText | null> {
  const [{ CronExpressionParser }, cronstrue] = await Promise.all([
    import('cron-parser'),
    import('cronstrue/i18n'),
  ]);
  try {
    const times = CronExpressionParser.parse(cron, { tz: zone });
    const next = times.take(NEXT).map((time) => time.toDate().toISOString());
    const locale = { zh: 'zh_CN', en: 'en', ja: 'ja' }[reader];
    const text = cronstrue.default.toString(cron, { locale, use24HourTimeFormat: true });
    return { text, next };
  } catch {
    return null;
  }
}
