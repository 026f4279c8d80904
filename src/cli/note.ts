import { type Input, UsageError } from './input.ts';

/** The option of every command that wants to know why. */
export const NOTE = {
  flags: '--note <text>',
  describe: {
    zh: '理由，记入审计日志',
    en: 'reason; it goes into the audit log',
    ja: '理由。監査ログに残ります',
  },
};

/** Why somebody does it. */
export function requireNote(input: Input): string {
  const note = input.text('note')?.trim() ?? '';
  if (note === '') throw new UsageError({ code: 'cli_note_missing', at: '--note' });
  return note;
}
