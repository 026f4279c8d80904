import Type, { type Static } from 'typebox';
import { Texts } from '#api/http/schemas.ts';
import type { Setting } from '#connectors/kit/settings.ts';

export const SettingBody = Type.Object(
  {
    name: Type.String(),
    type: Type.String(),
    title: Texts,
    help: Type.Optional(Texts),
    required: Type.Boolean(),
    default: Type.Optional(Type.Unknown()),
    choices: Type.Optional(Type.Array(Type.String())),
    multiline: Type.Optional(Type.Boolean()),
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    when: Type.Optional(Type.Record(Type.String(), Type.String())),
  },
  { $id: 'Setting' },
);

/** The settings of a schema as a form is made of them, in its order. */
export function settingBodies(fields: Readonly<Record<string, Setting>>): Static<typeof SettingBody>[] {
  return Object.entries(fields).map(([name, { choices, required = false, ...field }]) => ({
    name,
    ...field,
    required,
    ...(choices === undefined ? {} : { choices: [...choices] }),
  }));
}
