import { useMutation } from '@tanstack/react-query';
import { notifyError } from '../components/notify.tsx';

/**
 * Runs one method that changes something; what goes wrong is shown as a notice.
 * `const tag = useCommand(api.people.tag); tag.mutate({ … })`. Answers come back by themselves: the store says
 * what changed, and what is shown is read anew.
 */
export function useCommand<Input, Output>(
  method: (input: Input) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void,
) {
  return useMutation({
    mutationFn: method,
    onError: notifyError,
    ...(onDone === undefined ? {} : { onSuccess: onDone }),
  });
}
