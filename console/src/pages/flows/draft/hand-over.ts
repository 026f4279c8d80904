/** A draft on its way from the wizard to the editor, within one tab of the browser. */
interface HandedOver {
  /** The flow as YAML. */
  readonly text: string;
  /** Records to try it on, as their system sends them. */
  readonly samples: readonly unknown[];
}

const KEY = 'tongzhang.flow-draft';
/** The address at which the editor takes what was handed over. */
export const NEW_FLOW_EDITOR = '/flows/new/edit';

export function handOver(draft: HandedOver): void {
  sessionStorage.setItem(KEY, JSON.stringify(draft));
}

/** What was handed over last; it stays until it is saved, so that a reload loses nothing. */
export function handedOver(): HandedOver | null {
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (typeof draft !== 'object' || draft === null || !('text' in draft)) return null;
    const samples = 'samples' in draft && Array.isArray(draft.samples) ? draft.samples : [];
    return typeof draft.text === 'string' ? { text: draft.text, samples } : null;
  } catch {
    return null;
  }
}

export function forgetHandedOver(): void {
  sessionStorage.removeItem(KEY);
}

/** Samples somebody brought along for a flow, for as long as the tab is open: the hub keeps none of them. */
export function rememberSamples(flow: string, samples: readonly unknown[]): void {
  try {
    sessionStorage.setItem(`${SAMPLES}${flow}`, JSON.stringify(samples));
  } catch {
    // They are larger than a tab may keep; the person brings them again.
  }
}

export function rememberedSamples(flow: string): readonly unknown[] {
  const samples: unknown = JSON.parse(sessionStorage.getItem(`${SAMPLES}${flow}`) ?? '[]');
  return Array.isArray(samples) ? samples : [];
}

const SAMPLES = 'tongzhang.flow-samples.';
