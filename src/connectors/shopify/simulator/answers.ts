import { jsonAnswer, type SimulatorAnswer } from '#connectors/kit/simulator-server.ts';

/** `{"errors": …}` with a text or with field → texts; both forms are met in the wild. */
export function errorAnswer(
  status: number,
  errors: string | Readonly<Record<string, readonly string[]>>,
  headers: Readonly<Record<string, string>> = {},
): SimulatorAnswer {
  return jsonAnswer({ errors }, status, headers);
}

export const NOT_FOUND = errorAnswer(404, 'Not Found');
