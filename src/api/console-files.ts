import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Where the build wants the nonce of the answer. */
const NONCE_PLACE = /__CSP_NONCE__/g;
/** The first step of addresses that are not pages: an unknown one among them is told as such. */
const NOT_PAGES = /^\/(api|oauth|hooks|assets|metrics|health|ready|\.well-known)(\/|$)/;

/** Serves the files of the built console. Their names hold a hash of their content, so that they may be kept for ever. */
export function serveConsoleFiles(app: FastifyInstance, folder: string): void {
  void app.register(serveStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    index: false,
    cacheControl: false,
    setHeaders: (reply) => {
      reply.header('cache-control', 'public, max-age=31536000, immutable');
    },
  });
}

/** Whether somebody at a browser asks for a page: programs ask for data, and get a problem when there is none. */
export function asksForPage({ method, headers, url }: FastifyRequest): boolean {
  const isReading = method === 'GET' || method === 'HEAD';
  return isReading && (headers.accept ?? '').includes('text/html') && !NOT_PAGES.test(url);
}

/** The console's one page; which of its pages is meant, it reads from the address. Before it is built: how to build it. */
export async function answerPage(reply: FastifyReply, folder: string | null): Promise<FastifyReply> {
  const nonce = randomBytes(16).toString('base64');
  const page = folder === null ? null : await readFile(join(folder, 'index.html'), 'utf8').catch(() => null);
  return reply
    .code(page === null ? 503 : 200)
    .headers(pageHeaders(nonce))
    .type('text/html; charset=utf-8')
    .send((page ?? NOT_BUILT).replace(NONCE_PLACE, nonce));
}

/**
 * Scripts come from our own files only. Styles too, and those that antd makes at run time under the nonce of this very
 * answer; attributes that scripts set on elements are no inline styles and need nothing.
 */
function pageHeaders(nonce: string): Record<string, string> {
  const policy = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  };
  return {
    'content-security-policy': Object.entries(policy)
      .map(([what, whence]) => `${what} ${whence}`)
      .join('; '),
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'cache-control': 'no-store',
  };
}

const NOT_BUILT = `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>通账</title>
<h1>通账正在运行，控制台尚未构建</h1>
<p>在项目目录执行 <code>npm run build</code>，然后刷新本页。接口 <a href="/api/v1/openapi.json">/api/v1</a> 已可使用。</p>
<p lang="en">The hub is running; its console is not built yet. Run <code>npm run build</code> in the project, then reload.</p>
<p lang="ja">通賬は動作中ですが、コンソールが未ビルドです。<code>npm run build</code> を実行して再読み込みしてください。</p>
</html>
`;
