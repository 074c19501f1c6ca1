import { Alert, Button } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { hasCode } from '../api.ts';
import { text } from '../text/index.ts';

interface ErrorNoticeProps {
  /** What was thrown; errors of the store carry a sentence. */
  error: unknown;
  /** Offers to try again. */
  onRetry?: () => void;
}

/** Says in place why something could not be shown. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  // the user's own doing is no alarm
  const isStopped = hasCode(error, 'STOPPED');
  return (
    <Alert
      color={isStopped ? 'gray' : 'red'}
      variant="light"
      role="alert"
      title={isStopped ? text.common.stoppedTitle : text.common.somethingFailed}
      icon={<IconAlertTriangle aria-hidden />}
    >
      {error instanceof Error ? error.message : String(error)}
      {onRetry !== undefined && (
        <div>
          <Button size="compact-sm" variant="default" mt="sm" onClick={onRetry}>
            {text.common.tryAgain}
          </Button>
        </div>
      )}
    </Alert>
  );
}
