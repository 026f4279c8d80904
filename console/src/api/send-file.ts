import { localeOf } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { atGate } from './gate.ts';
import { readProblem } from './trouble.ts';

/** A file on its way to the hub. `fetch` does not say how much of a body has left; XMLHttpRequest does. */
export async function sendFile<Data>(path: string, file: File, sent: (share: number) => void): Promise<Data> {
  const answer = await send(path, file, sent);
  if (answer.ok) return answer.json();
  const problem = await readProblem(answer);
  if (problem.problem.code === 'unauthorized') atGate().signedOut();
  throw problem;
}

function send(path: string, file: File, sent: (share: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', localeOf(language.get()));
    request.upload.addEventListener('progress', ({ loaded, total }) => sent(total > 0 ? loaded / total : 0));
    request.upload.addEventListener('load', () => sent(1));
    request.addEventListener('load', () => resolve(responseOf(request)));
    request.addEventListener('error', () => reject(new TypeError('offline')));
    request.send(file);
  });
}

function responseOf(request: XMLHttpRequest): Response {
  const wait = request.getResponseHeader('retry-after');
  const response = new Response(request.responseText, {
    status: request.status,
    headers: wait === null ? {} : { 'retry-after': wait },
  });
  Object.defineProperty(response, 'url', { value: request.responseURL });
  return response;
}
