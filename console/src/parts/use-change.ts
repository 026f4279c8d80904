import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useToast } from './use-toast.tsx';

interface Change<Input, Data> {
  readonly change: (input: Input) => Promise<Data>;
  /** The keys of what is to be asked again afterwards. */
  readonly touches?: readonly (readonly unknown[])[];
  /** What happened, for the reader. */
  readonly done?: (data: Data, input: Input) => string;
  /** Takes it back; null where that cannot be. */
  readonly undo?: (data: Data, input: Input) => (() => Promise<unknown>) | null;
}

/**
 * A change somebody makes: sent once, said aloud, undone where that is possible; troubles are told with the way out.
 *
 * @example const cancel = useChange({ change: (id: string) => api.POST('/api/v1/runs/{run}/cancel', …), touches: [['runs']] });
 */
export function useChange<Input, Data>({
  change,
  touches = [],
  done,
  undo,
}: Change<Input, Data>): UseMutationResult<Data, unknown, Input> {
  const client = useQueryClient();
  const toast = useToast();
  const refresh = () => Promise.all(touches.map((queryKey) => client.invalidateQueries({ queryKey })));
  return useMutation({
    mutationFn: change,
    onSuccess: async (data, input) => {
      const back = undo?.(data, input) ?? null;
      if (done) toast.done(done(data, input), back === null ? undefined : () => back().then(refresh));
      await refresh();
    },
    onError: toast.trouble,
  });
}
