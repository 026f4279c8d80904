import type { FastifyInstance } from 'fastify';
import { brokenLimit } from '#connectors/kit/json-slices.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { BodyStream } from './body-stream.ts';

/** A parsed JSON body and the bytes it was parsed from: idempotency compares bytes. */
export class JsonBody {
  readonly value: unknown;
  readonly bytes: Buffer;

  constructor(value: unknown, bytes: Buffer) {
    this.value = value;
    this.bytes = bytes;
  }
}

const LIMITS = { depthMax: 64, valuesMax: 200_000 };

/**
 * Bodies of this scope are JSON, whatever carries them. Depth and number of values are counted before parsing, and
 * `__proto__` or `constructor.prototype` in a body is refused by fastify's own parser.
 */
export function takeJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'buffer' },
    (request, bytes, done) => {
      const text = bytes.toString('utf8');
      const broken = brokenLimit(text, LIMITS);
      if (broken !== null) return done(tooDeep());
      if (text === '') return done(null, undefined);
      parse(request, text, (error, value) => {
        if (error)
          done(new RefusalError({ code: 'json_invalid', at: 'body', params: { why: error.message } }));
        else done(null, new JsonBody(value, bytes));
      });
    },
  );
}

/** Bodies of this scope are taken as bytes and read by the route. */
export function takeBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes));
}

/** Bodies of this scope are never held: the route reads them as they arrive. */
export function takeStream(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, stream, done) => done(null, new BodyStream(stream)));
}

function tooDeep(): RefusalError {
  const { depthMax, valuesMax } = LIMITS;
  return new RefusalError({
    code: 'body_too_complex',
    at: 'body',
    params: { depthMax: String(depthMax), valuesMax: String(valuesMax) },
  });
}
