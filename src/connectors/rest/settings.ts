import { isRecord } from '#connectors/kit/json.ts';
import type { SettingsSchema } from '#connectors/kit/settings.ts';
import { defineSettings, type SettingsOf } from '#connectors/kit/settings-schema.ts';
import { accept, type Outcome, type Refusal, refuse } from '#core/trouble/trouble.ts';
import {
  type Resource,
  readResource,
  readVoucherTarget,
  readWriteBack,
  type VoucherTarget,
  type WriteBack,
} from './definition.ts';
import { fields } from './fields.ts';
import { SIGNATURE_PLACES } from './signature.ts';
import { placesIn } from './template.ts';

const flat = defineSettings<typeof fields>(fields, conflict);

type FlatSettings = SettingsOf<typeof fields>;

/** Everything a REST connection knows about the other side. */
export interface RestSettings extends Omit<FlatSettings, 'resources' | 'writeBack' | 'voucher'> {
  /** Record kind → how to read it. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly writeBack: WriteBack | null;
  readonly voucher: VoucherTarget | null;
}

/** The settings of a REST connection. `resources`, `writeBack` and `voucher` may be structures or JSON text. */
export const settings: SettingsSchema<RestSettings> = {
  fields: flat.fields,
  parse(input): Outcome<RestSettings> {
    const given = isRecord(input) ? input : {};
    const simple = flat.parse({ ...given, resources: null, writeBack: null, voucher: null });
    if (!simple.ok) return simple;
    const resources = readResources(structure(given.resources));
    if (!resources.ok) return resources;
    const writeBack = optional(given.writeBack, (value) => readWriteBack(value, 'writeBack'));
    if (!writeBack.ok) return writeBack;
    const voucher = optional(given.voucher, (value) => readVoucherTarget(value, 'voucher'));
    if (!voucher.ok) return voucher;
    return accept({
      ...simple.value,
      resources: resources.value,
      writeBack: writeBack.value,
      voucher: voucher.value,
    });
  },
};

function readResources(given: unknown): Outcome<ReadonlyMap<string, Resource>> {
  const resources = new Map<string, Resource>();
  if (given === null) return accept(resources);
  if (!isRecord(given))
    return refuse({ code: 'setting_invalid', at: 'resources', params: { why: '{kind: {…}}' } });
  for (const [kind, definition] of Object.entries(given)) {
    const resource = readResource(structure(definition), `resources.${kind}`);
    if (!resource.ok) return resource;
    resources.set(kind, resource.value);
  }
  return accept(resources);
}

function optional<T>(given: unknown, read: (value: unknown) => Outcome<T>): Outcome<T | null> {
  const value = structure(given);
  return value === null ? accept(null) : read(value);
}

/** A form can only hand over text. */
function structure(given: unknown): unknown {
  if (given === undefined || given === null || given === '') return null;
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(given);
  } catch {
    return given;
  }
}

function conflict({ auth, hmacCanonical, hmacHeaders }: SettingsOf<typeof fields>): Refusal | null {
  if (auth !== 'hmac') return null;
  const canonical = placesIn(hmacCanonical).find((place) => !SIGNATURE_PLACES.includes(place));
  if (canonical !== undefined) return unknownPlace('hmacCanonical', canonical);
  // The secret may be part of what is signed, but it never travels.
  const known = new Set([...SIGNATURE_PLACES, 'signature']).difference(new Set(['secret']));
  const header = placesIn(hmacHeaders).find((place) => !known.has(place));
  return header === undefined ? null : unknownPlace('hmacHeaders', header);
}

function unknownPlace(at: string, place: string): Refusal {
  return { code: 'setting_invalid', at, params: { why: `{${place}}?` } };
}
