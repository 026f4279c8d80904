import { Alert, Button, Flex } from 'antd';
import { useSay } from '#console/words/use-say.ts';
import { tellProblem } from './told-problem.ts';
import { words } from './words.ts';

/** A trouble with its code and the way out, where the thing itself would stand. */
export function ProblemView({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const say = useSay(words);
  const { title, advice, code, findings, retryAfter } = tellProblem(error, say);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      description={
        <Flex vertical gap={8}>
          <span>{advice}</span>
          {findings.length > 0 ? (
            <ul className="tz-list">
              {findings.map((finding) => (
                <li key={`${finding.at}:${finding.title}`}>
                  {finding.title} <span className="tz-faint">{finding.advice}</span>
                </li>
              ))}
            </ul>
          ) : null}
          <span className="tz-faint">
            {say('code')} <code className="tz-code">{code}</code>
            {retryAfter === null ? null : ` ${say('waitSeconds', { n: retryAfter })}`}
          </span>
        </Flex>
      }
      action={
        retry ? (
          <Button size="small" onClick={retry}>
            {say('retry')}
          </Button>
        ) : undefined
      }
    />
  );
}
