import { PRACTICE } from './practice.ts';

const flow = `/flows/${PRACTICE.flow}`;

/** The tour: what is said of each step, and where it is done. */
export const TOUR_STEPS = [
  { title: 'canvas', text: 'canvasText', to: `${flow}/edit` },
  { title: 'dryRun', text: 'dryRunText', to: `${flow}/edit` },
  { title: 'publish', text: 'publishText', to: `${flow}?tab=versions` },
  { title: 'records', text: 'recordsText', to: `/records?flow=${PRACTICE.flow}` },
  { title: 'exceptions', text: 'exceptionsText', to: `/exceptions?flow=${PRACTICE.flow}` },
  { title: 'vouchers', text: 'vouchersText', to: `/books/${PRACTICE.book}/vouchers` },
  { title: 'trace', text: 'traceText', to: `/records?flow=${PRACTICE.flow}` },
] as const;
