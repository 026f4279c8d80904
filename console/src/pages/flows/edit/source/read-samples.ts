type ReadSamples =
  | { readonly ok: true; readonly samples: readonly object[] }
  | { readonly ok: false; readonly why: 'not_json' | 'not_record'; readonly reason: string };

const SAMPLES_MAX = 50;

/** The records in a text that somebody pasted or uploaded: one object, or a list of them. */
export function readSamples(text: string): ReadSamples {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, why: 'not_json', reason: error instanceof Error ? error.message : '' };
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const records = list.filter(isRecord);
  if (records.length === 0 || records.length < list.length)
    return { ok: false, why: 'not_record', reason: '' };
  return { ok: true, samples: records.slice(0, SAMPLES_MAX) };
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
