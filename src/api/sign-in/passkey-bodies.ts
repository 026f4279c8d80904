import Type from 'typebox';
import { exactly } from '#api/http/schemas.ts';

/** Parts of WebAuthn messages, in the names and the form in which browsers' JSON has them. */

const Text = Type.String({ minLength: 1, maxLength: 20_000, pattern: '^[A-Za-z0-9_=-]+$' });
const Outputs = Type.Object({
  appid: Type.Optional(Type.Boolean()),
  credProps: Type.Optional(Type.Object({ rk: Type.Optional(Type.Boolean()) })),
});
const credential = {
  id: Text,
  rawId: Text,
  type: Type.Literal('public-key'),
  clientExtensionResults: Outputs,
  authenticatorAttachment: Type.Optional(
    Type.Union([Type.Literal('platform'), Type.Literal('cross-platform')]),
  ),
};

/** What `navigator.credentials.create` gave, as `toJSON()` writes it. */
export const MadeCredential = exactly(
  {
    ...credential,
    response: exactly({
      clientDataJSON: Text,
      attestationObject: Text,
      authenticatorData: Type.Optional(Text),
      publicKey: Type.Optional(Text),
      publicKeyAlgorithm: Type.Optional(Type.Integer()),
      transports: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 10 })),
    }),
  },
  { $id: 'MadeCredential' },
);

/** What `navigator.credentials.get` gave. */
export const ShownCredential = exactly(
  {
    ...credential,
    response: exactly({
      clientDataJSON: Text,
      authenticatorData: Text,
      signature: Text,
      userHandle: Type.Optional(Type.String({ maxLength: 200 })),
    }),
  },
  { $id: 'ShownCredential' },
);

/** For `navigator.credentials`, as the browser wants it. */
export const CredentialOptions = Type.Object(
  { challenge: Type.String() },
  { description: 'To be handed to the browser as it is', additionalProperties: true },
);
